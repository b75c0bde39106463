import { type ArchiveVerdict, hexHash as sha256, type VerifiedArchive } from '@plenum/ballot-crypto';
import {
  type Access,
  accessFault,
  auditFault,
  canonicalJson,
  type CountedTally,
  chiefsMissing,
  count,
  EVIDENCE_FORMAT,
  type EvidenceBallot,
  followAudit,
  hasPaper,
  hasSealed,
  isHeadOf,
  isThreeWay,
  lotsFault,
  type MergedNames,
  parsePart,
  questionsOf,
  readAccessPart,
  readAuditHeadPart,
  readAuditPart,
  readBallotPart,
  readSheetsPart,
  recount,
  type QuestionSums,
} from '@plenum/ballot-domain';
import { readBundle } from '@plenum/ballot-verification/bundle';

/** What can be wrong with a bundle, in the order in which it is asked. */
export const BUNDLE_CHECKS = [
  'bundle-form',
  'manifest',
  'part-hash',
  'bundle-parts',
  'part-form',
  'record-digest',
  'signatures',
  'archive',
  'archive-election',
  'archive-figures',
  'sheets-figures',
  'hands-figures',
  'record',
  'outcome',
  'lots',
  'access',
  'audit-chain',
  'audit-facts',
] as const;
export type BundleCheck = (typeof BUNDLE_CHECKS)[number];

/** What a verified bundle says. */
export interface VerifiedBundle {
  readonly ok: true;
  readonly ballot: EvidenceBallot;
  /** How the count ended. */
  readonly status: string;
  /** The archive of a sealed ballot; null where there is none. */
  readonly archive: VerifiedArchive | null;
  /** By whose hand accounts were opened anew and members signed in: to be compared with who sat in the hall. */
  readonly access: Access;
  /**
   * How long the audit chain of the service was, and the hash of its last row: whoever kept a head of it compares, and `ballot.js audit
   * verify --head` looks for this one.
   */
  readonly auditHead: string;
}

/** The answer: what it says, or the first check that refuses. */
export type BundleVerdict =
  VerifiedBundle | { readonly ok: false; readonly check: BundleCheck; readonly at: string; readonly reason: string };

/** Verifies the archive inside, with its log of outside proofs where there is one. */
export type VerifyArchive = (archive: Uint8Array, sidecar: Uint8Array | undefined) => Promise<ArchiveVerdict>;

/** Documents are for people: only their hash is checked. */
const DOCUMENTS = ['tally-sheet.docx', 'tally-sheet.pdf', 'result-notice.docx', 'result-notice.pdf'];

