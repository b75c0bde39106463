import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import {
  assertCurrent,
  type Authority,
  type Change,
  type Handling,
  type HandlingInMatter,
  inMatter,
  type ProposalMatter,
  matterState,
  type MatterState,
  type PolicyContext,
  type Proposal,
} from '@plenum/proposals-domain';
import { type Actor, type ChangeRequest, IdempotencyKeys } from '@plenum/service-kit';
import { type ProposalInContext, ProposalRepository } from '../storage/proposal.repository.js';
import { RunningNumbers } from '../storage/running-numbers.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { Authorities } from './authorities.js';
import { ClosingPublication } from './closing-publication.js';

/** A change of a proposal that a member asks for. */
export interface ProposalChangeRequest extends ChangeRequest<Actor> {
  readonly proposalId: string;
}

/** A change of one of its handlings; the version is the handling's. */
export interface HandlingChangeRequest extends ProposalChangeRequest {
  readonly handlingId: string;
}

/** Where a proposal stands after a change. */
export interface ProposalVersion {
  readonly id: string;
  readonly state: MatterState;
  readonly docketNo: string | null;
  readonly version: number;
}

/** Where a handling stands after a change. */
export interface HandlingVersion {
  readonly id: string;
  readonly proposalId: string;
  readonly state: Handling['state'];
  /** The version of the handling. */
  readonly version: number;
}

/** What a change is told besides the proposal and who asks: its context, and the transaction to look things up in. */
export interface ChangeContext extends PolicyContext {
  readonly tx: Transaction;
}

/** A change of a proposal that nobody asks for. */
type SettledRequest = Pick<ProposalChangeRequest, 'proposalId' | 'action'> & { readonly organisationId: string };
type SettledHandling = SettledRequest & Pick<HandlingChangeRequest, 'handlingId'>;
type HandlingSettling = (matter: HandlingInMatter, context: ChangeContext) => Change | null | Promise<Change | null>;
type SettlingChange = (proposal: Proposal, context: ChangeContext) => Change | null | Promise<Change | null>;

