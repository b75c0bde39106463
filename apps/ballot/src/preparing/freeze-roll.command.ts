import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Ballot, freezeRoll } from '@plenum/ballot-domain';
import { Directory } from '@plenum/directory';
import type { Transaction } from '@plenum/messaging';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { CredentialsRepository } from '../storage/credentials.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import { Candidacies } from './candidacies.js';

/** Fixes who may vote (应到): the full delegates of the session as they are now, all active staff, or the elected of the election that the ballot follows. Sealed papers issued to a roll fixed before are void. */
export class FreezeRoll extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@CommandHandler(FreezeRoll)
export class FreezeRollHandler implements ICommandHandler<FreezeRoll> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly rolls: RollRepository,
    private readonly credentials: CredentialsRepository,
    private readonly directory: Directory,
    private readonly candidacies: Candidacies,
  ) {}

  execute({ actor, ballotId }: FreezeRoll): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'freeze-roll' }, async (ballot, by, { tx }) => {
      const voters = await this.votersOf(tx, ballot);
      const change = freezeRoll(ballot, by, voters.length);
      await this.rolls.freeze(tx, ballotId, voters);
      await this.credentials.forget(tx, ballotId);
      return change;
    });
  }

  private async votersOf(tx: Transaction, { electorate, organisationId, sessionId, descent }: Ballot): Promise<readonly string[]> {
    if (electorate === 'staff') return (await this.directory.activeMembers(tx, organisationId)).map(({ id }) => id);
    if (electorate === 'elected') return [...(await this.candidacies.activeAmong(tx, organisationId, descent?.eligible ?? []))];
    return (await this.directory.delegatesOf(tx, sessionId)).map(({ memberId }) => memberId);
  }
}
