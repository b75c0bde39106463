import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cancelInvitation } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** Takes an unsigned invitation back. */
export class CancelInvitation extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(CancelInvitation)
export class CancelInvitationHandler implements ICommandHandler<CancelInvitation> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, memberId }: CancelInvitation): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'cancel-invitation' }, (proposal, by, context) =>
      cancelInvitation(proposal, by, memberId, context),
    );
  }
}
