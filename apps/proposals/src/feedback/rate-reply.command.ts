import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Judgement, rate } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** The lead proposer rates the reply. */
export class RateReply extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly judgement: Judgement,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RateReply)
export class RateReplyHandler implements ICommandHandler<RateReply> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, judgement, read }: RateReply): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'rate-reply', read }, (proposal, by, context) =>
      rate(proposal, by, judgement, context),
    );
  }
}
