import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Closure, close } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** The committee closes the matter. */
export class CloseProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly closure: Closure,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(CloseProposal)
export class CloseProposalHandler implements ICommandHandler<CloseProposal> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, closure, read }: CloseProposal): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'close-proposal', read }, (proposal, by, context) =>
      close(proposal, by, closure, context),
    );
  }
}
