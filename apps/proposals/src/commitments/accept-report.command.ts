import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { acceptReport } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitmentChanges, type CommitmentVersion } from '../access/commitment-changes.js';

/** The committee accepts what the unit reported. */
export class AcceptReport extends Command<CommitmentVersion> {
  constructor(
    readonly actor: Actor,
    readonly commitmentId: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AcceptReport)
export class AcceptReportHandler implements ICommandHandler<AcceptReport> {
  constructor(private readonly changes: CommitmentChanges) {}

  execute({ actor, commitmentId, read }: AcceptReport): Promise<CommitmentVersion> {
    return this.changes.update({ commitmentId, actor, action: 'accept-report', read }, acceptReport);
  }
}
