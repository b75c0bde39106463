import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { submit } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** Hands a proposal to the committee. */
export class SubmitProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly read: number,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(SubmitProposal)
export class SubmitProposalHandler implements ICommandHandler<SubmitProposal> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, read, key }: SubmitProposal): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'submit-proposal', read, retry: { key, content: null } }, submit);
  }
}
