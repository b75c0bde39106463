import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@plenum/calendar';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import {
  assertCurrent,
  type CallWindow,
  type Change,
  type PolicyContext,
  type Proposal,
  type ProposalEvent,
  type Authority,
} from '@plenum/proposals-domain';
import { type Actor, AggregateTable, ChangeRecords, type ChangeRequest, IdempotencyKeys } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { toPublished } from './proposal.publishing.js';
import {
  CALL_COLUMNS,
  type CalendarRow,
  type CallRow,
  type ProposalRow,
  columnsOf,
  toCalendar,
  toCall,
  toProposal,
} from './proposal.rows.js';

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

/** A proposal with the call and the calendar it lives under. */
export interface ProposalInContext {
  readonly proposal: Proposal;
  readonly call: CallWindow;
  readonly calendar: WorkingCalendar;
}

const FIND = `
SELECT p.*, ${CALL_COLUMNS}, k.zone, k.days_off, k.working_days
FROM proposals p
JOIN calls c ON c.id = p.call_id
LEFT JOIN directory_calendars k ON k.organisation_id = p.organisation_id
  WHERE p.id = $1 AND p.organisation_id = $2
`;

/** Where proposals live: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class ProposalRepository {
  private readonly table: AggregateTable<Proposal, ProposalEvent>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly standings: Authorities,
    private readonly keys: IdempotencyKeys,
    records: ChangeRecords,
  ) {
    this.table = new AggregateTable({ table: 'proposals', kind: 'proposal', columnsOf, toPublished }, records);
  }

  /** A proposal of the organisation. @throws `proposals.not-found` */
  async find(from: Queryable, id: string, organisationId: string): Promise<ProposalInContext> {
    const [row] = await from.query<ProposalRow & CallRow & CalendarRow>(FIND, [id, organisationId]);
    if (!row) throw AccessErrors.notFound('proposal', id);
    return { proposal: toProposal(row), call: toCall(row), calendar: toCalendar(row) };
  }

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
      const { proposal: before, call, calendar } = await this.locked(tx, proposalId, actor.organisationId);
      const by = await this.standings.towards(tx, actor, before);
      const { proposal, events } = await change(before, by, { call, calendar, at: this.clock.now(), tx });
      assertCurrent(before, request.read); // After the rules: whoever may not change it learns nothing of its versions.
      await this.table.update(tx, request, before, { after: proposal, events });
      return receiptOf(proposal);
    });
  }

  /** A change that time brings, not a person; null where there is none after all. @returns whether there was */
  async settle(
    { proposalId, organisationId, action }: Pick<ProposalChangeRequest, 'proposalId' | 'action'> & { readonly organisationId: string },
    change: (proposal: Proposal, context: PolicyContext) => Change | null,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { proposal: before, call, calendar } = await this.locked(tx, proposalId, organisationId);
      const changed = change(before, { call, calendar, at: this.clock.now() });
      if (changed)
        await this.table.update(tx, { actor: { memberId: null, organisationId }, action }, before, {
          after: changed.proposal,
          events: changed.events,
        });
      return changed !== null;
    });
  }

  /** Adds a new proposal. A retried request is answered as the first. */
  async add(
    request: ChangeRequest<Actor>,
    make: (context: Omit<ChangeContext, keyof PolicyContext> & { readonly at: Date }) => Promise<Change>,
  ): Promise<ProposalVersion> {
    return this.transaction(request, request.action, async (tx) => {
      const { proposal, events } = await make({ tx, at: this.clock.now() });
      await this.table.insert(tx, request, { after: proposal, events });
      return receiptOf(proposal);
    });
  }

  /**
   * Removes a draft with everything in it; that there was one stays in the audit trail. @throws `proposals.not-found`, and what the check
   * refuses
   */
  async remove(request: ProposalChangeRequest, check: (proposal: Proposal, by: Authority, context: PolicyContext) => void): Promise<void> {
    const { proposalId, actor } = request;
    await this.database.transaction(async (tx) => {
      const { proposal, call, calendar } = await this.locked(tx, proposalId, actor.organisationId);
      check(proposal, await this.standings.towards(tx, actor, proposal), { call, calendar, at: this.clock.now() });
      assertCurrent(proposal, request.read);
      await this.table.delete(tx, request, proposal, { state: proposal.state, version: proposal.version });
    });
  }

  private transaction(
    request: ChangeRequest<Actor>,
    route: string,
    work: (tx: Transaction) => Promise<ProposalVersion>,
  ): Promise<ProposalVersion> {
    return this.database.transaction((tx) => this.keys.changeOnce(tx, request, route, () => work(tx)));
  }

  private async locked(tx: Transaction, id: string, organisationId: string): Promise<ProposalInContext> {
    const [row] = await tx.query<ProposalRow & CallRow & CalendarRow>(`${FIND} FOR UPDATE OF p`, [id, organisationId]);
    if (!row) throw AccessErrors.notFound('proposal', id);
    return { proposal: toProposal(row), call: toCall(row), calendar: toCalendar(row) };
  }
}

const receiptOf = ({ id, state, docketNo, version }: Proposal): ProposalVersion => ({ id, state, docketNo, version });
