import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { detach } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';
import { AttachmentsRepository } from '../storage/attachments.repository.js';

/** The lead proposer takes a file away from a text that may be changed. */
export class RemoveAttachment extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly attachmentId: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RemoveAttachment)
export class RemoveAttachmentHandler implements ICommandHandler<RemoveAttachment> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly attachments: AttachmentsRepository,
  ) {}

  execute({ actor, proposalId, attachmentId, read }: RemoveAttachment): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'remove-attachment', read }, async (proposal, by, context) => {
      const change = detach(proposal, by, context);
      const { id } = await this.attachments.find(context.tx, proposalId, attachmentId);
      await this.attachments.remove(context.tx, change.proposal, id);
      return change;
    });
  }
}
