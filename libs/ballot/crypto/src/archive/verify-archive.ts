import { readRoll } from '../credentials/roll.js';
import { type Election, readElection } from '../election/election.js';
import { demand, refuse, type Verdict, verdict, within } from '../form/verdict.js';
import { type Arithmetic, type ProofBases, proofBasesOf } from '../group/arithmetic.js';
import { checkPaper } from '../paper/verify-paper.js';
import { checkMarks, type MarksToCheck, readSidecar } from '../three-way/sidecar.js';
import { readTrustees } from '../trustees/trustees.js';
import { type Board, readBoard, verifyChain } from './board.js';
import { concludeArchive } from './conclude.js';
import type { ArchiveVerdict, OpenedArchive, PaperOutcome } from './opened-archive.js';

/** Counts the changes of what this verifier accepts: it stands beside the results that it accepted. */
export const VERIFIER_VERSION = 1;

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

/** Verifies a whole archive in this thread. Strict: refuses everything in BALLOT_PROTOCOL 3. Never throws on any input. */
export function verifyArchive(archive: Uint8Array, options: ArchiveOptions): ArchiveVerdict {
  const opened = openArchive(archive, options);
  if (!opened.ok) return opened;
  const total = opened.board.papers.length;
  const bases = proofBasesOf(options.arithmetic, opened.election.publicKey);
  const outcomes: PaperOutcome[] = [];
  for (const [index, { content }] of opened.board.papers.entries()) {
    const outcome = verifyOnePaper(opened.election, bases, content, marksToCheck(opened, index));
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
    const sidecar =
      log &&
      within('sidecar', () =>
        readSidecar(
          log,
          election,
          board.papers.map(({ hash }) => hash),
        ),
      );
    return { board, election, trustees, roll, arithmetic, ...(sidecar && { sidecar }) };
  });
}

/** The part that threads share: one paper, with its outside proof where there is one. */
export function verifyOnePaper(election: Election, bases: ProofBases, content: Uint8Array, marks?: MarksToCheck): PaperOutcome {
  return verdict(() => {
    const paper = checkPaper(election, bases, content);
    if (marks) within('sidecar', () => checkMarks(election, bases, paper, marks));
    return { credential: paper.credential };
  });
}

/** The outside proof that belongs to a paper, if the archive came with its sidecar. */
export function marksToCheck({ sidecar }: OpenedArchive, index: number): MarksToCheck | undefined {
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
