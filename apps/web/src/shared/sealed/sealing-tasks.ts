import {
  type ArchiveOptions,
  proofBasesOf,
  BigIntArithmetic,
  type Choices,
  deriveSecret,
  drawSecret,
  makeShare,
  makeSlips,
  makeTrusteeKey,
  type MarkPair,
  normaliseVotingCode,
  openArchive,
  type PrintedSlip,
  publicCredential,
  readPrivateKey,
  sealPaper,
  sealThreeWay,
  shortHash,
  trusteeKeyId,
  verifyArchive,
  verifyChain,
  verifyElection,
  verifyRoll,
  verifyTrusteeKey,
  verifyTrustees,
  writeTrustees,
} from '@plenum/ballot-crypto';
import { encryptText, decryptText } from '../encryption/encrypted-text.js';
import { thresholdTasks, unsealed } from './threshold-tasks.js';
import { DeviceRefusal } from './device-refusal.js';
import { type Receipt, isSignedFor } from './receipt.js';

/** How far a long task is. */
export type Progress = (done: number, total: number) => void;

/** What was fixed at the opening, to the byte as it stands on the board. */
export interface ElectionSetup {
  readonly election: string;
  readonly trustees: string;
  readonly roll: string;
  /** Questions that go together where marks are three-way: the paper proves that it marks nobody both ways. */
  readonly pairs: readonly MarkPair[];
}

/** A check that did not hold, by its name in the ballot library; `at` is where. */
interface Refused {
  readonly ok: false;
  readonly check: string;
  readonly at: string;
}

const arithmetic = new BigIntArithmetic();

/** The secret of a paper, in decimal, and its public half. */
function drawPaper(): { readonly secret: string; readonly credential: string } {
  const secret = drawSecret();
  return { secret: secret.toString(), credential: publicCredential(arithmetic, secret) };
}

const MARKS = 'plenum-unsealed-marks';

/** Marks that are not sealed yet, so that only who holds the secret of the paper reads them. */
const hideMarks = ({ secret, marks }: { readonly secret: string; readonly marks: string }): { readonly hidden: string } => ({
  hidden: encryptText(marks, { secret, purpose: MARKS }),
});

/** The marks that were hidden; null where this secret does not open them. */
const showMarks = ({ secret, hidden }: { readonly secret: string; readonly hidden: string }): { readonly marks: string | null } => ({
  marks: decryptText(hidden, { secret, purpose: MARKS }),
});

/** What was typed from a slip, in its one spelling, or what is wrong with it: told while it is typed. */
const checkCode = ({ typed }: { readonly typed: string }): ReturnType<typeof normaliseVotingCode> => normaliseVotingCode(typed);

/**
 * The paper of a slip: its secret follows from the code in this election, and its public half must be on the roll. @throws DeviceRefusal
 */
function takeCode({ typed, setup }: { readonly typed: string; readonly setup: ElectionSetup }): {
  readonly secret: string;
  readonly credential: string;
} {
  const code = normaliseVotingCode(typed);
  if (!code.ok) throw new DeviceRefusal(`code-${code.fault}`);
  const secret = deriveSecret(code.code, electionOf(setup.election).uuid);
  const credential = publicCredential(arithmetic, secret);
  const roll = verifyRoll(setup.roll, arithmetic);
  if (!roll.ok) throw new DeviceRefusal(roll.check);
  if (!roll.roll.weights.has(credential)) throw new DeviceRefusal('code-off-roll');
  return { secret: secret.toString(), credential };
}

/** Slips with voting codes for those without a device, made where they are printed: the code goes onto the paper and nowhere else. */
function makePrintedSlips(
  { electionId, serials }: { readonly electionId: string; readonly serials: readonly number[] },
  progress: Progress,
): readonly PrintedSlip[] {
  return serials.flatMap((serial, nth) => {
    progress(nth, serials.length);
    return makeSlips(arithmetic, electionId, [serial]);
  });
}

/** The questions of an election's text, as the paper shows them. @throws DeviceRefusal when it is none */
function readQuestions({ election: text }: Pick<ElectionSetup, 'election'>) {
  const { name, fingerprint, questions } = electionOf(text);
  return { name, fingerprint, questions };
}

