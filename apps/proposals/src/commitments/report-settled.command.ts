import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ReportContent, reportSettled } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { EvidenceRepository } from '../storage/evidence.repository.js';
import { CommitmentChanges, type CommitmentVersion } from '../access/commitment-changes.js';

/** The unit says that a promise is settled, or asks to carry it on; what it attached goes with it. */
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
  constructor(
    private readonly changes: CommitmentChanges,
    private readonly evidence: EvidenceRepository,
  ) {}

  execute({ actor, commitmentId, report, read }: ReportSettled): Promise<CommitmentVersion> {
    return this.changes.update({ commitmentId, actor, action: 'report-settled', read }, async (commitment, by, context) => {
      const files = await this.evidence.notGiven(context.tx, commitmentId);
      return reportSettled(commitment, by, { ...report, files }, context);
    });
  }
}
