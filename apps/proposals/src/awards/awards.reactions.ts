import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { Reaction, ReactionClass, ReceivedEvent } from '@plenum/messaging';
import { reopenAward, settleAward } from '@plenum/proposals-domain';
import { AwardRepository } from '../storage/parts/award.repository.js';
import { AwardChanges } from './award-changes.js';

const IS_ANNULLED = 'SELECT FROM annulled_ballots WHERE ballot_id = $1';

/** What a vote decided about a nominated proposal decides its award. */
@Injectable()
export class SettleAwardsWhenMotionDecided implements Reaction<'ballot.motion-decided.v1'> {
  readonly id = 'SettleAwardsWhenMotionDecided';
  readonly hears = 'ballot.motion-decided.v1';

  constructor(
    private readonly awards: AwardRepository,
    private readonly changes: AwardChanges,
  ) {}

  async react({ data }: ReceivedEvent<'ballot.motion-decided.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, ballotId, items } = data;
    if ((await tx.query(IS_ANNULLED, [ballotId])).length > 0) return;
    for (const { proposalId, passed } of items) {
      if (proposalId === null) continue;
      for (const award of await this.awards.lockVoting(tx, proposalId, organisationId))
        await this.changes.settleIn(tx, 'settle-award', award, settleAward(award, passed, ballotId));
    }
  }
}

/** What an annulled ballot decided waits for another. */
@Injectable()
export class ReopenAwardsWhenAnnulled implements Reaction<'ballot.result-annulled.v1'> {
  readonly id = 'ReopenAwardsWhenAnnulled';
  readonly hears = 'ballot.result-annulled.v1';

  constructor(
    private readonly awards: AwardRepository,
    private readonly changes: AwardChanges,
  ) {}

  async react({ data: { organisationId, ballotId } }: ReceivedEvent<'ballot.result-annulled.v1'>, tx: Transaction): Promise<void> {
    for (const award of await this.awards.lockDecided(tx, ballotId, organisationId))
      await this.changes.settleIn(tx, 'reopen-award', award, reopenAward(award, ballotId));
  }
}

export const AWARD_REACTIONS: readonly ReactionClass[] = [SettleAwardsWhenMotionDecided, ReopenAwardsWhenAnnulled];
