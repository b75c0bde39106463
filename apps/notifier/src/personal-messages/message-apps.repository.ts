import { Injectable } from '@nestjs/common';
import type { GroupProvider, MessageTrouble } from '@plenum/contracts';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import type { MessageApp } from './message-apps.js';

/** An app of an organisation as it is kept. */
export interface KeptMessageApp extends MessageApp {
  readonly isOn: boolean;
  readonly version: number;
  readonly testedAt: Date | null;
  readonly lastSentAt: Date | null;
  /** Nothing about one person alone. */
  readonly trouble: MessageTrouble | null;
  readonly troubledAt: Date | null;
  /** The provider has asked for a pause until then. */
  readonly waitsUntil: Date | null;
}

const COLUMNS = `
  provider, app_id AS "appId", secret, agent_id AS "agentId", id_is AS "idIs", is_on AS "isOn", version, tested_at AS "testedAt",
  last_sent_at AS "lastSentAt", trouble, troubled_at AS "troubledAt", waits_until AS "waitsUntil"`;

const SAVE = `
  INSERT INTO message_apps (organisation_id, provider, app_id, secret, agent_id, id_is, is_on, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (organisation_id, provider) DO UPDATE
     SET app_id = excluded.app_id, secret = excluded.secret, agent_id = excluded.agent_id, id_is = excluded.id_is,
         is_on = excluded.is_on, version = excluded.version, trouble = NULL, troubled_at = NULL, waits_until = NULL
`;
const SENT = `
  UPDATE message_apps SET last_sent_at = $3, trouble = NULL, troubled_at = NULL, waits_until = NULL
   WHERE organisation_id = $1 AND provider = $2
`;
// Of several messages on their way at once, or a trial meanwhile, none ends the pause that another was asked for.
const TROUBLED = `
  UPDATE message_apps SET trouble = $4, troubled_at = $3, waits_until = greatest(waits_until, $5::timestamptz)
   WHERE organisation_id = $1 AND provider = $2
`;

/** The apps of organisations. */
@Injectable()
export class MessageAppsRepository {
  constructor(private readonly database: Database) {}

  allOf(organisationId: string): Promise<KeptMessageApp[]> {
    return this.database.query(`SELECT ${COLUMNS} FROM message_apps WHERE organisation_id = $1`, [organisationId]);
  }

  /** One of them, kept from others' changes while a transaction is given; null where there is none. */
  async find(organisationId: string, provider: GroupProvider, tx?: Transaction): Promise<KeptMessageApp | null> {
    const from: Queryable = tx ?? this.database;
    const sql = `SELECT ${COLUMNS} FROM message_apps WHERE organisation_id = $1 AND provider = $2 ${tx ? 'FOR UPDATE' : ''}`;
    return (await from.query<KeptMessageApp>(sql, [organisationId, provider]))[0] ?? null;
  }

  async save(tx: Transaction, organisationId: string, app: KeptMessageApp): Promise<void> {
    const { provider, appId, secret, agentId, idIs, isOn, version } = app;
    await tx.query(SAVE, [organisationId, provider, appId, secret, agentId, idIs, isOn, version]);
  }

  async remove(tx: Transaction, organisationId: string, provider: GroupProvider): Promise<void> {
    await tx.query('DELETE FROM message_apps WHERE organisation_id = $1 AND provider = $2', [organisationId, provider]);
  }

  async testing(tx: Transaction, organisationId: string, provider: GroupProvider, now: Date): Promise<void> {
    await tx.query('UPDATE message_apps SET tested_at = $3 WHERE organisation_id = $1 AND provider = $2', [organisationId, provider, now]);
  }

  /** Something got to somebody: whatever trouble there was is over. */
  async sent(organisationId: string, provider: GroupProvider, now: Date): Promise<void> {
    await this.database.query(SENT, [organisationId, provider, now]);
  }

  /** Notes what went wrong, and how long nobody is written to; whom the provider does not know is their own matter. */
  async troubled(organisationId: string, provider: GroupProvider, trouble: string, now: Date, waitsUntil: Date | null): Promise<void> {
    if (trouble !== 'no-address') await this.database.query(TROUBLED, [organisationId, provider, now, trouble, waitsUntil]);
  }
}
