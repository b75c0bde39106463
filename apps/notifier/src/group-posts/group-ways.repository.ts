import { Injectable } from '@nestjs/common';
import type { GroupProvider, GroupTrouble, Locale } from '@plenum/contracts';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import type { Robot } from './robots.js';

/** A robot of an organisation as it is kept. */
export interface GroupWay extends Robot {
  readonly isOn: boolean;
  readonly locale: Locale;
  readonly version: number;
  readonly testedAt: Date | null;
  readonly lastPostedAt: Date | null;
  readonly trouble: GroupTrouble | null;
  readonly troubledAt: Date | null;
  /** How many facts wait to be posted. */
  readonly waiting: number;
}

const COLUMNS = `
  provider, webhook_url AS "webhookUrl", secret, is_on AS "isOn", locale, version, tested_at AS "testedAt",
  last_posted_at AS "lastPostedAt", trouble, troubled_at AS "troubledAt", (
    SELECT count(*)::int FROM group_posts p
     WHERE p.organisation_id = w.organisation_id AND p.provider = w.provider AND p.state IN ('due', 'claimed')) AS waiting`;

const SAVE = `
  INSERT INTO group_ways (organisation_id, provider, webhook_url, secret, is_on, locale, version, free_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (organisation_id, provider) DO UPDATE
     SET webhook_url = excluded.webhook_url, secret = excluded.secret, is_on = excluded.is_on, locale = excluded.locale,
         version = excluded.version, trouble = NULL, troubled_at = NULL
`;
// What waited while nothing was to be posted is old by the time that something is again.
const DROP_WAITING = `
  UPDATE group_posts SET state = 'skipped', trouble = 'way-off'
   WHERE organisation_id = $1 AND provider = $2 AND state IN ('due', 'claimed')
`;

/** The robots of organisations. */
@Injectable()
export class GroupWaysRepository {
  constructor(private readonly database: Database) {}

  allOf(organisationId: string): Promise<GroupWay[]> {
    return this.database.query(`SELECT ${COLUMNS} FROM group_ways w WHERE organisation_id = $1`, [organisationId]);
  }

  /** One of them, kept from others' changes while a transaction is given; null where there is none. */
  async find(organisationId: string, provider: GroupProvider, tx?: Transaction): Promise<GroupWay | null> {
    const from: Queryable = tx ?? this.database;
    const lock = tx ? 'FOR UPDATE OF w' : '';
    const [row] = await from.query<GroupWay>(`SELECT ${COLUMNS} FROM group_ways w WHERE organisation_id = $1 AND provider = $2 ${lock}`, [
      organisationId,
      provider,
    ]);
    return row ?? null;
  }

  /** Keeps it as it shall be; one that is off drops what waits. */
  async save(tx: Transaction, organisationId: string, way: Omit<GroupWay, 'waiting'>, now: Date): Promise<void> {
    const { provider, webhookUrl, secret, isOn, locale, version } = way;
    await tx.query(SAVE, [organisationId, provider, webhookUrl, secret, isOn, locale, version, now]);
    if (!isOn) await tx.query(DROP_WAITING, [organisationId, provider]);
  }

  /** Takes it away, with what waits. */
  async remove(tx: Transaction, organisationId: string, provider: GroupProvider): Promise<void> {
    await tx.query('DELETE FROM group_ways WHERE organisation_id = $1 AND provider = $2', [organisationId, provider]);
  }

  async testing(tx: Transaction, organisationId: string, provider: GroupProvider, now: Date): Promise<void> {
    await tx.query('UPDATE group_ways SET tested_at = $3 WHERE organisation_id = $1 AND provider = $2', [organisationId, provider, now]);
  }

  /** Something got there: whatever trouble there was is over. */
  async posted(organisationId: string, provider: GroupProvider, now: Date): Promise<void> {
    await this.database.query(
      `UPDATE group_ways SET last_posted_at = $3, trouble = NULL, troubled_at = NULL WHERE organisation_id = $1 AND provider = $2`,
      [organisationId, provider, now],
    );
  }

  async troubled(organisationId: string, provider: GroupProvider, trouble: string, now: Date): Promise<void> {
    await this.database.query(`UPDATE group_ways SET trouble = $4, troubled_at = $3 WHERE organisation_id = $1 AND provider = $2`, [
      organisationId,
      provider,
      now,
      trouble,
    ]);
  }
}
