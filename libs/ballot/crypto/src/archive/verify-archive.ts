import { type Roll, readRoll } from '../credentials/roll.js';
import { type Election, readElection } from '../election/election.js';
import { demand, type Refusal, refuse, type Verdict, verdict, within } from '../form/verdict.js';
import { type Arithmetic, type Bases, basesOf } from '../group/arithmetic.js';
import { checkPaper } from '../paper/verify-paper.js';
import type { SizedTally } from '../tally/encrypted-tally.js';
import type { Result } from '../tally/result.js';
import { checkMarks, type MarksToCheck, readSidecar, type Sidecar } from '../three-way/sidecar.js';
import { readTrustees, type Trustees } from '../trustees/trustees.js';
import { type Board, readBoard, verifyChain } from './board.js';
import { concludeArchive } from './conclude.js';
import type { BallotState, Head } from './event.js';

/** Counts the changes of what this verifier accepts: it stands beside the results that it accepted. */
export const VERIFIER_VERSION = 1;

/** Something a reader should know although nothing is wrong. */
export type Warning = 'roll-order' | 'trustees-unbound';

/** What a verified archive says. */
export interface VerifiedArchive {
  readonly state: BallotState;
  /** b64 of the election: to compare with the printed one. */
  readonly fingerprint: string;
  /** The last event: compare it with the one on the screen or in the minutes. */
  readonly head: Head;
  readonly voters: number;
  readonly papers: number;
  /** Papers that count: one a credential. */
  readonly counted: number;
  /** The Result event's array, null before it. */
  readonly result: Result | null;
  readonly warnings: readonly Warning[];
  readonly election: Election;
  readonly trustees: Trustees;
  /** The sum of the papers as computed here, null before it is on the board: the only thing a scrutineer may decrypt. */
  readonly sum: SizedTally | null;
}

/** The answer of a whole verification. */
export type ArchiveVerdict = Verdict<VerifiedArchive>;

/** What a verification may be given besides the archive. */
export interface ArchiveOptions {
  readonly arithmetic: Arithmetic;
  /** An earlier snapshot of the same archive, or the head hash of one (64 hexadecimal digits): this must extend it. */
  readonly since?: Uint8Array | string;
  /** The log of outside proofs, where the ballot has three-way marks. */
  readonly sidecar?: Uint8Array;
  /** Called after each paper. */
  readonly progress?: (done: number, total: number) => void;
}

/** An archive whose form and setup are right; its papers are to be verified, by one thread or many, and then its roll. */
export interface OpenedArchive {
  readonly board: Board;
  readonly election: Election;
  readonly trustees: Trustees;
  readonly roll: Roll;
  readonly arithmetic: Arithmetic;
  readonly sidecar?: Sidecar;
}

/** What the verification of one paper tells the whole: whose it is. */
export type PaperOutcome = { readonly ok: true; readonly credential: string } | Refusal;

/** Verifies a whole archive in this thread. Strict: refuses everything in BALLOT_PROTOCOL 3. Never throws on any input. */
export function verifyArchive(archive: Uint8Array, options: ArchiveOptions): ArchiveVerdict {
  const opened = openArchive(archive, options);
  if (!opened.ok) return opened;
  const total = opened.board.papers.length;
  const bases = basesOf(options.arithmetic, opened.election.publicKey);
  const outcomes: PaperOutcome[] = [];
  for (const [index, { content }] of opened.board.papers.entries()) {
    const outcome = verifyOnePaper(opened.election, bases, content, marksOf(opened, index));
    outcomes.push(outcome);
    if (!outcome.ok) break;
    options.progress?.(index + 1, total);
  }
  return concludeArchive(opened, outcomes);
}

/** First part: form, chain, snapshot, election, trustees, form of the roll, and that no paper stands there twice. */
export function openArchive(archive: Uint8Array, { arithmetic, since, sidecar: log }: ArchiveOptions): Verdict<OpenedArchive> {
  return verdict(() => {
    const board = readBoard(archive, arithmetic.hexHash);
    if (since !== undefined) demandExtension(board, since);
    const election = within('election', () => readElection(board.setup.election));
    const trustees = within('trustees', () => readTrustees(board.setup.trustees, arithmetic));
    demand(trustees.electionKey === election.publicKey, 'election-key', 'election: public_key', "is not the product of the trustees' keys");
    const roll = within('credentials', () => readRoll(board.setup.roll));
    const seen = new Set<string>();
    for (const { hash, at } of board.papers) {
      demand(!seen.has(hash), 'paper-repeated', at, 'this very paper was cast before: a replay undoes a revote');
      seen.add(hash);
    }
    const sidecar = log && within('sidecar', () => readSidecar(log, election, board.papers.map(({ hash }) => hash)));
    return { board, election, trustees, roll, arithmetic, ...(sidecar && { sidecar }) };
  });
}

/** The part that threads share: one paper, with its outside proof where there is one. */
export function verifyOnePaper(election: Election, bases: Bases, content: Uint8Array, marks?: MarksToCheck): PaperOutcome {
  return verdict(() => {
    const paper = checkPaper(election, bases, content);
    if (marks) within('sidecar', () => checkMarks(election, bases, paper, marks));
    return { credential: paper.credential };
  });
}

/** The outside proof that belongs to a paper, if the archive came with its sidecar. */
export function marksOf({ sidecar }: OpenedArchive, index: number): MarksToCheck | undefined {
  return sidecar && { pairs: sidecar.pairs, line: sidecar.lines[index]! };
}

function demandExtension(board: Board, since: Uint8Array | string): void {
  const earlier = typeof since === 'string' ? since : headOf(since);
  demand(board.chain.includes(earlier), 'since-extension', 'events', 'the earlier head is not in this chain: the board was rewritten');
}

function headOf(snapshot: Uint8Array): string {
  const chain = verifyChain(snapshot);
  return chain.ok ? chain.board.head.hash : refuse('since-snapshot', chain.at, `${chain.check}: ${chain.reason}`);
}
