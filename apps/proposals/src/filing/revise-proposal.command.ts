import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Content, revise } from '@plenum/proposals-domain';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';
import { assertUnitKnown } from './suggested-unit.js';

/** Changes what a draft, or a returned proposal, says. */
export class ReviseProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly parts: Partial<Content>,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ReviseProposal)
export class ReviseProposalHandler implements ICommandHandler<ReviseProposal> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly directory: Directory,
  ) {}

  execute({ actor, proposalId, parts, read }: ReviseProposal): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'revise-proposal', read }, async (proposal, by, context) => {
      const change = revise(proposal, by, parts, context);
      await assertUnitKnown(context.tx, this.directory, actor.organisationId, parts.suggestedUnitId);
      return change;
    });
  }
}
