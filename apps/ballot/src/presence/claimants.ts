import { Injectable } from '@nestjs/common';
import { type Ballot, type Claimant, accountHoldOf } from '@plenum/ballot-domain';
import type { Queryable } from '@plenum/database';
import { AccountResetsRepository } from '../storage/desk/account-resets.repository.js';
import { HoldingsRepository } from '../storage/desk/holdings.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import { Presence } from './presence.js';

/** Whoever asks for something to vote with. */
@Injectable()
export class Claimants {
  constructor(
    private readonly rolls: RollRepository,
    private readonly holdings: HoldingsRepository,
    private readonly presence: Presence,
    private readonly resets: AccountResetsRepository,
  ) {}

  async claimantOf(from: Queryable, ballot: Ballot, memberId: string): Promise<Claimant> {
    const place = await this.rolls.placeOf(from, ballot.id, memberId);
    const there = await this.presence.membersPresent(from, ballot);
    const accountHeld = accountHoldOf(await this.resets.historyOf(from, ballot, memberId));
    return {
      onRoll: place !== null,
      present: there.includes(memberId),
      wasPresent: place?.present === true,
      holds: await this.holdings.holdingOf(from, ballot.id, memberId),
      accountHeld,
    };
  }
}
