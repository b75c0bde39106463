import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type EndorsementAnswer, endorse } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** The head of the delegation endorses a proposal, or returns it. */
export class EndorseProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly answer: EndorsementAnswer,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(EndorseProposal)
export class EndorseProposalHandler implements ICommandHandler<EndorseProposal> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, answer, read }: EndorseProposal): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'endorse-proposal', read }, (proposal, by, context) =>
      endorse(proposal, by, answer, context),
    );
  }
}
