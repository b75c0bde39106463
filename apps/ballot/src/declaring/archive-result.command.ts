import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { archive } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** Closes the file of a result whose posting is over and of which nothing is open (归档). */
export class ArchiveResult extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ArchiveResult)
export class ArchiveResultHandler implements ICommandHandler<ArchiveResult> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, read }: ArchiveResult): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'archive-result', read }, (ballot, by, { at }) => archive(ballot, by, at));
  }
}
