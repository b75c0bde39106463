import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { returnReport } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitmentChanges, type CommitmentVersion } from '../access/commitment-changes.js';

/** The committee does not accept what the unit reported, and says why. */
export class ReturnReport extends Command<CommitmentVersion> {
  constructor(
    readonly actor: Actor,
    readonly commitmentId: string,
    readonly reason: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReturnReport)
export class ReturnReportHandler implements ICommandHandler<ReturnReport> {
  constructor(private readonly changes: CommitmentChanges) {}

  execute({ actor, commitmentId, reason, read }: ReturnReport): Promise<CommitmentVersion> {
    return this.changes.update({ commitmentId, actor, action: 'return-report', read }, (commitment, by, context) =>
      returnReport(commitment, by, reason, context),
    );
  }
}
