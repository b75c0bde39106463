import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { makeElectionId } from '@plenum/ballot-crypto';
import { freezeRoll } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { CredentialsRepository } from '../storage/sealed/credentials.repository.js';
import { HoldingsRepository } from '../storage/desk/holdings.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import { SlipsRepository } from '../storage/desk/slips.repository.js';
import { Voters } from '../eligibility/voters.js';

/**
 * Fixes who may vote (应到): the full delegates of the session as they are now, all active staff, or the elected of the election that the
 * ballot follows. Papers, credentials and slips issued to a roll fixed before are void.
 */
export class FreezeRoll extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(FreezeRoll)
export class FreezeRollHandler implements ICommandHandler<FreezeRoll> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly rolls: RollRepository,
    private readonly credentials: CredentialsRepository,
    private readonly slips: SlipsRepository,
    private readonly holdings: HoldingsRepository,
    private readonly voters: Voters,
  ) {}

  execute({ actor, ballotId, read }: FreezeRoll): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'freeze-roll', read }, async (ballot, by, { tx }) => {
      const voters = await this.voters.votersOf(tx, ballot);
      const change = freezeRoll(ballot, by, voters.length, makeElectionId());
      await this.rolls.freeze(tx, ballotId, voters);
      await this.credentials.forget(tx, ballotId);
      await this.slips.forget(tx, ballotId);
      await this.holdings.forgetPapers(tx, ballotId);
      return change;
    });
  }
}
