import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Decision, review } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { KnownMembers } from '../access/known-members.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** The committee takes the next step of a review; the last decides. */
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
  constructor(
    private readonly changes: ProposalChanges,
    private readonly known: KnownMembers,
  ) {}

  execute({ actor, proposalId, decision, read }: ReviewProposal): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'review-proposal', read }, async (proposal, by, context) => {
      const change = review(proposal, by, decision, context);
      await this.known.assertKnown(context.tx, actor.organisationId, decision.present ?? []);
      return change;
    });
  }
}
