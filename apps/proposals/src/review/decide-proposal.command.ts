import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decide, type PresidiumDecision } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { KnownMembers } from '../access/known-members.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** The presidium files what the committee left to it, does not, or puts it before the congress. */
export class DecideProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly decision: PresidiumDecision,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(DecideProposal)
export class DecideProposalHandler implements ICommandHandler<DecideProposal> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly known: KnownMembers,
  ) {}

  execute({ actor, proposalId, decision, read }: DecideProposal): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'decide-proposal', read }, async (proposal, by, context) => {
      const change = decide(proposal, by, decision, context);
      await this.known.assertKnown(context.tx, actor.organisationId, decision.present ?? []);
      return change;
    });
  }
}
