import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decline } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** Somebody does not stand. */
export class DeclineNomination extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly candidateId: string,
  ) {
    super();
  }
}

@CommandHandler(DeclineNomination)
export class DeclineNominationHandler implements ICommandHandler<DeclineNomination> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, candidateId }: DeclineNomination): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'decline-nomination' }, (ballot, by) => decline(ballot, by, candidateId));
  }
}
