import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { type Routing, assign } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { ProposalRepository, type ProposalVersion } from '../storage/proposal.repository.js';

/** The committee assigns a proposal or a suggestion to its units. */
export class AssignProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly routing: Routing,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AssignProposal)
export class AssignProposalHandler implements ICommandHandler<AssignProposal> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly directory: Directory,
  ) {}

  execute({ actor, proposalId, routing, read }: AssignProposal): Promise<ProposalVersion> {
    return this.proposals.update({ proposalId, actor, action: 'assign-proposal', read }, async (proposal, by, context) => {
      const change = assign(proposal, by, routing, context);
      await this.assertKnown(context.tx, actor.organisationId, [routing.leadUnitId, ...routing.assistingUnitIds]);
      return change;
    });
  }

  private async assertKnown(tx: Transaction, organisationId: string, unitIds: readonly string[]): Promise<void> {
    const known = (await this.directory.units(tx, organisationId)).map(({ id }) => id);
    const unknown = unitIds.filter((unitId) => !known.includes(unitId));
    if (unknown.length > 0) throw AccessErrors.unknownUnit(unknown);
  }
}
