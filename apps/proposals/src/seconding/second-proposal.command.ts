import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertTextCurrent, second } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** Seconds a proposal: whoever sends it, in person, for nobody else. */
export class SecondProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SecondProposal)
export class SecondProposalHandler implements ICommandHandler<SecondProposal> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, read }: SecondProposal): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'second-proposal' }, (proposal, by, context) => {
      const change = second(proposal, by, context);
      assertTextCurrent(proposal, read); // After the rules: whoever may not sign learns nothing of its versions.
      return change;
    });
  }
}
