import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ReportContent, noteProgress } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitmentChanges, type CommitmentVersion } from '../access/commitment-changes.js';

/** The unit, or the committee, notes how far a promise is. */
export class NoteProgress extends Command<CommitmentVersion> {
  constructor(
    readonly actor: Actor,
    readonly commitmentId: string,
    readonly note: Pick<ReportContent, 'text' | 'link'>,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(NoteProgress)
export class NoteProgressHandler implements ICommandHandler<NoteProgress> {
  constructor(private readonly changes: CommitmentChanges) {}

  execute({ actor, commitmentId, note, read }: NoteProgress): Promise<CommitmentVersion> {
    return this.changes.update({ commitmentId, actor, action: 'note-progress', read }, (commitment, by, context) =>
      noteProgress(commitment, by, note, context),
    );
  }
}
