import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertMayDescribe, describe, pictureOf } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { ProfilesRepository } from '../storage/profiles.repository.js';

/** An organiser sets the picture that a candidate handed in, while the ballot is a draft. */
export class SetPicture extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly choiceId: string,
    /** Reads what is sent, once it is clear that its sender may. */
    readonly receive: () => Promise<Buffer>,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetPicture)
export class SetPictureHandler implements ICommandHandler<SetPicture> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly changes: BallotChanges,
    private readonly profiles: ProfilesRepository,
    private readonly authorities: Authorities,
    private readonly database: Database,
  ) {}

  async execute({ actor, ballotId, choiceId, receive, read }: SetPicture): Promise<BallotVersion> {
    // A slow sender holds no lock: the ballot is looked at twice.
    const before = await this.ballots.find(this.database, ballotId, actor.organisationId);
    assertMayDescribe(before, await this.authorities.authorityIn(this.database, actor, before.sessionId), [choiceId]);
    const bytes = await receive();
    const { kind } = pictureOf(bytes);
    return this.changes.update({ actor, ballotId, action: 'set-candidate-picture', read }, async (ballot, by, { tx }) => {
      const change = describe(ballot, by, [choiceId]);
      await this.profiles.setPicture(tx, ballotId, choiceId, { kind, bytes });
      return change;
    });
  }
}
