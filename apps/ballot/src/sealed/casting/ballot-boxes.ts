import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { appendMarks, appendPaper } from '@plenum/ballot-crypto';
import { BallotErrors } from '@plenum/ballot-domain';
import { Database, type Transaction } from '@plenum/database';
import { type BoardEnd, BoardRepository, type NewEvent, type BoardPosition } from '../../storage/sealed/board.repository.js';
import { type NewLine, SidecarRepository } from '../../storage/sealed/sidecar.repository.js';
import { Gathering } from './gathering.js';
import type { OpenBoard } from '../board/open-boards.js';
import { Verification } from '../verification/verification.js';

/** A paper that was checked: all that is left is its place on the board. */
export interface VerifiedPaper {
  readonly paper: string;
  /** Where marks are three-way: its line of the sidecar, which is written with it or not at all. */
  readonly marks: string | undefined;
  /** Hash of the paper. */
  readonly payload: string;
  readonly credential: string;
}

const TOGETHER_MAX = 64; // Papers in one transaction: half a megabyte, some milliseconds.
const GATHER_MS = 25; // Nobody feels it; a hall that casts at once shares its transactions, and a paper has few round trips of its own.
// As long as papers wait for a thread, their voters wait anyway: what is verified meanwhile goes in the same transaction.
const GATHER_TURNS = 5;

/**
 * Where papers wait for their place. Those of the same moment, and those that came while a transaction was on its way to the disk, go
 * together in the next: a hall that casts at once pays for a few transactions. Each paper is told its
 * place only after the commit; where a transaction fails, none of its papers is on the board, and each may be sent again.
 */
@Injectable()
export class BallotBoxes {
  private readonly gathering = new Gathering<{ readonly board: OpenBoard; readonly paper: VerifiedPaper }, BoardPosition>({
    togetherMax: TOGETHER_MAX,
    gather: (count) => this.gather(count),
    answer: (together) =>
      this.database.transaction((tx) =>
        this.appendAll(
          tx,
          (together[0] as (typeof together)[0]).board,
          together.map(({ paper }) => paper),
        ),
      ),
  });

  constructor(
    private readonly boards: BoardRepository,
    private readonly sidecars: SidecarRepository,
    private readonly verification: Verification,
    private readonly database: Database,
  ) {}

  /**
   * Appends a paper. One that is there already keeps its place.
   * @throws `ballot.voting-closed`, `ballot.already-voted`
   */
  append(board: OpenBoard, paper: VerifiedPaper): Promise<BoardPosition> {
    return this.gathering.ask(board.ballotId, { board, paper });
  }

  private async gather(count: () => number): Promise<void> {
    let turns = 0;
    do {
      await pause(GATHER_MS);
      turns += 1;
    } while (turns < GATHER_TURNS && count() < TOGETHER_MAX && this.verification.isBusy);
  }

  /** Papers one after another, each on the head that the one before left. @returns the place of each, or why it has none */
  private async appendAll(
    tx: Transaction,
    { ballotId, revote, timestampS, pairs }: OpenBoard,
    papers: readonly VerifiedPaper[],
  ): Promise<(BoardPosition | Error)[]> {
    const credentials = revote ? [] : papers.map(({ credential }) => credential);
    const {
      end: last,
      places,
      voted,
    } = await this.boards.lockFor(
      tx,
      ballotId,
      papers.map(({ payload }) => payload),
      credentials,
    );
    const refusal = refusalOf(last);
    const added: NewEvent[] = [];
    const lines: NewLine[] = [];
    let line = pairs.length > 0 ? await this.sidecars.end(tx, ballotId) : null;
    let head = last ?? undefined;
    const outcomes = papers.map(({ paper, marks, payload, credential }): BoardPosition | Error => {
      const there = places.get(payload);
      if (there) return there;
      if (refusal || !head) return refusal ?? BallotErrors.notOpen();
      if (!revote && voted.has(credential)) return BallotErrors.alreadyVoted();
      const appended = appendPaper({ timestampS, head }, paper, payload);
      added.push({ type: 'Ballot', appended, parent: head.hash, payload, credential });
      head = { ...appended.end.head, type: 'Ballot' };
      if (line && marks !== undefined) {
        const proven = appendMarks(line, paper, marks);
        lines.push({ appended: proven, parent: line.hash });
        line = proven.end;
      }
      places.set(payload, head);
      voted.add(credential);
      return head;
    });
    await this.boards.append(tx, ballotId, added);
    await this.sidecars.append(tx, ballotId, lines);
    return outcomes;
  }
}

/** Why a board takes no papers, by its last event; null where it does. */
export function refusalOf(last: BoardEnd | null): Error | null {
  if (!last) return BallotErrors.notOpen();
  return last.type === 'Setup' || last.type === 'Ballot' ? null : BallotErrors.votingClosed();
}
