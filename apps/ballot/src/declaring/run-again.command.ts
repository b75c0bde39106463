import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BallotErrors, runAgain } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';

/** An organiser prepares the ballot that repeats one that was annulled, rejected or void. */
export class RunAgain extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(RunAgain)
export class RunAgainHandler implements ICommandHandler<RunAgain> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly changes: BallotChanges,
    private readonly authorities: Authorities,
  ) {}

  /** @throws `ballot.not-found`, `ballot.already-repeated`, and what {@link runAgain} refuses */
  execute({ actor, ballotId, key }: RunAgain): Promise<BallotVersion> {
    return this.changes.add({ actor, action: 'run-again', retry: { key, content: ballotId } }, async ({ tx, at }) => {
      // Two who ask at once: the second waits here, and then sees the ballot of the first.
      const { ballot, family } = await this.ballots.findFamily(tx, ballotId, actor.organisationId);
      const change = runAgain(ballot, family, await this.authorities.authorityIn(tx, actor, ballot.sessionId), randomUUID(), at);
      const repeatedBy = await this.ballots.rerunOf(tx, ballotId);
      if (repeatedBy) throw BallotErrors.alreadyRepeated(repeatedBy);
      return change;
    });
  }
}
