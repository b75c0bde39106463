import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ReportContent, reportSettled } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitmentChanges, type CommitmentVersion } from '../access/commitment-changes.js';

/** The unit says that a promise is settled, or asks to carry it on. */
export class ReportSettled extends Command<CommitmentVersion> {
  constructor(
    readonly actor: Actor,
    readonly commitmentId: string,
    readonly report: ReportContent,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReportSettled)
export class ReportSettledHandler implements ICommandHandler<ReportSettled> {
  constructor(private readonly changes: CommitmentChanges) {}

  execute({ actor, commitmentId, report, read }: ReportSettled): Promise<CommitmentVersion> {
    return this.changes.update({ commitmentId, actor, action: 'report-settled', read }, (commitment, by, context) =>
      reportSettled(commitment, by, report, context),
    );
  }
}
