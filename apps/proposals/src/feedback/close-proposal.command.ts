import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ClosingOutcome, close } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** The committee closes the matter. */
export class CloseProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly outcome: ClosingOutcome | null,
  ) {
    super();
  }
}

@CommandHandler(CloseProposal)
export class CloseProposalHandler implements ICommandHandler<CloseProposal> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, outcome }: CloseProposal): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'close-proposal' }, (proposal, by, context) =>
      close(proposal, by, outcome, context),
    );
  }
}
