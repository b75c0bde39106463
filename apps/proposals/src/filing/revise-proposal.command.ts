import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Content, revise } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** Changes what a draft, or a returned proposal, says. */
export class ReviseProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly parts: Partial<Content>,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReviseProposal)
export class ReviseProposalHandler implements ICommandHandler<ReviseProposal> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, parts, read }: ReviseProposal): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'revise-proposal', read }, (proposal, by, context) =>
      revise(proposal, by, parts, context),
    );
  }
}
