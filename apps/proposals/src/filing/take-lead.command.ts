import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { takeLead } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** A seconder, or where none is left a member of the committee, takes the place of a lead proposer who has left. */
export class TakeLead extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@CommandHandler(TakeLead)
export class TakeLeadHandler implements ICommandHandler<TakeLead> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId }: TakeLead): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'take-lead' }, takeLead);
  }
}
