import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { mayReadRequest } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { owesAnswer } from '../access/owed-requests.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { RequestRepository } from '../storage/request.repository.js';
import { namesIn, openOf, requestItem, type Seen } from './request-view.js';
import type { OwedRequestsAnswer } from './requests.responses.js';

/** What waits for an answer of the actor, on all proposals of the organisation. */
export class OwedRequests extends Query<OwedRequestsAnswer> {
  constructor(readonly actor: Actor) {
    super();
  }
}

const LISTED_MAX = 50; // Each is shown with the form for its answer: more is no page to work on.

interface Row {
  readonly id: string;
  readonly proposalId: string;
}

@QueryHandler(OwedRequests)
export class OwedRequestsHandler implements IQueryHandler<OwedRequests> {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly requests: RequestRepository,
    private readonly authorities: Authorities,
    private readonly directory: Directory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ actor }: OwedRequests): Promise<OwedRequestsAnswer> {
    const seen: Seen[] = [];
    for (const row of await this.rowsOf(actor)) seen.push(await this.seenBy(actor, row));
    const readable = seen.filter(({ open, by }) => mayReadRequest(open, by));
    const named = await namesIn(this.directory, this.database, readable, actor.organisationId);
    return { items: readable.map((one) => requestItem(one, named)) };
  }

  private async rowsOf(actor: Actor): Promise<readonly Row[]> {
    const reach = await this.authorities.reach(this.database, actor);
    const parameters: unknown[] = [actor.organisationId];
    const bind = (value: unknown): string => `$${parameters.push(value)}`;
    return this.database.query<Row>(
      `SELECT r.id, r.proposal_id AS "proposalId" FROM requests r JOIN proposals p ON p.id = r.proposal_id
       WHERE r.organisation_id = $1 AND ${owesAnswer(reach, bind)} ORDER BY r.due_on, r.id LIMIT ${LISTED_MAX}`,
      parameters,
    );
  }

  private async seenBy(actor: Actor, { id, proposalId }: Row): Promise<Seen> {
    const { proposal, handlings, ...around } = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const request = await this.requests.find(this.database, id, proposalId, actor.organisationId);
    const others = await this.proposals.findAll(this.database, request.concerns, actor.organisationId);
    const concerned = new Map([proposal, ...others].map((one) => [one.id, one]));
    const by = await this.authorities.towards(this.database, actor, proposal);
    return { open: openOf(request, [request], concerned, handlings), by, context: { ...around, handlings, at: this.clock.now() } };
  }
}
