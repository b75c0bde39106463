import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { askableKinds, mayReadRequest, maySee, type Proposal, type Request, REQUEST_RULES } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { RequestRepository } from '../storage/request.repository.js';
import { namesIn, openOf, requestItem, type Seen } from './request-view.js';
import type { RequestListAnswer } from './requests.responses.js';

/** What was asked on a proposal, as far as the actor may know of it. */
export class RequestsOfProposal extends Query<RequestListAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@QueryHandler(RequestsOfProposal)
export class RequestsOfProposalHandler implements IQueryHandler<RequestsOfProposal> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly requests: RequestRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` for whoever may neither read the proposal nor any request on it */
  async execute({ actor, proposalId }: RequestsOfProposal): Promise<RequestListAnswer> {
    const { proposal, ...around } = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, proposal);
    const context = { ...around, at: this.clock.now() };
    const requests = await this.requests.listOf(this.database, proposalId);
    const concerned = await this.concernedBy(requests, proposal);
    const seen = requests
      .map((request): Seen => ({ open: openOf(request, requests, concerned, around.handlings), by, context }))
      .filter(({ open }) => mayReadRequest(open, by));
    if (seen.length === 0 && !maySee({ proposal, handlings: around.handlings }, by)) throw AccessErrors.forbidden();
    const named = await namesIn(this.directory, this.database, seen, actor.organisationId);
    return {
      items: seen.map((one) => requestItem(one, named)),
      mayAsk: [...askableKinds(REQUEST_RULES, proposal, by, context)],
    };
  }

  private async concernedBy(requests: readonly Request[], own: Proposal): Promise<ReadonlyMap<string, Proposal>> {
    const ids = new Set(requests.flatMap(({ concerns }) => concerns));
    const others = await this.proposals.findAll(this.database, [...ids], own.organisationId);
    return new Map([own, ...others].map((one) => [one.id, one]));
  }
}
