import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import type { CallWindow } from '@plenum/proposals-domain';
import { StorageErrors } from './storage.errors.js';
import { CALL_COLUMNS, type CallRow, toCall } from './proposal.rows.js';

const FROM_CALLS = `SELECT ${CALL_COLUMNS} FROM calls c`;

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

  /** Writes another end of the window. */
  async move(tx: Transaction, { id, closesAt, version }: CallWindow): Promise<void> {
    await tx.query('UPDATE calls SET closes_at = $2, version = $3 WHERE id = $1', [id, closesAt, version]);
  }

  /** The calls of an organisation, the latest first; of one session when it is named. */
  async list(from: Queryable, organisationId: string, sessionId: string | null): Promise<CallWindow[]> {
    const sql = `${FROM_CALLS} WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.session_id = $2) ORDER BY c.opens_at DESC, c.id`;
    return (await from.query<CallRow>(sql, [organisationId, sessionId])).map(toCall);
  }

  async add(tx: Transaction, { id, organisationId, sessionId, opensAt, closesAt, settings }: CallWindow): Promise<void> {
    await tx.query('INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings) VALUES ($1, $2, $3, $4, $5, $6)', [
      id,
      organisationId,
      sessionId,
      opensAt,
      closesAt,
      JSON.stringify(settings),
    ]);
  }
}
