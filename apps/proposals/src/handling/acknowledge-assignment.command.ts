import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { acknowledge } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { type HandlingVersion, ProposalChanges } from '../access/proposal-changes.js';

/** The lead unit signs for what it was assigned. */
export class AcknowledgeAssignment extends Command<HandlingVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
  ) {
    super();
  }
}

@CommandHandler(AcknowledgeAssignment)
export class AcknowledgeAssignmentHandler implements ICommandHandler<AcknowledgeAssignment> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, handlingId }: AcknowledgeAssignment): Promise<HandlingVersion> {
    return this.changes.updateHandling({ proposalId, handlingId, actor, action: 'acknowledge-assignment' }, acknowledge);
  }
}
