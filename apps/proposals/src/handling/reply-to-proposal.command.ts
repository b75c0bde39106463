import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, reply } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** The lead unit answers. */
export class ReplyToProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly answer: Answer,
    readonly read: number,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(ReplyToProposal)
export class ReplyToProposalHandler implements ICommandHandler<ReplyToProposal> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, answer, read, key }: ReplyToProposal): Promise<ProposalVersion> {
    return this.proposals.update(
      { proposalId, actor, action: 'reply-to-proposal', read, retry: { key, content: answer } },
      (proposal, by, context) => reply(proposal, by, answer, context),
    );
  }
}
