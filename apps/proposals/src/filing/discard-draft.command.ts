import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assertDiscardable } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges } from '../access/proposal-changes.js';

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
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, read }: DiscardDraft): Promise<void> {
    return this.changes.remove({ proposalId, actor, action: 'discard-draft', read }, assertDiscardable);
  }
}