/** What is cast: the paper, and where marks are three-way the proofs beside it. */
interface SealedForCasting {
  readonly paper: string;
  readonly tracker: string;
  readonly proofs: string | null;
}

/**
 * Seals the choices. Checked first, on this device: the key they are sealed for is that of the scrutineers, each of whom proved to hold
 * a part; and the paper is on the roll.
 * @throws DeviceRefusal
 */
function seal({
  setup,
  secret,
  choices,
}: {
  readonly setup: ElectionSetup;
  readonly secret: string;
  readonly choices: Choices;
}): SealedForCasting {
  const election = electionOf(setup.election);
  const trustees = verifyTrustees(arithmetic, setup.trustees);
  if (!trustees.ok) throw new DeviceRefusal(trustees.check);
  if (trustees.trustees.electionKey !== election.publicKey) throw new DeviceRefusal('election-key');
  const roll = verifyRoll(setup.roll, arithmetic);
  if (!roll.ok) throw new DeviceRefusal(roll.check);
  const own = BigInt(secret);
  if (!roll.roll.weights.has(publicCredential(arithmetic, own))) throw new DeviceRefusal('paper-off-roll');
  const bases = proofBasesOf(arithmetic, election.publicKey);
  if (setup.pairs.length > 0) {
    const { text, tracker, marks } = sealThreeWay(election, bases, own, choices, setup.pairs);
    return { paper: text, tracker, proofs: marks };
  }
  const { text, tracker } = sealPaper(election, bases, own, choices);
  return { paper: text, tracker, proofs: null };
}

/** Whether a receipt is for this very paper, and signed with the key that the election's text names. */
function checkReceipt({ election, paper, receipt }: { readonly election: string; readonly paper: string; readonly receipt: Receipt }): {
  readonly isGenuine: boolean;
} {
  return { isGenuine: receipt.tracker === shortHash(paper) && isSignedFor(receipt, election) };
}

/** Where a paper stands on a board whose chain was checked here. */
export type Finding =
  | Refused
  | { readonly ok: true; readonly position: number | null; readonly papers: number; readonly head: string; readonly isContinued: boolean };

/** Looks for a paper on the board, and whether the board still holds what the receipt was given for. */
function findPaper({
  archive,
  receipt,
}: {
  readonly archive: Uint8Array;
  readonly receipt: Pick<Receipt, 'tracker' | 'position' | 'head'>;
}): Finding {
  const chain = verifyChain(archive);
  if (!chain.ok) return refusedBy(chain);
  const { papers, head, chain: hashes } = chain.board;
  const at = papers.findIndex(({ tracker }) => tracker === receipt.tracker);
  return {
    ok: true,
    position: at < 0 ? null : at + 1,
    papers: papers.length,
    head: head.hash,
    isContinued: hashes[receipt.position] === receipt.head,
  };
}

/** A scrutineer's new key: `publicKey` is sent, `privateKey` is kept. */
function makeKey(): { readonly publicKey: string; readonly privateKey: string; readonly id: string } {
  const pair = makeTrusteeKey(arithmetic);
  return { ...pair, id: idOf(pair.publicKey) };
}

/**
 * What scrutineers compare: the short name of each key, and the fingerprint of the whole list once no key is missing. Both are computed
 * here.
 */
function nameKeys({ keys }: { readonly keys: readonly (string | null)[] }): {
  readonly ids: readonly (string | null)[];
  readonly fingerprint: string | null;
} {
  const given = keys.filter((key) => key !== null);
  const isWhole = keys.length > 0 && given.length === keys.length;
  return { ids: keys.map((key) => (key === null ? null : idOf(key))), fingerprint: isWhole ? shortHash(writeTrustees(given)) : null };
}

/** What a verified archive says; see `docs/scrutineers.md` for what that proves. */
export interface Verified {
  readonly ok: true;
  readonly state: string;
  readonly fingerprint: string;
  readonly head: string;
  readonly voters: number;
  readonly papers: number;
  readonly counted: number;
}

