import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decline } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** Says no to an invitation, or takes one's own signature back. */
export class DeclineSeconding extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@CommandHandler(DeclineSeconding)
export class DeclineSecondingHandler implements ICommandHandler<DeclineSeconding> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId }: DeclineSeconding): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'decline-seconding' }, decline);
  }
}
