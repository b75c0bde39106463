import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { withdraw } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** Takes a proposal back. */
export class WithdrawProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly reason: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(WithdrawProposal)
export class WithdrawProposalHandler implements ICommandHandler<WithdrawProposal> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, reason, read }: WithdrawProposal): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'withdraw-proposal', read }, (proposal, by, context) =>
      withdraw(proposal, by, reason, context),
    );
  }
}
