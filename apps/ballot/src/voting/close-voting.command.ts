import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ClosingCount } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { Closings } from './closings.js';

/**
 * Closes the voting with what was found, or puts a wrong figure right. What is in a sealed box the board says, whatever was told; on a
 * mixed ballot `found` is of the paper alone.
 */
export class CloseVoting extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly found: ClosingCount,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(CloseVoting)
export class CloseVotingHandler implements ICommandHandler<CloseVoting> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly closings: Closings,
  ) {}

  execute({ actor, ballotId, found, read }: CloseVoting): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'close-voting', read }, (ballot, by, context) =>
      this.closings.close(ballot, by, found, context),
    );
  }
}
