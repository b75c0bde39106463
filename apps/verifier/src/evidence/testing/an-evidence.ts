import { createHash } from 'node:crypto';
import { type BigIntArithmetic } from '@plenum/ballot-crypto';
import { aBallot, type TestBallot } from '@plenum/ballot-crypto/testing';
import {
  accessPart,
  adopt,
  type Ballot,
  ballotPart,
  canonicalJson,
  type Channel,
  close,
  countHands,
  draft,
  Entries,
  freezeRoll,
  type Json,
  manifestPart,
  nameOfficers,
  open,
  questionsOf,
  recordPart,
  settledSheets,
  type Sheet,
  sheetsPart,
  sign,
  tally,
  WrittenNames,
  readRules,
} from '@plenum/ballot-domain';
import { withManifest, writeBundle } from '@plenum/ballot-verification';

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const NOON = new Date('2026-03-02T04:00:00.000Z');
const ORGANISER = { memberId: 'organiser', organises: true };
const by = (memberId: string) => ({ memberId, organises: false });
const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const HALF = { num: 1, den: 2, inclusive: false, base: 'roll' };
const RULES = {
  resolution: { quorum: TWO_THIRDS, returnedLimit: 'issued', pass: HALF, bundle: 'each' },
  election: {
    quorum: TWO_THIRDS,
    returnedLimit: 'issued',
    seats: 1,
    surplus: null,
    elect: HALF,
    tie: 'runoff',
    shortage: 'vacant',
    writeIns: 'free',
  },
};

const sheet = (no: number, marks: Record<string, string>, given: Partial<Sheet> = {}): Sheet => ({
  no,
  marks: new Map(Object.entries(marks)),
  writeIns: [],
  doubt: null,
  ...given,
});

/** Six papers: four for c1, one for somebody written in, one without a seal. */
const SHEETS = [
  ...[1, 2, 3, 4].map((no) => sheet(no, { c1: 'yes' })),
  sheet(5, {}, { writeIns: ['Zhao'] }),
  sheet(6, { c2: 'yes' }, { doubt: { reason: 'noSeal', marks: [] } }),
];
const RULINGS = ['s1', 's2'].map((scrutineerId) => ({
  scrutineerId,
  verdict: 'invalid' as const,
  reason: 'noSeal' as const,
  sheet: sheet(6, {}),
}));
const NAMES = new WrittenNames([
  { name: 'Zhao', memberId: null, candidateId: null, label: '赵三', eligible: true, proposedBy: 't1', confirmedBy: 't2' },
]);

/** Somebody's account was reset and confirmed, somebody's first password set, and somebody signed in by another hand. */
const ACCESS = {
  resets: [
    { memberId: 'm1', at: NOON, madeBy: 'secretary', isFirst: false, confirmedBy: 's1' },
    { memberId: 'm2', at: NOON, madeBy: 'secretary', isFirst: true, confirmedBy: null },
  ],
  deskSignIns: [{ memberId: 'm3', at: NOON, madeBy: 'secretary', late: true }],
};

/** A signed ballot of six voters on a channel, with the parts of its evidence, which a forger may change before they are put together. */
export class Evidence {
  readonly parts = new Map<string, string | Uint8Array>();

  private constructor(readonly ballot: Ballot) {}

  static of(channel: Channel, arithmetic: BigIntArithmetic): Evidence {
    const isPaper = channel === 'paper';
    const steps: Ballot[] = [];
    const step = (ballot: Ballot): Ballot => {
      steps.push(ballot);
      return ballot;
    };
    const about = { id: 'ballot', organisationId: 'organisation', sessionId: 'session', title: 'A vote', round: 'first' as const, channel };
    const choices = (isPaper ? ['c1', 'c2'] : ['plan']).map((id) => ({ id, label: `Choice ${id}`, memberId: null }));
    const kind = isPaper ? ('election' as const) : ('resolution' as const);
    let ballot = step(draft({ ...about, ...readRules({ kind, round: 'first' }, RULES[kind]), choices }, ORGANISER, NOON).ballot);
    ballot = step(adopt(ballot, ORGANISER).ballot);
    ballot = step(freezeRoll(ballot, ORGANISER, 6).ballot);
    ballot = step(
      nameOfficers(
        ballot,
        ORGANISER,
        { scrutineers: ['s1', 's2'], chiefScrutineer: 's1', tellers: ['t1', 't2'], chiefTeller: 't1' },
        new Set(['s1', 's2', 't1', 't2']),
      ).ballot,
    );
    const registration = channel === 'sealed' ? { registration: { registered: 6, keysMissing: [], left: [] } } : {};
    ballot = step(open(ballot, ORGANISER, { present: 6, issued: null, sessionIsOpen: true, ...registration }, NOON).ballot);
    ballot = step(close(ballot, ORGANISER, { voters: 6, returned: channel === 'hands' ? null : 6 }, new Entries(), NOON).ballot);
    if (channel === 'hands') ballot = step(countHands(ballot, by('t1'), [{ id: 'plan', yes: 5, no: 1, abstain: 0 }]).ballot);
    const entries = isPaper
      ? new Entries(
          [
            { entryNo: 1, tellerId: 't1', sheets: SHEETS },
            { entryNo: 2, tellerId: 't2', sheets: SHEETS },
          ],
          [],
          RULINGS,
        )
      : new Entries();
    ballot = step(
      tally(ballot, ORGANISER, { entries, names: NAMES, digestOf: sha256, opened: { sums: [[4, 2, 0]], missing: [], lacking: 0 } }).ballot,
    );
    for (const officer of ['s1', 't1']) ballot = step(sign(ballot, by(officer), ballot.tally?.digest ?? '', NOON).ballot);
    const evidence = new Evidence(ballot);
    evidence.parts.set('ballot.json', ballotPart(ballot, { names: new Map([['s1', '监票人']]), rollDigest: sha256('roll') }));
    evidence.parts.set('record.json', recordPart(ballot));
    evidence.parts.set('access.json', accessPart(ACCESS, new Map([['s1', '监票人']])));
    if (isPaper) evidence.parts.set('sheets.json', sheetsPart(NAMES.merged(ballot, settledSheets(ballot, entries))));
    if (channel === 'sealed') evidence.parts.set('archive.bel', archiveOf(ballot, arithmetic, 4));
    const audit = auditOf(steps);
    evidence.parts.set('audit.json', canonicalJson(audit));
    evidence.parts.set(
      'audit-head.json',
      canonicalJson({ rows: audit.first + audit.links.length + 5, hash: sha256('the last row of all') }),
    );
    return evidence;
  }

