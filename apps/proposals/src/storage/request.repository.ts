import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import type { AnswerDeadline, Request, RequestChange, RequestEvent } from '@plenum/proposals-domain';
import { AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { StorageErrors } from './storage.errors.js';
import { DeadlineRepository } from './parts/deadline.repository.js';
import { requestPublished } from './request.publishing.js';
import { columnsOfRequest, type RequestRow, toRequest } from './request.rows.js';

/** As many requests of one proposal as anybody reads; what is open comes first. */
const LISTED_MAX = 200;

/** Where requests live: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class RequestRepository {
  private readonly table: AggregateTable<Request, RequestEvent | AnswerDeadline>;

  constructor(
    records: ChangeRecords,
    private readonly deadlines: DeadlineRepository,
  ) {
    this.table = new AggregateTable(
      { table: 'requests', kind: 'request', columnsOf: columnsOfRequest, toPublished: requestPublished },
      records,
    );
  }

  /** A request of the organisation about the proposal. @throws `proposals.not-found` */
  async find(from: Queryable, id: string, proposalId: string, organisationId: string): Promise<Request> {
    const [row] = await from.query<RequestRow>('SELECT * FROM requests WHERE id = $1 AND proposal_id = $2 AND organisation_id = $3', [
      id,
      proposalId,
      organisationId,
    ]);
    if (!row) throw StorageErrors.notFound('request', id);
    return toRequest(row);
  }

  /** The open ones that concern any of these proposals. */
  async openOn(from: Queryable, proposalIds: readonly string[]): Promise<readonly Request[]> {
    const rows = await from.query<RequestRow>("SELECT * FROM requests WHERE concerns && $1::uuid[] AND state = 'OPEN' ORDER BY id", [
      proposalIds,
    ]);
    return rows.map(toRequest);
  }

  /** Those that concern a proposal: the open ones first, of these what is due first; then the others, the last asked first. */
  async listOf(from: Queryable, proposalId: string): Promise<readonly Request[]> {
    const rows = await from.query<RequestRow>(
      `SELECT * FROM requests WHERE concerns @> ARRAY[$1::uuid]
       ORDER BY state = 'OPEN' DESC, CASE WHEN state = 'OPEN' THEN due_on END, asked ->> 'at' DESC, id LIMIT ${LISTED_MAX}`,
      [proposalId],
    );
    return rows.map(toRequest);
  }

  /** All that was asked at once, which nobody else changes until the transaction ends. */
  async lockBatch(tx: Transaction, batchId: string): Promise<readonly Request[]> {
    const rows = await tx.query<RequestRow>('SELECT * FROM requests WHERE batch_id = $1 ORDER BY id FOR UPDATE', [batchId]);
    return rows.map(toRequest);
  }

  /** The open ones about the work of a unit, which nobody else changes until the transaction ends. */
  async lockOpenAbout(tx: Transaction, handlingId: string): Promise<readonly Request[]> {
    const rows = await tx.query<RequestRow>("SELECT * FROM requests WHERE handling_id = $1 AND state = 'OPEN' ORDER BY id FOR UPDATE", [
      handlingId,
    ]);
    return rows.map(toRequest);
  }

  /** Open ones whose last day is before this one, after the given id. */
  async pastDue(from: Queryable, day: string, after: string, limit: number): Promise<readonly Request[]> {
    const rows = await from.query<RequestRow>(
      "SELECT * FROM requests WHERE state = 'OPEN' AND due_on < $1 AND id > $2 ORDER BY id LIMIT $3",
      [day, after, limit],
    );
    return rows.map(toRequest);
  }

  /** Adds a new request, and by when its answer is owed. */
  async insert(tx: Transaction, request: ChangeRequest, { request: after, events, deadlines }: RequestChange): Promise<void> {
    await this.table.insert(tx, request, { after, events: [...events, ...deadlines] });
    await this.keep(tx, after, deadlines);
  }

  /** Writes a changed one, and what became of the day for its answer. */
  async update(tx: Transaction, request: ChangeRequest, before: Request, change: RequestChange): Promise<void> {
    const { request: after, events, deadlines } = change;
    await this.table.update(tx, request, before, { after, events: [...events, ...deadlines] });
    await this.keep(tx, after, deadlines);
  }

  private async keep(tx: Transaction, { proposalId: id, organisationId }: Request, deadlines: readonly AnswerDeadline[]): Promise<void> {
    await this.deadlines.keep(
      tx,
      { id, organisationId },
      deadlines.map(({ fact }) => fact),
    );
  }
}
