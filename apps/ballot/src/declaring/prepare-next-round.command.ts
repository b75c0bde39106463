import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BallotErrors, nextRound } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { Candidacies } from '../eligibility/candidacies.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';

/**
 * An organiser prepares the run-off or supplementary ballot that a declared outcome asks for, or a decision about the seats that it left
 * open.
 */
export class PrepareNextRound extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(PrepareNextRound)
export class PrepareNextRoundHandler implements ICommandHandler<PrepareNextRound> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly changes: BallotChanges,
    private readonly authorities: Authorities,
    private readonly candidacies: Candidacies,
  ) {}

  /** @throws `ballot.not-found`, `ballot.already-followed`, `ballot.names-alike`, and what {@link nextRound} refuses */
  execute({ actor, ballotId, key }: PrepareNextRound): Promise<BallotVersion> {
    return this.changes.add({ actor, action: 'prepare-next-round', retry: { key, content: ballotId } }, async ({ tx, at }) => {
      // Two who ask at once: the second waits here, and then sees the round of the first.
      const ballot = await this.ballots.lock(tx, ballotId, actor.organisationId);
      const change = nextRound(ballot, await this.authorities.authorityIn(tx, actor, ballot.sessionId), randomUUID(), at);
      const followedBy = await this.ballots.followerOf(tx, ballotId);
      if (followedBy) throw BallotErrors.alreadyFollowed(followedBy);
      return this.candidacies.toldApart(tx, change); // A name that was written in may be that of somebody who is printed.
    });
  }
}