  /** A part as JSON, changed, and written as it would be. */
  forge(name: string, change: (value: never) => unknown): this {
    const value = JSON.parse(this.parts.get(name) as string) as never;
    this.parts.set(name, canonicalJson(change(value) ?? value));
    return this;
  }

  /** Puts another fingerprint under the record, as if the officers had signed this one. */
  signedAnew(): this {
    const digest = sha256(this.parts.get('record.json') ?? '');
    this.digest = digest;
    return this.forge('ballot.json', (part: { digest: string }) => void (part.digest = digest));
  }

  /** Puts the links of the chain together anew. */
  chainedAnew(): this {
    return this.forge('audit.json', (audit: Audit) => void (audit.head = headOf(audit)));
  }

  /** The bundle, with a manifest that is right for the parts. */
  async bytes(changeManifest: (manifest: Record<string, unknown>) => void = () => undefined): Promise<Uint8Array> {
    const parts = [...this.parts].map(([name, content]) => ({
      name,
      content: [typeof content === 'string' ? Buffer.from(content) : content],
    }));
    const manifest = (listed: readonly object[]): string => {
      const said = JSON.parse(manifestPart(this.ballot, listed)) as Record<string, unknown>;
      if (this.digest) said['digest'] = this.digest;
      changeManifest(said);
      return canonicalJson(said);
    };
    const chunks: Uint8Array[] = [];
    for await (const chunk of writeBundle(withManifest(parts, manifest))) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  private digest: string | undefined;
}

export interface Audit {
  first: number;
  previous: string;
  head: string;
  links: (string | (string | null)[])[];
}

/** An archive of six papers, so many of them yes. */
export function archiveOf(ballot: Ballot, arithmetic: BigIntArithmetic, yes: number, voters = 6): Uint8Array {
  const made: TestBallot = aBallot(arithmetic, { questions: questionsOf(ballot), weights: Array.from({ length: voters }, () => 1) });
  const papers = made.secrets.map((_, voter) => made.seal(voter, [voter < yes ? [1, 0, 0] : [0, 1, 0]]));
  return made
    .box()
    .cast(...papers)
    .close()
    .tally()
    .share(1)
    .decide().bytes;
}

export const headOf = ({ previous, links }: Audit): string =>
  links.reduce<string>((hash, link) => sha256(`${hash}${typeof link === 'string' ? link : sha256(JSON.stringify(link))}`), previous);

/** The audit trail of these steps, between rows of others. */
function auditOf(steps: readonly Ballot[]): Audit {
  const parts = ['state', 'title', 'rules', 'choices', 'officers', 'roll', 'present', 'issued', 'reconciliation', 'signatures'] as const;
  const links = steps.flatMap((after, nth) => {
    const before = steps[nth - 1];
    const names = parts.filter((part) => part === 'state' || !before || JSON.stringify(before[part]) !== JSON.stringify(after[part]));
    const only = (ballot: Ballot) => JSON.stringify(Object.fromEntries(names.map((name) => [name, ballot[name]])) as Json);
    return [
      [
        `row-${nth}`,
        NOON.toISOString(),
        'organisation',
        'organiser',
        `step-${nth}`,
        'ballot',
        'ballot',
        before ? only(before) : null,
        only(after),
        null,
      ],
      sha256(`a row of somebody else, ${nth}`),
    ];
  });
  const audit = { first: 17, previous: sha256('the row before'), head: '', links: links.slice(0, -1) };
  return { ...audit, head: headOf(audit) };
}
