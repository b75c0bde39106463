import { MalformedError } from '@plenum/kernel';
import { ROUNDS } from '../counting/case.js';
import { Input, readEntries } from '../counting/input.js';
import { canonicalJson, type Json } from '../json.js';
import type { SettledSheet } from '../paper-entry/entries.js';
import type { MergedNames } from '../paper-entry/written-names.js';
import type { Ballot } from '../record/ballot.js';
import type { Choice } from '../record/candidates.js';
import { OFFICER_ROLES, type Officer } from '../record/conduct.js';
import { DOUBT_REASONS, VERDICTS, type WrittenIn } from '../record/count.js';
import { readRules } from '../rules/rules.js';
import { CHANNELS, VOTED_KINDS } from '../rules/vocabulary.js';
import { readHands } from '../tally/figures.js';
import type { RecountInput } from '../tally/recount.js';

/** The parts of a ballot's evidence that are read again; the archive and the documents are beside them. */
export const EVIDENCE_FORMAT = 'plenum-ballot-evidence-1';

/** A signature as it is written down. */
export interface EvidenceSignature extends Officer {
  readonly at: string;
}

/** A ballot as it stands in its evidence: what was adopted, who took office, what was found, who signed. */
export type EvidenceBallot = RecountInput & EvidenceFacts;

interface EvidenceFacts {
  readonly id: string;
  readonly organisationId: string;
  readonly title: string;
  readonly state: string;
  readonly officers: readonly Officer[];
  readonly signatures: readonly EvidenceSignature[];
  /** The fingerprint that the officers signed: SHA-256 of the record. */
  readonly digest: string;
  /** Everything that the ballot keeps, by name, for comparison with the audit trail. */
  readonly kept: Json;
}

/** What is told of a ballot besides what it keeps itself. */
export interface EvidenceContext {
  /** Names of the officers by member. */
  readonly names: ReadonlyMap<string, string>;
  /** Fingerprint of who was on the roll. */
  readonly rollDigest: string;
}

/**
 * The ballot as a part of its evidence; the tally is a part of its own. The file is handed on: who was said to be near relatives is not in
 * it.
 */
export function ballotPart({ tally, createdBy: _, relatives: __, ...kept }: Ballot, { names, rollDigest }: EvidenceContext): string {
  const officerNames = Object.fromEntries(kept.officers.map(({ memberId }) => [memberId, names.get(memberId) ?? null]));
  return canonicalJson({
    format: EVIDENCE_FORMAT,
    ballot: kept,
    digest: tally?.digest ?? null,
    officerNames,
    rollDigest,
  });
}

/** What was signed, in the very text whose SHA-256 is the fingerprint. */
export function recordPart({ tally }: Pick<Ballot, 'tally'>): string {
  const { digest: _, ...signed } = tally ?? { digest: '' };
  return canonicalJson(signed);
}

