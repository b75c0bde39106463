import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Revision, revise } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { ProfilesRepository } from '../storage/profiles.repository.js';
import { Candidacies } from '../eligibility/candidacies.js';

/** An organiser changes the draft, or, until the voting opens, who stands. */
export class ReviseBallot extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly revision: Revision,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReviseBallot)
export class ReviseBallotHandler implements ICommandHandler<ReviseBallot> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly candidacies: Candidacies,
    private readonly profiles: ProfilesRepository,
  ) {}

  execute({ actor, ballotId, revision, read }: ReviseBallot): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'revise-ballot', read }, async (ballot, by, { tx }) => {
      const change = revise(ballot, by, revision);
      await this.candidacies.assertKnown(tx, actor.organisationId, ballot.kind, change.ballot.choices);
      const told = await this.candidacies.toldApart(tx, change);
      if (revision.choices) await this.profiles.follow(tx, { ballotId, choices: ballot.choices }, told.ballot.choices);
      return told;
    });
  }
}