/** How proposals are changed, and by whom: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class ProposalChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly authorities: Authorities,
    private readonly numbers: RunningNumbers,
    private readonly keys: IdempotencyKeys,
    private readonly closing: ClosingPublication,
  ) {}

  /**
   * Changes a proposal: one change at a time, each on what the one before left. A retried request is answered as the first.
   * @throws `proposals.not-found`, and what the change refuses; nothing is written then
   */
  async update(
    request: ProposalChangeRequest,
    change: (proposal: Proposal, by: Authority, context: ChangeContext) => Change | Promise<Change>,
  ): Promise<ProposalVersion> {
    const { proposalId, actor, action } = request;
    return this.transaction(request, `${action} ${proposalId}`, async (tx) => {
      const before = await this.proposals.lock(tx, proposalId, actor.organisationId);
      const by = await this.authorities.towards(tx, actor, before.proposal);
      const context = { ...this.contextOf(before), tx };
      const decided = await change(before.proposal, by, context);
      assertCurrent(before.proposal, request.read); // After the rules: whoever may not change it learns nothing of its versions.
      const made = await this.numbers.complete(tx, decided, context);
      return receiptOf(await this.proposals.update(tx, request, before, made));
    });
  }

  /**
   * Changes one of the handlings of a proposal; the others, and what somebody has read of them, stay as they are. Where the matter closes
   * with it, the rules of its call may publish it.
   * @throws `proposals.not-found`, and what the change refuses; nothing is written then
   */
  async updateHandling(
    request: HandlingChangeRequest,
    change: (matter: HandlingInMatter, by: Authority, context: ChangeContext) => Change | Promise<Change>,
  ): Promise<HandlingVersion> {
    const { proposalId, handlingId, actor, action } = request;
    return this.transaction(request, `${action} ${handlingId}`, async (tx) => {
      const before = await this.proposals.lock(tx, proposalId, actor.organisationId);
      const handling = handlingOf(before, handlingId);
      const by = await this.authorities.towards(tx, actor, before.proposal);
      const context = { ...this.contextOf(before), tx };
      const made = await change(inMatter(before.proposal, handling), by, context);
      assertCurrent(handling, request.read);
      const after = await this.proposals.update(tx, request, before, made);
      await this.closing.after(tx, request, after, made, context);
      const { id, state, version } = handlingOf(after, handlingId);
      return { id, proposalId, state, version };
    });
  }

  /** A change that time brings, not a person; null where there is none after all. @returns whether there was */
  async settleHandling(request: SettledHandling, change: HandlingSettling): Promise<boolean> {
    return this.database.transaction((tx) => this.settleHandlingIn(tx, request, change));
  }

  /** The same in a transaction under way: what another service told brings it about. @throws `proposals.not-found` */
  async settleHandlingIn(
    tx: Transaction,
    { proposalId, handlingId, organisationId, action }: SettledHandling,
    change: HandlingSettling,
  ): Promise<boolean> {
    const before = await this.proposals.lock(tx, proposalId, organisationId);
    const changed = await change(inMatter(before.proposal, handlingOf(before, handlingId)), { ...this.contextOf(before), tx });
    if (changed) await this.proposals.update(tx, { actor: { memberId: null, organisationId }, action }, before, changed);
    return changed !== null;
  }

  /**
   * A change of the proposal in a transaction under way: what another service told brings it about. @throws `proposals.not-found`
   * @returns whether there was one
   */
  async settleIn(tx: Transaction, { proposalId, organisationId, action }: SettledRequest, change: SettlingChange): Promise<boolean> {
    const before = await this.proposals.lock(tx, proposalId, organisationId);
    const context = { ...this.contextOf(before), tx };
    const decided = await change(before.proposal, context);
    if (decided === null) return false;
    const made = await this.numbers.complete(tx, decided, context);
    await this.proposals.update(tx, { actor: { memberId: null, organisationId }, action }, before, made);
    return true;
  }

  /** The same in a transaction of its own, of what time brings. @returns whether there was one */
  settle(request: SettledRequest, change: SettlingChange): Promise<boolean> {
    return this.database.transaction((tx) => this.settleIn(tx, request, change));
  }

  /** Adds a new proposal. A retried request is answered as the first. */
  async add(
    request: ChangeRequest<Actor>,
    make: (context: Omit<ChangeContext, keyof PolicyContext> & { readonly at: Date }) => Promise<Change>,
  ): Promise<ProposalVersion> {
    return this.transaction(request, request.action, async (tx) => {
      const made = await make({ tx, at: this.clock.now() });
      await this.proposals.insert(tx, request, made);
      return receiptOf({ proposal: made.proposal, handlings: [] });
    });
  }

  /** Adds one that is handed in at once, with the numbers that it is owed. A retried request is answered as the first. */
  async addSubmitted(
    request: ChangeRequest<Actor>,
    make: (context: {
      readonly tx: Transaction;
      readonly at: Date;
    }) => Promise<{ readonly change: Change; readonly context: PolicyContext }>,
  ): Promise<ProposalVersion> {
    return this.transaction(request, request.action, async (tx) => {
      const { change, context } = await make({ tx, at: this.clock.now() });
      const made = await this.numbers.complete(tx, change, context);
      await this.proposals.insert(tx, request, made);
      return receiptOf({ proposal: made.proposal, handlings: [] });
    });
  }

  /**
   * Removes a draft with everything in it; that there was one stays in the audit trail. @throws `proposals.not-found`, and what the check
   * refuses
   */
  async remove(request: ProposalChangeRequest, check: (proposal: Proposal, by: Authority, context: PolicyContext) => void): Promise<void> {
    const { proposalId, actor } = request;
    await this.database.transaction(async (tx) => {
      const before = await this.proposals.lock(tx, proposalId, actor.organisationId);
      const { proposal } = before;
      check(proposal, await this.authorities.towards(tx, actor, proposal), this.contextOf(before));
      assertCurrent(proposal, request.read);
      await this.proposals.delete(tx, request, proposal);
    });
  }

  private contextOf({ proposal: _proposal, ...around }: ProposalInContext): PolicyContext {
    return { ...around, at: this.clock.now() };
  }

  private transaction<T extends object>(request: ChangeRequest<Actor>, route: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => this.keys.changeOnce(tx, request, route, () => work(tx)));
  }
}

function handlingOf({ handlings }: ProposalMatter, id: string): Handling {
  const handling = handlings.find((one) => one.id === id);
  if (!handling) throw StorageErrors.notFound('handling', id);
  return handling;
}

/** Where a proposal stands, as a change answers it. */
export const receiptOf = (matter: ProposalMatter): ProposalVersion => {
  const { id, docketNo, version } = matter.proposal;
  return { id, state: matterState(matter), docketNo, version };
};
