import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { type Routing, assign, unitsOf } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** To which units, without the ids that the service gives. */
export type AskedRouting = Omit<Routing, 'handlingId'>;

/** The committee assigns a proposal or a suggestion to a lead unit with those that assist it, or to separate units. */
export class AssignProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly routings: readonly AskedRouting[],
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AssignProposal)
export class AssignProposalHandler implements ICommandHandler<AssignProposal> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly directory: Directory,
  ) {}

  execute({ actor, proposalId, routings, read }: AssignProposal): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'assign-proposal', read }, async (proposal, by, context) => {
      const named = routings.map((routing) => ({ ...routing, handlingId: randomUUID() }));
      const change = assign(proposal, by, named, context);
      await this.assertKnown(context.tx, actor.organisationId, unitsOf(change.handlings ?? []));
      return change;
    });
  }

  private async assertKnown(tx: Transaction, organisationId: string, unitIds: readonly string[]): Promise<void> {
    const known = (await this.directory.units(tx, organisationId)).map(({ id }) => id);
    const unknown = unitIds.filter((unitId) => !known.includes(unitId));
    if (unknown.length > 0) throw AccessErrors.unknownUnit(unknown);
  }
}
