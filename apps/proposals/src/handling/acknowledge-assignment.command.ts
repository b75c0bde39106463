import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { acknowledge } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** The lead unit signs for what it was assigned. */
export class AcknowledgeAssignment extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@CommandHandler(AcknowledgeAssignment)
export class AcknowledgeAssignmentHandler implements ICommandHandler<AcknowledgeAssignment> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId }: AcknowledgeAssignment): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'acknowledge-assignment' }, acknowledge);
  }
}