interface VerifyingOrder {
  readonly archive: Uint8Array;
  /** The log of proofs beside it, where marks are three-way. */
  readonly sidecar: Uint8Array | null;
  /** The head of an earlier moment that the board must continue. */
  readonly since: string | null;
}

/** Verifies a whole archive on this device. */
function checkArchive(order: VerifyingOrder, progress: Progress): Refused | Verified {
  const verdict = verifyArchive(order.archive, optionsOf(order, progress));
  return verdict.ok ? verifiedOf(verdict) : refusedBy(verdict);
}

interface OpeningOrder extends VerifyingOrder {
  /** As it is kept or typed from paper: a number, or the seed of a scrutineer of a threshold group. */
  readonly privateKey: string;
  /** Of a threshold group: the private half, sealed for the seed. */
  readonly output: string | null;
}

/** Verifies the archive and makes this scrutineer's share of the sum computed here: of nothing else may a share be made. */
function openSum(order: OpeningOrder, progress: Progress): Refused | (Verified & { readonly share: string }) {
  const { archive, privateKey, output } = order;
  const secret = output === null ? secretIn(privateKey) : unsealed(arithmetic, privateKey, output);
  if (secret === null) return { ok: false, check: 'private-key', at: '' };
  const opened = openArchive(archive, { arithmetic });
  if (!opened.ok) return refusedBy(opened);
  const own = publicCredential(arithmetic, secret);
  if (!opened.trustees.keys.some(({ publicKey }) => publicKey.toString() === own)) return { ok: false, check: 'key-of-nobody', at: '' };
  const verdict = verifyArchive(archive, optionsOf(order, progress));
  if (!verdict.ok) return refusedBy(verdict);
  if (!verdict.sum) return { ok: false, check: 'not-closed', at: '' };
  return { ...verifiedOf(verdict), share: makeShare(arithmetic, verdict.election.fingerprint, verdict.sum.tally, secret) };
}

/** Everything that is done off the page's own thread, so that the page stays awake. */
export const TASKS = {
  'draw-paper': drawPaper,
  'check-code': checkCode,
  'take-code': takeCode,
  'make-slips': makePrintedSlips,
  'read-questions': readQuestions,
  'hide-marks': hideMarks,
  'show-marks': showMarks,
  seal,
  'check-receipt': checkReceipt,
  'find-paper': findPaper,
  'make-key': makeKey,
  'name-keys': nameKeys,
  'check-archive': checkArchive,
  'open-sum': openSum,
  ...thresholdTasks(arithmetic),
} as const;

type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
export type InputOf<T extends TaskName> = Parameters<Tasks[T]> extends [infer Input, ...unknown[]] ? Input : undefined;
export type AnswerOf<T extends TaskName> = ReturnType<Tasks[T]>;

function electionOf(text: string) {
  const read = verifyElection(text);
  if (!read.ok) throw new DeviceRefusal(read.check);
  return read.election;
}

function idOf(publicKey: string): string {
  const key = verifyTrusteeKey(arithmetic, publicKey);
  if (!key.ok) throw new DeviceRefusal(key.check);
  return trusteeKeyId(key.key.publicKey);
}

/** A private key as it was kept or typed from paper, spaces and all; null when it is none. */
function secretIn(text: string): bigint | null {
  try {
    return readPrivateKey(text.replaceAll(/[\s-]/g, ''));
  } catch {
    return null;
  }
}

const optionsOf = ({ since, sidecar }: VerifyingOrder, progress: Progress): ArchiveOptions => ({
  arithmetic,
  progress,
  ...(since === null ? {} : { since }),
  ...(sidecar === null ? {} : { sidecar }),
});

const refusedBy = ({ check, at }: { readonly check: string; readonly at: string }): Refused => ({ ok: false, check, at });

function verifiedOf({
  state,
  fingerprint,
  head,
  voters,
  papers,
  counted,
}: Omit<Verified, 'ok' | 'head'> & { readonly head: { readonly hash: string } }): Verified {
  return { ok: true, state, fingerprint, head: head.hash, voters, papers, counted };
}
