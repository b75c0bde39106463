import type { Roll } from '../credentials/roll.js';
import type { Election } from '../election/election.js';
import type { ChainHead } from '../form/head.js';
import type { Refusal, Verdict } from '../form/verdict.js';
import type { Arithmetic } from '../group/arithmetic.js';
import type { SizedTally } from '../tally/encrypted-tally.js';
import type { Result } from '../tally/result.js';
import type { Sidecar } from '../three-way/sidecar.js';
import type { Trustees } from '../trustees/trustees.js';
import type { Board } from './board.js';
import type { BallotState } from './event.js';

/** Something a reader should know although nothing is wrong. */
export type Warning = 'roll-order' | 'trustees-unbound';

/** What a verified archive says. */
export interface VerifiedArchive {
  readonly state: BallotState;
  /** b64 of the election: to compare with the printed one. */
  readonly fingerprint: string;
  /** The last event: compare it with the one on the screen or in the minutes. */
  readonly head: ChainHead;
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
