import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  answerRefusal,
  askableKinds,
  type Authority,
  mayReadRequest,
  maySee,
  type OpenRequest,
  type PolicyContext,
  type Proposal,
  type Request,
  REQUEST_RULES,
  takingBackRefusal,
} from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import type { PersonAnswer } from '../shapes/named.responses.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { RequestRepository } from '../storage/request.repository.js';
import type { ConcernedAnswer, RequestItem, RequestListAnswer } from './requests.responses.js';

/** What was asked on a proposal, as far as the actor may know of it. */
export class RequestsOfProposal extends Query<RequestListAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

/** An open request, seen by somebody. */
interface Seen {
  readonly open: OpenRequest;
  readonly by: Authority;
  readonly context: PolicyContext;
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
      .map((request): Seen => ({ open: openOf(request, requests, concerned), by, context }))
      .filter(({ open }) => mayReadRequest(open, by));
    if (seen.length === 0 && !maySee({ proposal, handlings: around.handlings }, by)) throw AccessErrors.forbidden();
    const names = await this.namesIn(seen, actor.organisationId);
    return {
      items: seen.map((one) => requestItem(one, (id) => ({ id, name: names.get(id) ?? null }))),
      mayAsk: [...askableKinds(REQUEST_RULES, proposal, by, context)],
    };
  }

  private async concernedBy(requests: readonly Request[], own: Proposal): Promise<ReadonlyMap<string, Proposal>> {
    const ids = new Set(requests.flatMap(({ concerns }) => concerns));
    const others = await this.proposals.findAll(this.database, [...ids], own.organisationId);
    return new Map([own, ...others].map((one) => [one.id, one]));
  }

  private async namesIn(seen: readonly Seen[], organisationId: string): Promise<ReadonlyMap<string, string>> {
    const people = seen.flatMap(({ open: { request, concerned } }) => [
      request.asked.by,
      ...(request.answered?.by ? [request.answered.by] : []),
      ...(request.owedBy.who === 'member' ? [request.owedBy.memberId] : []),
      concerned.get(request.proposalId)!.leadProposerId,
    ]);
    const isOfUnit = seen.some(({ open }) => open.request.owedBy.who === 'unit');
    const members = await this.directory.membersByIds(this.database, [...new Set(people)]);
    const units = isOfUnit ? await this.directory.units(this.database, organisationId) : [];
    return new Map([...members, ...units].map(({ id, name }) => [id, name]));
  }
}

function openOf(request: Request, all: readonly Request[], concerned: ReadonlyMap<string, Proposal>): OpenRequest {
  const ofIt = new Map(request.concerns.flatMap((id) => (concerned.has(id) ? [[id, concerned.get(id)!] as const] : [])));
  const batch = all.filter(({ batchId }) => batchId === request.batchId);
  return { rule: REQUEST_RULES[request.kind], request, batch, concerned: ofIt };
}

function requestItem({ open, by, context }: Seen, named: (id: string) => PersonAnswer): RequestItem {
  const { rule, request, concerned } = open;
  const { owedBy, dueOn, asked, answered } = request;
  const proposal = concerned.get(request.proposalId)!;
  const ofMember = owedBy.who === 'member' ? owedBy.memberId : owedBy.who === 'lead-proposer' ? proposal.leadProposerId : null;
  return {
    id: request.id,
    kind: request.kind,
    state: request.state,
    proposal: concernedAnswer(proposal),
    concerns: [...concerned.values()].map(concernedAnswer),
    owedBy: {
      who: owedBy.who,
      member: ofMember === null ? null : named(ofMember),
      unit: owedBy.who === 'unit' ? named(owedBy.unitId) : null,
    },
    dueOn,
    overdue: request.state === 'OPEN' && dueOn !== null && context.calendar.dayOf(context.at) > dueOn,
    isClockStopped: rule.isClockStopped && request.state === 'OPEN',
    askedBy: named(asked.by),
    askedAt: asked.at.toISOString(),
    reason: asked.reason,
    answer: answered && { ...answered, by: answered.by === null ? null : named(answered.by), at: answered.at.toISOString() },
    version: request.version,
    outcomes: answerRefusal(open, by) === null ? [...rule.outcomes] : [],
    reasonedOutcomes: [...rule.reasonedOutcomes],
    mayTakeBack: takingBackRefusal(open, by, context) === null,
  };
}

const concernedAnswer = ({ id, content, docketNo }: Proposal): ConcernedAnswer => ({ id, subject: content.subject, docketNo });
