import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertMayDelete } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges } from '../access/ballot-changes.js';

/** An organiser throws a draft away. */
export class DeleteDraft extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(DeleteDraft)
export class DeleteDraftHandler implements ICommandHandler<DeleteDraft> {
  constructor(private readonly changes: BallotChanges) {}

  /** @throws `ballot.not-found`, `ballot.draft-rehearsed`, `ballot.outdated`, and what {@link assertMayDelete} refuses */
  execute({ actor, ballotId, read }: DeleteDraft): Promise<void> {
    return this.changes.remove({ actor, ballotId, action: 'delete-draft', read }, assertMayDelete);
  }
}
