import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decline } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalReceipt } from '../storage/proposal.repository.js';

/** Says no to an invitation, or takes one's own signature back. */
export class DeclineSeconding extends Command<ProposalReceipt> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@CommandHandler(DeclineSeconding)
export class DeclineSecondingHandler implements ICommandHandler<DeclineSeconding> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId }: DeclineSeconding): Promise<ProposalReceipt> {
    return this.proposals.update({ proposalId, actor, action: 'decline-seconding' }, decline);
  }
}
