import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CorrectionRequest, correctReturned } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { EntriesRepository } from '../storage/entries.repository.js';

/** A chief corrects what came out of the box of paper; it holds once the other chief says the same. */
export class CorrectReturned extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly correcting: CorrectionRequest,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(CorrectReturned)
export class CorrectReturnedHandler implements ICommandHandler<CorrectReturned> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly entries: EntriesRepository,
  ) {}

  /** @throws what {@link correctReturned} refuses */
  execute({ actor, ballotId, correcting, read }: CorrectReturned): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'correct-returned', read }, async (ballot, by, { tx }) =>
      correctReturned(ballot, by, correcting, await this.entries.entriesOf(tx, ballotId)),
    );
  }
}