class Refused extends Error {
  constructor(
    readonly check: BundleCheck,
    readonly at: string,
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * Verifies the evidence of a ballot: that nothing in it was changed by itself, that the archive and the papers give the figures that were
 * signed, that the engine gives the outcome that was signed, and that the audit trail tells of the same ballot.
 */
export async function verifyBundle(bytes: Uint8Array, verifyArchive: VerifyArchive): Promise<BundleVerdict> {
  try {
    return await verified(bytes, verifyArchive);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, check: error.check, at: error.at, reason: error.message };
    throw error;
  }
}

async function verified(bytes: Uint8Array, verifyArchive: VerifyArchive): Promise<VerifiedBundle> {
  const bundle = readBundle(bytes);
  if (!bundle.ok) throw new Refused('bundle-form', '', bundle.reason);
  const { parts } = bundle;
  const manifest = checkManifest(parts);
  const ballot = read(parts, 'ballot.json', readBallotPart);
  const recordText = textOf(parts, 'record.json');
  const record = read(parts, 'record.json', (value) => value as Signed);
  checkParts(parts, ballot, record);
  if (ballot.id !== manifest.ballotId) throw new Refused('manifest', 'manifest.json', 'names another ballot');
  if (sha256(recordText) !== ballot.digest || manifest.digest !== ballot.digest)
    throw new Refused('record-digest', 'record.json', 'is not what the officers signed');
  checkSignatures(ballot);
  const archive = await checkArchive(parts, ballot, record, verifyArchive);
  const { outcome } = checkCount(ballot, {
    record,
    recordText,
    archive,
    papers: parts.has('sheets.json') ? read(parts, 'sheets.json', readSheetsPart) : null,
  });
  checkLots(ballot, outcome);
  return { ok: true, ballot, status: outcome.status, archive, access: checkAccess(parts, ballot), auditHead: checkAudit(parts, ballot) };
}

/** The record as far as it is looked into; the rest of it is compared as a whole. */
interface Signed {
  readonly countingCase?: unknown;
  readonly outcome?: unknown;
  readonly perChannel?: { readonly sealed?: unknown };
}

interface Manifest {
  readonly ballotId: string;
  readonly digest: string;
}

type Parts = ReadonlyMap<string, Uint8Array>;

/** Every part is there once, as long and with the hash as said, and nothing else. */
function checkManifest(parts: Parts): Manifest {
  const written = [...parts.keys()];
  if (written.at(-1) !== 'manifest.json') throw new Refused('manifest', 'manifest.json', 'is not the last part');
  const manifest = read(parts, 'manifest.json', (value) => value as Record<string, unknown>, 'manifest');
  const { format, ballotId, digest, parts: listed } = manifest;
  if (format !== EVIDENCE_FORMAT || typeof ballotId !== 'string' || typeof digest !== 'string' || !Array.isArray(listed))
    throw new Refused('manifest', 'manifest.json', 'is not a manifest of this format');
  const said = listed.map((part) => canonicalJson(part));
  const found = written.slice(0, -1).map((name) => ({ name, bytes: parts.get(name)?.length ?? 0, sha256: sha256(parts.get(name) ?? '') }));
  const other = found.find((part, nth) => canonicalJson(part) !== said[nth]);
  if (other) throw new Refused('part-hash', other.name, 'is not the part that the manifest names here');
  if (said.length !== found.length) throw new Refused('part-hash', 'manifest.json', 'names parts that are not there');
  return { ballotId, digest };
}

/** The parts that this ballot must have, and may have. */
function checkParts(parts: Parts, ballot: EvidenceBallot, { countingCase }: Signed): void {
  const isSealed = hasSealed(ballot.channel);
  const needed = [
    'ballot.json',
    'record.json',
    'access.json',
    'audit.json',
    'audit-head.json',
    'manifest.json',
    ...(isSealed ? ['archive.bel'] : []),
    ...(isSealed && isThreeWay(ballot) ? ['sidecar.log'] : []),
    ...(hasPaper(ballot.channel) && countingCase ? ['sheets.json'] : []),
  ];
  const allowed = [...needed, ...(isSealed ? ['verifiers.json'] : []), ...DOCUMENTS];
  const missing = needed.find((name) => !parts.has(name));
  if (missing) throw new Refused('bundle-parts', missing, 'is missing');
  const foreign = [...parts.keys()].find((name) => !allowed.includes(name));
  if (foreign) throw new Refused('bundle-parts', foreign, 'does not belong into the evidence of this ballot');
}

/** Both chiefs signed, and nobody who is not an officer, nor twice. */
function checkSignatures(ballot: EvidenceBallot): void {
  const missing = chiefsMissing({ signatures: ballot.signatures.map((signature) => ({ ...signature, at: new Date(signature.at) })) });
  if (missing.length > 0)
    throw new Refused('signatures', 'ballot.json', `no signature of the chief ${missing.join(' and ').toLowerCase()}`);
  const signers = ballot.signatures.map(({ memberId, role, chief }) => canonicalJson({ memberId, role, chief }));
  const officers = ballot.officers.map(({ memberId, role, chief }) => canonicalJson({ memberId, role, chief }));
  if (signers.some((signer, nth) => !officers.includes(signer) || signers.indexOf(signer) < nth))
    throw new Refused('signatures', 'ballot.json', 'signed by somebody who is no officer, or twice');
}

/** The archive by the strict verifier; that it asks what the ballot asks, of as many voters. */
async function checkArchive(
  parts: Parts,
  ballot: EvidenceBallot,
  { countingCase }: Signed,
  verifyArchive: VerifyArchive,
): Promise<VerifiedArchive | null> {
  const archive = parts.get('archive.bel');
  if (!archive) return null;
  const verdict = await verifyArchive(archive, parts.get('sidecar.log'));
  if (!verdict.ok) throw new Refused('archive', `archive.bel ${verdict.at}`.trim(), `${verdict.check}: ${verdict.reason}`);
  const asked = verdict.election.questions.map(({ question, answers, min, max, blank }) => ({ question, answers, min, max, blank }));
  const adopted = questionsOf(ballot).map(({ question, answers, min, max, blank }) => ({ question, answers, min, max, blank }));
  if (canonicalJson(asked) !== canonicalJson(adopted))
    throw new Refused('archive-election', 'archive.bel', 'asks other questions than the ballot');
  const { issued, returned } = sealedFigures(ballot);
  if (verdict.voters !== issued)
    throw new Refused('archive-figures', 'archive.bel', `${verdict.voters} credentials, ${String(issued)} issued`);
  if (verdict.counted !== returned)
    throw new Refused('archive-figures', 'archive.bel', `${verdict.counted} papers, ${String(returned)} returned`);
  if (countingCase && verdict.result === null) throw new Refused('archive-figures', 'archive.bel', 'no result, but the ballot was counted');
  return verdict;
}

function sealedFigures({ channel, issued, issuedPerChannel, reconciliation }: EvidenceBallot): {
  issued: number | null;
  returned: number | null;
} {
  if (channel !== 'mixed') return { issued, returned: reconciliation?.returned ?? null };
  return { issued: issuedPerChannel?.sealed ?? null, returned: reconciliation?.perChannel?.sealed.returned ?? null };
}

interface Counting {
  readonly record: Signed;
  readonly recordText: string;
  readonly archive: VerifiedArchive | null;
  readonly papers: MergedNames | null;
}

/** Counts again, from the votes: the same case, and from the case the same outcome, as signed. @returns what was counted, and so signed */
function checkCount(ballot: EvidenceBallot, { record, recordText, archive, papers }: Counting): CountedTally {
  const again = countedAgain(ballot, papers, archive?.result ?? null);
  if (canonicalJson(again.countingCase) !== canonicalJson(record.countingCase ?? null)) {
    const isOfArchive =
      ballot.channel === 'sealed' ||
      (ballot.channel === 'mixed' && canonicalJson(again.perChannel?.sealed) !== canonicalJson(record.perChannel?.sealed));
    const [check, at] = isOfArchive
      ? (['archive-figures', 'archive.bel'] as const)
      : hasPaper(ballot.channel)
        ? (['sheets-figures', 'sheets.json'] as const)
        : (['hands-figures', 'ballot.json'] as const);
    throw new Refused(check, at, 'gives other figures than were signed');
  }
  const outcome = record.countingCase ? count(record.countingCase) : again.outcome;
  if (canonicalJson(outcome) !== canonicalJson(record.outcome))
    throw new Refused('outcome', 'record.json', 'is not what the rules make of the figures');
  if (canonicalJson(again) !== recordText) throw new Refused('record', 'record.json', 'tells something that the votes do not');
  return again;
}

function countedAgain(ballot: EvidenceBallot, papers: MergedNames | null, sums: QuestionSums | null): CountedTally {
  const given = <T>(value: T | null, name: string): T => {
    if (value === null) throw new Refused('record', name, 'is needed to count again');
    return value;
  };
  try {
    return recount(ballot, { papers: () => given(papers, 'sheets.json'), sums: () => given(sums, 'archive.bel') });
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('record', 'ballot.json', `cannot be counted: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Draws the lots again where lots decided. */
function checkLots({ id, officers, kept }: EvidenceBallot, outcome: CountedTally['outcome']): void {
  const fault = attempt(() => lotsFault({ id, officers, drawings: kept['drawings'], outcome }, sha256), 'lots', 'ballot.json');
  if (fault !== null) throw new Refused('lots', 'ballot.json', fault);
}

/** That what is told of resets and of sign-ins by another hand can be so. */
function checkAccess(parts: Parts, { kept }: EvidenceBallot): Access {
  const access = read(parts, 'access.json', readAccessPart);
  const instant = (name: string): Date | null => (typeof kept[name] === 'string' ? new Date(kept[name]) : null);
  const fault = accessFault(access, { openedAt: instant('openedAt'), closedAt: instant('closedAt') });
  if (fault !== null) throw new Refused('access', 'access.json', fault);
  return access;
}

/** Follows the audit chain, and compares what it tells with what the ballot says of itself. @returns its head */
function checkAudit(parts: Parts, ballot: EvidenceBallot): string {
  const part = read(parts, 'audit.json', readAuditPart);
  const rows = attempt(() => followAudit(part, sha256), 'audit-chain', 'audit.json');
  if (!rows) throw new Refused('audit-chain', 'audit.json', 'the links do not follow each other');
  const fault = rows.length === 0 ? 'beginning' : auditFault(ballot, rows);
  if (fault) throw new Refused('audit-facts', 'audit.json', `tells otherwise of the ballot: ${fault}`);
  const head = read(parts, 'audit-head.json', readAuditHeadPart);
  if (!isHeadOf(head, part)) throw new Refused('audit-chain', 'audit-head.json', 'is not the head of a chain with these links');
  return `${head.rows}:${head.hash}`;
}

function read<T>(parts: Parts, name: string, reader: (value: unknown) => T, check: BundleCheck = 'part-form'): T {
  const text = textOf(parts, name);
  return attempt(
    () => {
      const value = parsePart(text);
      if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
      return reader(value);
    },
    check,
    name,
  );
}

function textOf(parts: Parts, name: string): string {
  const content = parts.get(name);
  if (!content) throw new Refused('bundle-parts', name, 'is missing');
  return attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(content), 'part-form', name);
}

function attempt<T>(work: () => T, check: BundleCheck, at: string): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) throw error;
    const faults = (error as { faults?: readonly { field: string; reason: string }[] }).faults;
    throw new Refused(
      check,
      at,
      faults?.[0] ? `${faults[0].field} ${faults[0].reason}`.trim() : error instanceof Error ? error.message : String(error),
    );
  }
}
