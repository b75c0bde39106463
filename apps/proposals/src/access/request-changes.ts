import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock, MalformedError } from '@plenum/kernel';
import {
  ask,
  assertCurrent,
  assertRequestCurrent,
  askedAbout,
  type Authority,
  type Handling,
  isAboutHandling,
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
import { StorageErrors } from '../storage/storage.errors.js';
import { AccessErrors } from './access.errors.js';
import { Authorities } from './authorities.js';
import type { ChangeContext, ProposalChangeRequest } from './proposal-changes.js';

/** Something is asked on a proposal, or on the work of one unit; the version is that of what it is asked about. */
export interface AskingRequest extends ProposalChangeRequest {
  /** The work that it is about; null where it is about the proposal. */
  readonly handlingId: string | null;
}

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

/** What is settled without anybody asking, and as what it is kept in the audit trail. */
interface SettledByTime extends Pick<RequestChangeRequest, 'requestId' | 'proposalId' | 'action'> {
  readonly organisationId: string;
}

/** A request beside the work that it is about. */
type OpenWork = OpenRequest & { readonly handling: Handling | null };

/**
 * How requests are made and answered: with their audit rows, their facts and what they bring about, in one transaction. What they concern
 * is locked in one order: proposals by id with their handlings, then requests by id.
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
    private readonly directory: Directory,
  ) {}

  /**
   * Asks for something on a proposal, or on the work of one unit, as it was read.
   * @throws `proposals.not-found`, `proposals.unknown-unit`, MalformedError for a wish that is none, and what the rule of its kind refuses
   */
  async ask(request: AskingRequest, { kind, reason, wish: sent }: WhatIsAsked): Promise<readonly RequestVersion[]> {
    const { proposalId, handlingId, actor } = request;
    if (isAboutHandling(kind) !== (handlingId !== null)) throw new MalformedError([{ field: 'kind', reason: 'not-in-the-list' }]);
    const rule = REQUEST_RULES[kind];
    const wish = rule.readWish(sent);
    return this.database.transaction(async (tx) => {
      const read = await this.proposals.find(tx, proposalId, actor.organisationId);
      const by = await this.authorities.towards(tx, actor, read.proposal);
      const at = this.clock.now();
      const about = askedAbout(read.proposal, workIn(read, handlingId));
      const refused = rule.who(about, by, { ...read, at }); // Nobody else learns which proposals there are.
      if (refused) throw refused;
      const locked = await this.proposals.lockAll(tx, [read.proposal.id, ...(rule.concerns?.(wish) ?? [])], actor.organisationId);
      const own = locked.get(read.proposal.id)!;
      const context = { ...own, obstacles: [...locked.values()].flatMap(({ obstacles }) => obstacles), at };
      const handling = workIn(own, handlingId);
      const asked = { reason, wish, nextId: randomUUID, ...(handling && { handling }) };
      const made = ask(rule, own.proposal, by, asked, proposalsIn(locked), context);
      assertCurrent(handling ?? own.proposal, request.read);
      await this.assertKnown(tx, actor.organisationId, rule.unitsIn?.(wish) ?? []);
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
      const terms = made.requests.flatMap(({ request: one }) => (one.answered?.terms ? [one.answered.terms] : []));
      await this.assertKnown(
        tx,
        actor.organisationId,
        terms.flatMap((said) => open.rule.unitsIn?.(said) ?? []),
      );
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

  /** A change of an open one that time brings, not a person. @returns whether there was any @throws `proposals.not-found` */
  async settleByTime(
    { requestId, proposalId, organisationId, action }: SettledByTime,
    change: (open: OpenRequest, context: ChangeContext) => Promise<RequestsChange | null>,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { open, locked, context } = await this.open(tx, await this.requests.find(tx, requestId, proposalId, organisationId));
      const made = await change(open, { ...context, tx });
      if (made) await this.write(tx, { actor: { memberId: null, organisationId }, action }, made, open.batch, locked);
      return made !== null;
    });
  }

  private async open(tx: Transaction, found: Request) {
    const locked = await this.proposals.lockAll(tx, found.concerns, found.organisationId);
    const batch = await this.requests.lockBatch(tx, found.batchId);
    const request = batch.find(({ id }) => id === found.id)!;
    const own = locked.get(found.proposalId)!;
    const handling = workIn(own, found.handlingId);
    const open: OpenWork = { rule: REQUEST_RULES[found.kind], request, batch, concerned: proposalsIn(locked), handling };
    return { open, locked, context: { ...own, at: this.clock.now() } };
  }

  private async assertKnown(tx: Transaction, organisationId: string, unitIds: readonly string[]): Promise<void> {
    if (unitIds.length === 0) return;
    const known = (await this.directory.units(tx, organisationId)).map(({ id }) => id);
    const unknown = unitIds.filter((unitId) => !known.includes(unitId));
    if (unknown.length > 0) throw AccessErrors.unknownUnit(unknown);
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

/** @throws `proposals.not-found` */
function workIn({ handlings }: Pick<ProposalInContext, 'handlings'>, id: string | null): Handling | null {
  const handling = id === null ? null : handlings.find((one) => one.id === id);
  if (handling === undefined) throw StorageErrors.notFound('handling', id!);
  return handling;
}

const versionOf = ({ id, state, version }: Request): RequestVersion => ({ id, state, version });
