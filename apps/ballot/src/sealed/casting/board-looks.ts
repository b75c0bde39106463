import { setImmediate as aMoment } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { type BoardEnd, BoardRepository, type BoardPosition } from '../../storage/sealed/board.repository.js';
import { Gathering } from './gathering.js';

/** The end of a board, and where a paper stands on it: null where it is not there. */
export interface BoardLook {
  readonly end: BoardEnd | null;
  readonly place: BoardPosition | null;
}

const TOGETHER_MAX = 256; // Hashes of 64 letters.

/** Looks at boards before papers are verified: one question for all that came at the same moment, since each costs more than its answer. */
@Injectable()
export class BoardLooks {
  private readonly gathering = new Gathering<{ readonly ballotId: string; readonly payload: string }, BoardLook>({
    togetherMax: TOGETHER_MAX,
    gather: () => aMoment(),
    answer: async (together) => {
      const { end, places } = await this.boards.known(
        this.database,
        together[0]?.ballotId ?? '',
        together.map(({ payload }) => payload),
      );
      return together.map(({ payload }) => ({ end, place: places.get(payload) ?? null }));
    },
  });

  constructor(
    private readonly boards: BoardRepository,
    private readonly database: Database,
  ) {}

  /** The board as it is now, or a moment later. */
  at(ballotId: string, payload: string): Promise<BoardLook> {
    return this.gathering.ask(ballotId, { ballotId, payload });
  }
}