/** The sheets as they were decided, in the order of their content: of who filled one in, and of where it lay, nothing is left. */
export function sheetsPart({ sheets, ineligible, writtenIn }: MergedNames): string {
  const written = sheets
    .map(({ marks, writeIns, spoiled, ruling }) => ({ marks: Object.fromEntries(marks), writeIns: [...writeIns].sort(), spoiled, ruling }))
    .map((sheet) => ({ sheet, text: canonicalJson(sheet) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1));
  return canonicalJson({ ineligible, writtenIn, sheets: written.map(({ sheet }) => sheet) });
}

/** What lists the other parts. */
export const manifestPart = ({ id, tally }: Pick<Ballot, 'id' | 'tally'>, parts: readonly object[]): string =>
  canonicalJson({ format: EVIDENCE_FORMAT, ballotId: id, digest: tally?.digest ?? null, parts });

/** What the fingerprint of a roll is taken of: who is on it, in no order that tells anything. */
export const rollText = (ballotId: string, memberIds: readonly string[]): string =>
  canonicalJson({ ballotId, memberIds: [...memberIds].sort() });

/** Reads the ballot's part. @throws MalformedError with the faulty field */
export function readBallotPart(value: unknown): EvidenceBallot {
  const { format, ballot, digest, officerNames, rollDigest } = new Input(value).fields([
    'format',
    'ballot',
    'digest',
    'officerNames',
    'rollDigest',
  ]);
  format.word([EVIDENCE_FORMAT]);
  readHash(rollDigest);
  officerNames.entries();
  const at = (name: string): Input => part(ballot, name);
  const kept = (value as { ballot: Json }).ballot;
  const [kind, round] = [at('kind').word(VOTED_KINDS), at('round').word(ROUNDS)];
  at('rules').entries();
  const ruled = readRules({ kind, round }, kept['rules']);
  const scale = at('scale').orNull((input) => {
    const { grades, rates } = input.fields(['grades', 'rates']);
    return {
      grades: grades.list().map((grade) => grade.text()),
      rates: Object.fromEntries([...rates.entries()].map(([name, list]) => [name, list.list().map((grade) => grade.text())])),
    };
  });
  return {
    id: at('id').text(),
    organisationId: at('organisationId').text(),
    title: at('title').text(),
    state: at('state').text(),
    ...ruled,
    round,
    scale,
    channel: at('channel').word(CHANNELS),
    choices: readEntries(at('choices').list(), readChoice),
    roll: at('roll').orNull(readFigure),
    present: at('present').orNull(readFigure),
    issued: at('issued').orNull(readFigure),
    issuedPerChannel: at('issuedPerChannel').orNull((input) => readPerChannel(input, readFigure)),
    reconciliation: at('reconciliation').orNull((input) => ({ ...(kept['reconciliation'] as object), ...readReconciliation(input) })),
    hands: at('hands').orNull(() => readHands({ kind, scale }, kept['hands'])),
    officers: at('officers')
      .list()
      .map((entry) => readOfficer(entry)),
    signatures: at('signatures')
      .list()
      .map((input) => ({ ...readOfficer(input), at: part(input, 'at').text() })),
    digest: readHash(digest),
    kept,
  };
}

/** Reads the sheets' part. @throws MalformedError with the faulty field */
export function readSheetsPart(value: unknown): MergedNames {
  const { ineligible, writtenIn, sheets } = new Input(value).fields(['ineligible', 'writtenIn', 'sheets']);
  return {
    ineligible: ineligible.list().map((name) => name.text()),
    writtenIn: readEntries(writtenIn.list(), (entry): WrittenIn => {
      const { id, memberId } = entry.fields(['id', 'memberId']);
      return { id: id.text(), memberId: memberId.orNull((member) => member.text()) };
    }),
    sheets: sheets.list().map((entry): SettledSheet => {
      const { marks, writeIns, spoiled, ruling } = entry.fields(['marks', 'writeIns', 'spoiled', 'ruling']);
      const ruled = ruling.orNull((given) => {
        const { verdict, reason } = given.fields(['verdict', 'reason']);
        return { verdict: verdict.word(VERDICTS), reason: reason.word(DOUBT_REASONS) };
      });
      const reason = spoiled.orNull((word) => word.word(DOUBT_REASONS));
      if (reason !== (ruled?.verdict === 'invalid' ? ruled.reason : null)) spoiled.refuse('not-as-ruled');
      return {
        marks: new Map([...marks.entries()].map(([id, mark]) => [id, mark.text()])),
        writeIns: writeIns.list().map((name) => name.text()),
        spoiled: reason,
        ruling: ruled,
      };
    }),
  };
}

const FIGURE_MAX = 1_000_000_000;
const HASH = /^[0-9a-f]{64}$/;

/** A field of something that may have more: what is kept of a ballot grows. */
const part = (input: Input, name: string): Input => input.entries().get(name) ?? new Input(undefined, `${input.path}.${name}`);

const readFigure = (input: Input): number => input.whole(0, FIGURE_MAX);

function readHash(input: Input): string {
  const text = input.text();
  return HASH.test(text) ? text : input.refuse('not-a-hash');
}

function readChoice(entry: Input): Choice {
  return {
    id: part(entry, 'id').text(),
    label: part(entry, 'label').text(),
    memberId: part(entry, 'memberId').orNull((member) => member.text()),
  };
}

function readOfficer(entry: Input): Officer {
  return { memberId: part(entry, 'memberId').text(), role: part(entry, 'role').word(OFFICER_ROLES), chief: part(entry, 'chief').flag() };
}

function readPerChannel<T>(input: Input, read: (part: Input) => T): { sealed: T; paper: T } {
  const { sealed, paper } = input.fields(['sealed', 'paper']);
  return { sealed: read(sealed), paper: read(paper) };
}

/** What was found, as far as the count looks at it: more may stand beside it. */
function readReconciliation(input: Input): NonNullable<Ballot['reconciliation']> {
  const found = (each: Input) => ({ voters: part(each, 'voters').orNull(readFigure), returned: part(each, 'returned').orNull(readFigure) });
  const parts = part(input, 'perChannel').maybe((given) => readPerChannel(given, found));
  return { ...found(input), ...(parts ? { perChannel: parts } : {}) };
}

/** Whether a text is JSON in the one form in which parts are written. @throws MalformedError where it is not */
export function parsePart(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedError([{ field: '', reason: 'not-json' }]);
  }
  if (canonicalJson(value) !== text) throw new MalformedError([{ field: '', reason: 'not-canonical' }]);
  return value;
}
