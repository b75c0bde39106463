import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { commitLot } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An officer's device drew a random contribution and commits to it. */
export class CommitLot extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly commitment: string,
  ) {
    super();
  }
}

@CommandHandler(CommitLot)
export class CommitLotHandler implements ICommandHandler<CommitLot> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, commitment }: CommitLot): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'commit-lot' }, (ballot, by) => commitLot(ballot, by, commitment));
  }
}
