import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { describe } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { ProfilesRepository } from '../storage/profiles.repository.js';

/** An organiser takes a candidate's picture away, while the ballot is a draft. */
export class RemovePicture extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly choiceId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RemovePicture)
export class RemovePictureHandler implements ICommandHandler<RemovePicture> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly profiles: ProfilesRepository,
  ) {}

  execute({ actor, ballotId, choiceId, read }: RemovePicture): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'remove-candidate-picture', read }, async (ballot, by, { tx }) => {
      const change = describe(ballot, by, [choiceId]);
      await this.profiles.removePicture(tx, ballotId, choiceId);
      return change;
    });
  }
}
