import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { Reaction, ReactionClass, ReceivedEvent } from '@plenum/messaging';
import { type Award, reopenAward, settleAward } from '@plenum/proposals-domain';
import { Annulments } from '../decisions/annulments.js';
import { AwardRepository } from '../storage/parts/award.repository.js';
import { AwardChanges } from './award-changes.js';

/** What a vote decided about a nominated proposal, or a nominated unit, decides its award. */
@Injectable()
export class SettleAwardsWhenMotionDecided implements Reaction<'ballot.motion-decided.v1'> {
  readonly id = 'SettleAwardsWhenMotionDecided';
  readonly hears = 'ballot.motion-decided.v1';

  constructor(
    private readonly awards: AwardRepository,
    private readonly changes: AwardChanges,
    private readonly annulments: Annulments,
  ) {}

  async react({ data }: ReceivedEvent<'ballot.motion-decided.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, sessionId, ballotId, items } = data;
    if (await this.annulments.isAnnulled(tx, ballotId)) return;
    for (const { proposalId, unitId = null, passed } of items) {
      const nomineeId = proposalId ?? unitId;
      if (nomineeId === null) continue;
      const waiting = await this.awards.lockVoting(tx, nomineeId, organisationId);
      for (const award of ofTheList(waiting, sessionId))
        await this.changes.settleIn(tx, 'settle-award', award, settleAward(award, passed, ballotId));
    }
  }
}

/** A unit may wait on the lists of two sessions: the ballot of one of them is about that list, any other about all. */
function ofTheList(waiting: readonly Award[], sessionId: string): readonly Award[] {
  const own = waiting.filter((award) => award.sessionId === sessionId);
  return own.length > 0 ? own : waiting;
}

/** What an annulled ballot decided waits for another. */
@Injectable()
export class ReopenAwardsWhenAnnulled implements Reaction<'ballot.result-annulled.v1'> {
  readonly id = 'ReopenAwardsWhenAnnulled';
  readonly hears = 'ballot.result-annulled.v1';

  constructor(
    private readonly awards: AwardRepository,
    private readonly changes: AwardChanges,
    private readonly annulments: Annulments,
  ) {}

  async react({ data }: ReceivedEvent<'ballot.result-annulled.v1'>, tx: Transaction): Promise<void> {
    const { organisationId, ballotId } = data;
    // Here too: a decision that is heard between this and what notes it for proposals finds the ballot annulled.
    await this.annulments.note(tx, data);
    for (const award of await this.awards.lockDecided(tx, ballotId, organisationId))
      await this.changes.settleIn(tx, 'reopen-award', award, reopenAward(award, ballotId));
  }
}

export const AWARD_REACTIONS: readonly ReactionClass[] = [SettleAwardsWhenMotionDecided, ReopenAwardsWhenAnnulled];
