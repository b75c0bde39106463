import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Decision, review } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { DocketNumbers } from '../storage/docket-numbers.js';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** The committee files a proposal, passes it on as a suggestion, declines to file it, or returns it. */
export class ReviewProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly decision: Omit<Decision, 'docketNo'>,
    readonly read: number,
  ) {
    super();
  }
}

const NOT_NUMBERED = '';

@CommandHandler(ReviewProposal)
export class ReviewProposalHandler implements ICommandHandler<ReviewProposal> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly docketNumbers: DocketNumbers,
  ) {}

  execute({ actor, proposalId, decision, read }: ReviewProposal): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'review-proposal', read }, async (proposal, by, context) => {
      // Whether it may be reviewed at all is decided before the session's counter is held.
      const change = review(proposal, by, { ...decision, docketNo: NOT_NUMBERED }, context);
      if (decision.outcome !== 'FILED') return change;
      const docketNo = await this.docketNumbers.next(context.tx, proposal.sessionId);
      return review(proposal, by, { ...decision, docketNo }, context);
    });
  }
}
