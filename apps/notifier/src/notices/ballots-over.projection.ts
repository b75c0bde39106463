import { Injectable, type Type } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';

const OVER = 'INSERT INTO ballots_over (ballot_id, over_at) VALUES ($1, $2) ON CONFLICT DO NOTHING';
type Ending = 'ballot.ballot-closed.v1' | 'ballot.ballot-called-off.v1' | 'ballot.result-annulled.v1';

/** Notes that nobody can vote any more, so that nobody is mailed to do so. */
export const BALLOT_OVER_REACTIONS: readonly Type<Reaction>[] = (
  ['ballot.ballot-closed.v1', 'ballot.ballot-called-off.v1', 'ballot.result-annulled.v1'] as const
).map(noteBallotOverWhen);

function noteBallotOverWhen(event: Ending): Type<Reaction> {
  @Injectable()
  class NoteBallotOver implements Reaction<Ending> {
    readonly id = `NoteBallotOverWhen ${event}`;
    readonly hears = event;

    constructor(private readonly clock: Clock) {}

    async react({ data }: ReceivedEvent<Ending>, tx: Transaction): Promise<void> {
      await tx.query(OVER, [data.ballotId, this.clock.now()]);
    }
  }
  return NoteBallotOver;
}
