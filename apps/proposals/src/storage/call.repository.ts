import { Injectable } from '@nestjs/common';
import type { Readable } from '@plenum/directory';
import type { CallWindow } from '@plenum/proposals-domain';
import type { Transaction } from '@plenum/messaging';
import { AccessErrors } from '../access/access.errors.js';
import { CALL_COLUMNS, type CallRow, toCall } from './proposal.rows.js';

const FROM_CALLS = `SELECT ${CALL_COLUMNS} FROM calls c`;
const REMEMBERED_MAX = 1000; // The calls of a few years of a large house, in about a megabyte.

/** The calls of organisations. A call is written once and never changes, so a process reads it once. */
@Injectable()
export class CallRepository {
  private readonly remembered = new Map<string, CallWindow>();

  /** A call of the organisation. @throws `proposals.not-found` */
  async find(from: Readable, id: string, organisationId: string): Promise<CallWindow> {
    const call = this.remembered.get(id) ?? (await this.read(from, id));
    if (call?.organisationId !== organisationId) throw AccessErrors.notFound('call', id);
    return call;
  }

  private async read(from: Readable, id: string): Promise<CallWindow | undefined> {
    const [row] = (await from.query(`${FROM_CALLS} WHERE c.id = $1`, [id])) as CallRow[];
    if (!row) return undefined;
    if (this.remembered.size >= REMEMBERED_MAX) this.remembered.clear();
    const call = toCall(row);
    this.remembered.set(id, call);
    return call;
  }

  /** The calls of an organisation, the latest first; of one session when it is named. */
  async list(from: Readable, organisationId: string, sessionId: string | null): Promise<CallWindow[]> {
    const sql = `${FROM_CALLS} WHERE c.organisation_id = $1 AND ($2::uuid IS NULL OR c.session_id = $2) ORDER BY c.opens_at DESC, c.id`;
    return ((await from.query(sql, [organisationId, sessionId])) as CallRow[]).map(toCall);
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
