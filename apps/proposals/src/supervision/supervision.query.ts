import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { allowedOnSupervision, maySeeSupervision } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import type { PersonAnswer } from '../shapes/named.responses.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { SupervisionRepository } from '../storage/supervision.repository.js';
import { CommitteeMembers } from './committee-members.js';
import type { SupervisionAnswer } from './supervision.responses.js';

/** How a matter is looked after: the same page for the committee, the proposers, those who oversee, and the units. */
export class SupervisionOfProposal extends Query<SupervisionAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@QueryHandler(SupervisionOfProposal)
export class SupervisionOfProposalHandler implements IQueryHandler<SupervisionOfProposal> {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    private readonly supervisions: SupervisionRepository,
    private readonly authorities: Authorities,
    private readonly committee: CommitteeMembers,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: SupervisionOfProposal): Promise<SupervisionAnswer> {
    const found = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const { proposal } = found;
    const by = await this.authorities.towards(this.database, actor, proposal);
    if (!maySeeSupervision(found, by)) throw AccessErrors.forbidden();
    const { key, caseOwnerId, visits, ...supervision } = await this.supervisions.of(this.database, proposal);
    const allowedActions = allowedOnSupervision(proposal, { ...supervision, key, caseOwnerId, visits }, by, {
      ...found,
      at: this.clock.now(),
    });
    const people = [...(key ? [key.by] : []), ...(caseOwnerId ? [caseOwnerId] : []), ...visits.map((visit) => visit.by)];
    const names = new Map((await this.directory.membersByIds(this.database, [...new Set(people)])).map(({ id, name }) => [id, name]));
    const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
    return {
      key: key && { reason: key.reason, by: named(key.by), at: key.at.toISOString() },
      caseOwner: caseOwnerId === null ? null : named(caseOwnerId),
      visits: visits.map((visit) => ({ ...visit, by: named(visit.by), at: visit.at.toISOString() })),
      committee: allowedActions.includes('name-case-owner') ? await this.committee.of(this.database, proposal) : [],
      version: supervision.version,
      allowedActions: [...allowedActions],
    };
  }
}
