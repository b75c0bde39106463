import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@plenum/calendar';
import type { Readable } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { Transaction } from '@plenum/messaging';
import { assertCurrent, type CallWindow, type Change, type PolicyContext, type Proposal, type Standing } from '@plenum/proposals-domain';
import { type Actor, Database, IdempotencyKeys } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Standings } from '../access/standings.js';
import { ChangeRecords } from './change-records.js';
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

/** A change that somebody asks for: of which proposal, by whom, as what it is kept in the audit trail. */
export interface ChangeRequest {
  readonly proposalId: string;
  readonly actor: Actor;
  /** As the command is named: `review-proposal`. */
  readonly action: string;
  /** The client's key where a retry is natural, with what the request said. */
  readonly retry?: Retry;
  /** The version that the change was made on; left out, whatever stands is changed. */
  readonly read?: number | undefined;
}

export interface Retry {
  readonly key: string | undefined;
  readonly content: unknown;
}

/** Where a proposal stands after a change. */
export interface ProposalReceipt {
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
export interface Found {
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
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly records: ChangeRecords,
    private readonly keys: IdempotencyKeys,
  ) {}

  /** A proposal of the organisation. @throws `proposals.not-found` */
  async find(from: Readable, id: string, organisationId: string): Promise<Found> {
    const [row] = (await from.query(FIND, [id, organisationId])) as (ProposalRow & CallRow & CalendarRow)[];
    if (!row) throw AccessErrors.notFound('proposal', id);
    return { proposal: toProposal(row), call: toCall(row), calendar: toCalendar(row) };
  }

  /**
   * Changes a proposal: one change at a time, each on what the one before left. A retried request is answered as the first.
   * @throws `proposals.not-found`, and what the change refuses; nothing is written then
   */
  async update(
    request: ChangeRequest,
    change: (proposal: Proposal, by: Standing, context: ChangeContext) => Change | Promise<Change>,
  ): Promise<ProposalReceipt> {
    const { proposalId, actor, action } = request;
    return this.transaction(request, `${action} ${proposalId}`, async (tx) => {
      const { proposal: before, call, calendar } = await this.locked(tx, proposalId, actor.organisationId);
      const by = await this.standings.towards(tx, actor, before);
      const { proposal, events } = await change(before, by, { call, calendar, at: this.clock.now(), tx });
      assertCurrent(before, request.read); // After the rules: whoever may not change it learns nothing of its versions.
      await this.write(tx, request, before, { proposal, events });
      return receiptOf(proposal);
    });
  }

  /** A change that time brings, not a person; null where there is none after all. @returns whether there was */
  async settle(
    { proposalId, organisationId, action }: Pick<ChangeRequest, 'proposalId' | 'action'> & { readonly organisationId: string },
    change: (proposal: Proposal, context: PolicyContext) => Change | null,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { proposal: before, call, calendar } = await this.locked(tx, proposalId, organisationId);
      const changed = change(before, { call, calendar, at: this.clock.now() });
      if (changed) await this.write(tx, { actor: null, action }, before, changed);
      return changed !== null;
    });
  }

  /** Adds a new proposal. A retried request is answered as the first. */
  async add(
    request: Omit<ChangeRequest, 'proposalId'>,
    make: (context: Omit<ChangeContext, keyof PolicyContext> & { readonly at: Date }) => Promise<Change>,
  ): Promise<ProposalReceipt> {
    return this.transaction(request, request.action, async (tx) => {
      const made = await make({ tx, at: this.clock.now() });
      const written = columnsOf(made.proposal);
      const places = written.map((_, nth) => `$${nth + 1}`).join(', ');
      await tx.query(
        `INSERT INTO proposals (${written.map(([column]) => column).join(', ')}) VALUES (${places})`,
        written.map(([, value]) => value),
      );
      await this.records.write(tx, request, null, made);
      return receiptOf(made.proposal);
    });
  }

  /**
   * Removes a draft with everything in it; that there was one stays in the audit trail. @throws `proposals.not-found`, and what the check
   * refuses
   */
  async remove(request: ChangeRequest, check: (proposal: Proposal, by: Standing, context: PolicyContext) => void): Promise<void> {
    const { proposalId, actor } = request;
    await this.database.transaction(async (tx) => {
      const { proposal, call, calendar } = await this.locked(tx, proposalId, actor.organisationId);
      check(proposal, await this.standings.towards(tx, actor, proposal), { call, calendar, at: this.clock.now() });
      assertCurrent(proposal, request.read);
      await tx.query('DELETE FROM proposals WHERE id = $1', [proposalId]);
      await this.records.writeRemoval(tx, request, proposal);
    });
  }

  private async write(
    tx: Transaction,
    by: { readonly actor: Actor | null; readonly action: string },
    before: Proposal,
    change: Change,
  ): Promise<void> {
    const written = columnsOf(change.proposal);
    await tx.query(
      `UPDATE proposals SET ${written.map(([column], nth) => `${column} = $${nth + 1}`).join(', ')} WHERE id = $1`,
      written.map(([, value]) => value),
    );
    await this.records.write(tx, by, before, change);
  }

  private transaction(
    request: Omit<ChangeRequest, 'proposalId'>,
    route: string,
    work: (tx: Transaction) => Promise<ProposalReceipt>,
  ): Promise<ProposalReceipt> {
    const { actor, retry } = request;
    return this.database.transaction((tx) =>
      retry ? this.keys.once(tx, { actor: actor.memberId, route, key: retry.key, content: retry.content }, () => work(tx)) : work(tx),
    );
  }

  private async locked(tx: Transaction, id: string, organisationId: string): Promise<Found> {
    const [row] = (await tx.query(`${FIND} FOR UPDATE OF p`, [id, organisationId])) as (ProposalRow & CallRow & CalendarRow)[];
    if (!row) throw AccessErrors.notFound('proposal', id);
    return { proposal: toProposal(row), call: toCall(row), calendar: toCalendar(row) };
  }
}

const receiptOf = ({ id, state, docketNo, version }: Proposal): ProposalReceipt => ({ id, state, docketNo, version });
