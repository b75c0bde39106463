import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Decision, review } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** The committee files a proposal, passes it on as a suggestion, declines to file it, or returns it. */
export class ReviewProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly decision: Decision,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReviewProposal)
export class ReviewProposalHandler implements ICommandHandler<ReviewProposal> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, decision, read }: ReviewProposal): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'review-proposal', read }, (proposal, by, context) =>
      review(proposal, by, decision, context),
    );
  }
}
