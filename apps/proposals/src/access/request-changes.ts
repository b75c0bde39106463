import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import {
  ask,
  assertCurrent,
  assertRequestCurrent,
  type Authority,
  type OpenRequest,
  type PolicyContext,
  type Request,
  REQUEST_RULES,
  type RequestsChange,
  settleSilence,
} from '@plenum/proposals-domain';
import type { ChangeRequest } from '@plenum/service-kit';
import { ProposalRepository, type ProposalInContext } from '../storage/proposal.repository.js';
import { RequestRepository } from '../storage/request.repository.js';
import { RunningNumbers } from '../storage/running-numbers.js';
import { Authorities } from './authorities.js';
import type { ProposalChangeRequest } from './proposal-changes.js';

/** A change of a request that a member asks for. */
export interface RequestChangeRequest extends ProposalChangeRequest {
  readonly requestId: string;
}

/** Where a request stands after a change. */
export interface RequestVersion {
  readonly id: string;
  readonly state: Request['state'];
  readonly version: number;
}

/** What somebody asks for. */
export interface WhatIsAsked {
  readonly kind: Request['kind'];
  readonly reason: string | null;
  /** As it was sent. */
  readonly wish: unknown;
}

/**
 * How requests are made and answered: with their audit rows, their facts and what they bring about, in one transaction. What they concern
 * is locked in one order: proposals by id, then requests by id.
 */
@Injectable()
export class RequestChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly requests: RequestRepository,
    private readonly authorities: Authorities,
    private readonly numbers: RunningNumbers,
  ) {}

  /**
   * Asks for something on a proposal, as it was read.
   * @throws `proposals.not-found`, MalformedError for a wish that is none, and what the rule of its kind refuses
   */
  async ask(request: ProposalChangeRequest, { kind, reason, wish: sent }: WhatIsAsked): Promise<readonly RequestVersion[]> {
    const { proposalId, actor } = request;
    const rule = REQUEST_RULES[kind];
    const wish = rule.readWish(sent);
    return this.database.transaction(async (tx) => {
      const read = await this.proposals.find(tx, proposalId, actor.organisationId);
      const by = await this.authorities.towards(tx, actor, read.proposal);
      const at = this.clock.now();
      const refused = rule.who(read.proposal, by, { ...read, at }); // Nobody else learns which proposals there are.
      if (refused) throw refused;
      const locked = await this.proposals.lockAll(tx, [read.proposal.id, ...(rule.concerns?.(wish) ?? [])], actor.organisationId);
      const own = locked.get(read.proposal.id)!;
      const context = { ...own, obstacles: [...locked.values()].flatMap(({ obstacles }) => obstacles), at };
      const made = ask(rule, own.proposal, by, { reason, wish, nextId: randomUUID }, proposalsIn(locked), context);
      assertCurrent(own.proposal, request.read);
      await this.write(tx, request, made, [], locked);
      return made.requests.map(({ request: one }) => versionOf(one));
    });
  }

  /** Answers a request, or takes it back, as it was read. @throws `proposals.not-found`, and what the change refuses */
  async settle(
    request: RequestChangeRequest,
    change: (open: OpenRequest, by: Authority, context: PolicyContext) => RequestsChange,
  ): Promise<RequestVersion> {
    const { proposalId, requestId, actor } = request;
    return this.database.transaction(async (tx) => {
      const found = await this.requests.find(tx, requestId, proposalId, actor.organisationId);
      const { open, locked, context } = await this.open(tx, found);
      const by = await this.authorities.towards(tx, actor, locked.get(found.proposalId)!.proposal);
      const made = change(open, by, context);
      assertRequestCurrent(open.request, request.read);
      await this.write(tx, request, made, open.batch, locked);
      return versionOf(made.requests.find(({ request: one }) => one.id === found.id)!.request);
    });
  }

  /** Settles what silence past the last day counts as. @returns whether there was anything to settle */
  async settleSilence(found: Request): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { open, locked, context } = await this.open(tx, found);
      const made = settleSilence(open, context);
      const requester = { memberId: null, organisationId: found.organisationId };
      if (made) await this.write(tx, { actor: requester, action: 'settle-silence' }, made, open.batch, locked);
      return made !== null;
    });
  }

  private async open(tx: Transaction, found: Request) {
    const locked = await this.proposals.lockAll(tx, found.concerns, found.organisationId);
    const batch = await this.requests.lockBatch(tx, found.batchId);
    const request = batch.find(({ id }) => id === found.id)!;
    const open: OpenRequest = { rule: REQUEST_RULES[found.kind], request, batch, concerned: proposalsIn(locked) };
    return { open, locked, context: { ...locked.get(found.proposalId)!, at: this.clock.now() } };
  }

  private async write(
    tx: Transaction,
    request: ChangeRequest,
    { requests, proposals }: RequestsChange,
    before: readonly Request[],
    locked: ReadonlyMap<string, ProposalInContext>,
  ): Promise<void> {
    for (const change of requests) {
      const earlier = before.find(({ id }) => id === change.request.id);
      await (earlier ? this.requests.update(tx, request, earlier, change) : this.requests.insert(tx, request, change));
    }
    for (const { action, ...change } of proposals) {
      const earlier = locked.get(change.proposal.id)!;
      const made = await this.numbers.complete(tx, change, { ...earlier, at: this.clock.now() });
      await this.proposals.update(tx, { ...request, action }, earlier, made);
    }
  }
}

const proposalsIn = (locked: ReadonlyMap<string, ProposalInContext>) => new Map([...locked].map(([id, { proposal }]) => [id, proposal]));

const versionOf = ({ id, state, version }: Request): RequestVersion => ({ id, state, version });
