import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertTextCurrent, maySee, second } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

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
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, read }: SecondProposal): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'second-proposal' }, (proposal, by, context) => {
      const change = second(proposal, by, context);
      // Who signs reads it from then on: nobody signs what is not theirs to read. After the rules, which name what stands in the way.
      if (!maySee({ proposal, handlings: context.handlings }, by)) throw AccessErrors.forbidden();
      assertTextCurrent(proposal, read); // Last: whoever may not sign learns nothing of its versions.
      return change;
    });
  }
}
