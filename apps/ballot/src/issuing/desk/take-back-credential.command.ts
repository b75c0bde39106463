import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { takeBackCredential } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../../access/ballot-changes.js';
import { CredentialsRepository } from '../../storage/sealed/credentials.repository.js';

/** The desk takes a paper on a device back before the opening: it is void and counted, and its holder may fetch another. */
export class TakeBackCredential extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(TakeBackCredential)
export class TakeBackCredentialHandler implements ICommandHandler<TakeBackCredential> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly credentials: CredentialsRepository,
  ) {}

  execute({ actor, ballotId, memberId }: TakeBackCredential): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'take-back-credential' }, async (ballot, by, { tx }) => {
      const change = takeBackCredential(ballot, by, await this.credentials.hasRegistered(tx, ballotId, memberId));
      await this.credentials.takeBack(tx, ballotId, memberId);
      return change;
    });
  }
}
