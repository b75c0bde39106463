import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import type { CallWindow } from '@plenum/proposals-domain';
import { StorageErrors } from './storage.errors.js';
import { CALL_COLUMNS, type CallRow, toCall } from './proposal.rows.js';

const FROM_CALLS = `SELECT ${CALL_COLUMNS} FROM calls c`;

/** As the database keeps that there is none: later than every instant, in every comparison. */
const NO_END = 'infinity';

/** The calls of organisations. The rules of a call never change; its end may. */
@Injectable()
export class CallRepository {
  /** A call of the organisation. @throws `proposals.not-found` */
  async find(from: Queryable, id: string, organisationId: string): Promise<CallWindow> {
    const [row] = await from.query<CallRow>(`${FROM_CALLS} WHERE c.id = $1 AND c.organisation_id = $2`, [id, organisationId]);
    if (!row) throw StorageErrors.notFound('call', id);
    return toCall(row);
  }

  /** The same, held against other changes until the transaction ends. @throws `proposals.not-found` */
  async lock(tx: Transaction, id: string, organisationId: string): Promise<CallWindow> {
    const [row] = await tx.query<CallRow>(`${FROM_CALLS} WHERE c.id = $1 AND c.organisation_id = $2 FOR UPDATE`, [id, organisationId]);
    if (!row) throw StorageErrors.notFound('call', id);
    return toCall(row);
  }

  /** Writes another end of the window, or other targets. */
  async change(tx: Transaction, { id, closesAt, targets, version }: CallWindow): Promise<void> {
    const sql = 'UPDATE calls SET closes_at = $2, targets = $3, version = $4 WHERE id = $1';
    await tx.query(sql, [id, closesAt ?? NO_END, JSON.stringify(targets), version]);
  }

  /** The calls of an organisation, the latest first; of one session when it is named. */
  async list(from: Queryable, organisationId: string, sessionId: string | null): Promise<CallWindow[]> {
    const sql = `${FROM_CALLS} WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.session_id = $2) ORDER BY c.opens_at DESC, c.id`;
    return (await from.query<CallRow>(sql, [organisationId, sessionId])).map(toCall);
  }

  async add(tx: Transaction, call: CallWindow): Promise<void> {
    const sql = `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, themes, exclusions, targets, settings)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
    const { id, organisationId, sessionId, opensAt, closesAt, themes, exclusions, targets, settings } = call;
    const stored = [themes, exclusions, JSON.stringify(targets), JSON.stringify(settings)];
    await tx.query(sql, [id, organisationId, sessionId, opensAt, closesAt ?? NO_END, ...stored]);
  }
}
