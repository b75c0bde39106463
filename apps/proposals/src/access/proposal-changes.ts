import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { assertCurrent, type Authority, type Change, type PolicyContext, type Proposal } from '@plenum/proposals-domain';
import { type Actor, type ChangeRequest, IdempotencyKeys } from '@plenum/service-kit';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { RunningNumbers } from '../storage/running-numbers.js';
import { Authorities } from './authorities.js';

/** A change of a proposal that a member asks for. */
export interface ProposalChangeRequest extends ChangeRequest<Actor> {
  readonly proposalId: string;
}

/** Where a proposal stands after a change. */
export interface ProposalVersion {
  readonly id: string;
  readonly state: Proposal['state'];
  readonly docketNo: string | null;
  readonly version: number;
}

/** What a change is told besides the proposal and who asks: its context, and the transaction to look things up in. */
export interface ChangeContext extends PolicyContext {
  readonly tx: Transaction;
}

/** A change of a proposal that nobody asks for. */
type SettledRequest = Pick<ProposalChangeRequest, 'proposalId' | 'action'> & { readonly organisationId: string };
type SettlingChange = (proposal: Proposal, context: PolicyContext) => Change | null;

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
      const { proposal: before, ...around } = await this.proposals.lock(tx, proposalId, actor.organisationId);
      const by = await this.authorities.towards(tx, actor, before);
      const context = { ...around, at: this.clock.now(), tx };
      const decided = await change(before, by, context);
      assertCurrent(before, request.read); // After the rules: whoever may not change it learns nothing of its versions.
      const made = await this.numbers.complete(tx, decided, context);
      await this.proposals.update(tx, request, before, made);
      return receiptOf(made.proposal);
    });
  }

  /** A change that time brings, not a person; null where there is none after all. @returns whether there was */
  async settle(request: SettledRequest, change: SettlingChange): Promise<boolean> {
    return this.database.transaction((tx) => this.settleIn(tx, request, change));
  }

  /** The same in a transaction under way: what another service told brings it about. @throws `proposals.not-found` */
  async settleIn(tx: Transaction, { proposalId, organisationId, action }: SettledRequest, change: SettlingChange): Promise<boolean> {
    const { proposal: before, ...around } = await this.proposals.lock(tx, proposalId, organisationId);
    const context = { ...around, at: this.clock.now() };
    const decided = change(before, context);
    if (decided === null) return false;
    const made = await this.numbers.complete(tx, decided, context);
    await this.proposals.update(tx, { actor: { memberId: null, organisationId }, action }, before, made);
    return true;
  }

  /** Adds a new proposal. A retried request is answered as the first. */
  async add(
    request: ChangeRequest<Actor>,
    make: (context: Omit<ChangeContext, keyof PolicyContext> & { readonly at: Date }) => Promise<Change>,
  ): Promise<ProposalVersion> {
    return this.transaction(request, request.action, async (tx) => {
      const made = await make({ tx, at: this.clock.now() });
      await this.proposals.insert(tx, request, made);
      return receiptOf(made.proposal);
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
      return receiptOf(made.proposal);
    });
  }

  /**
   * Removes a draft with everything in it; that there was one stays in the audit trail. @throws `proposals.not-found`, and what the check
   * refuses
   */
  async remove(request: ProposalChangeRequest, check: (proposal: Proposal, by: Authority, context: PolicyContext) => void): Promise<void> {
    const { proposalId, actor } = request;
    await this.database.transaction(async (tx) => {
      const { proposal, ...context } = await this.proposals.lock(tx, proposalId, actor.organisationId);
      check(proposal, await this.authorities.towards(tx, actor, proposal), { ...context, at: this.clock.now() });
      assertCurrent(proposal, request.read);
      await this.proposals.delete(tx, request, proposal);
    });
  }

  private transaction(
    request: ChangeRequest<Actor>,
    route: string,
    work: (tx: Transaction) => Promise<ProposalVersion>,
  ): Promise<ProposalVersion> {
    return this.database.transaction((tx) => this.keys.changeOnce(tx, request, route, () => work(tx)));
  }
}

/** Where a proposal stands, as a change answers it. */
export const receiptOf = ({ id, state, docketNo, version }: Proposal): ProposalVersion => ({ id, state, docketNo, version });
