import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertDiscardable } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalRepository } from '../storage/proposal.repository.js';

/** Throws a draft away. */
export class DiscardDraft extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(DiscardDraft)
export class DiscardDraftHandler implements ICommandHandler<DiscardDraft> {
  constructor(private readonly proposals: ProposalRepository) {}

  execute({ actor, proposalId, read }: DiscardDraft): Promise<void> {
    return this.proposals.remove({ proposalId, actor, action: 'discard-draft', read }, assertDiscardable);
  }
}
