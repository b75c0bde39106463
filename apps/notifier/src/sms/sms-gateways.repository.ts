import { Injectable } from '@nestjs/common';
import type { MessageTrouble } from '@plenum/contracts';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import type { SmsGateway } from './sms-gateway.js';

/** A gateway of an organisation as it is kept. */
export interface KeptSmsGateway extends SmsGateway {
  readonly isOn: boolean;
  readonly version: number;
  readonly testedAt: Date | null;
  readonly lastSentAt: Date | null;
  /** Nothing about one number alone. */
  readonly trouble: MessageTrouble | null;
  readonly troubledAt: Date | null;
  /** The gateway has asked for a pause until then. */
  readonly waitsUntil: Date | null;
}

const COLUMNS = `
  url, method, format, headers, body, secret, numbers, signature, characters_max AS "charactersMax", per_minute_max AS "perMinuteMax",
  answers, is_on AS "isOn", version, tested_at AS "testedAt", last_sent_at AS "lastSentAt", trouble, troubled_at AS "troubledAt",
  waits_until AS "waitsUntil"`;

const SAVE = `
  INSERT INTO sms_gateways (organisation_id, url, method, format, headers, body, secret, numbers, signature, characters_max, per_minute_max,
    answers, is_on, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (organisation_id) DO UPDATE
     SET url = excluded.url, method = excluded.method, format = excluded.format, headers = excluded.headers, body = excluded.body,
         secret = excluded.secret, numbers = excluded.numbers, signature = excluded.signature, characters_max = excluded.characters_max,
         per_minute_max = excluded.per_minute_max, answers = excluded.answers, is_on = excluded.is_on, version = excluded.version,
         trouble = NULL, troubled_at = NULL, waits_until = NULL`;
const SENT = `
  UPDATE sms_gateways SET last_sent_at = $2, trouble = NULL, troubled_at = NULL, waits_until = NULL WHERE organisation_id = $1`;
// Of several messages on their way at once, or a trial meanwhile, none ends the pause that another was asked for.
const TROUBLED = `
  UPDATE sms_gateways SET trouble = $3, troubled_at = $2, waits_until = greatest(waits_until, $4::timestamptz) WHERE organisation_id = $1`;
// All replicas count in the one row.
const TAKE_TURN = `
  UPDATE sms_gateways
     SET minute = date_trunc('minute', $2::timestamptz),
         in_minute = CASE WHEN minute = date_trunc('minute', $2::timestamptz) THEN in_minute + 1 ELSE 1 END
   WHERE organisation_id = $1 AND (minute IS DISTINCT FROM date_trunc('minute', $2::timestamptz) OR in_minute < per_minute_max)
   RETURNING in_minute`;

/** The gateways of organisations. */
@Injectable()
export class SmsGatewaysRepository {
  constructor(private readonly database: Database) {}

  /** That of an organisation, kept from others' changes while a transaction is given; null where there is none. */
  async find(organisationId: string, tx?: Transaction): Promise<KeptSmsGateway | null> {
    const from: Queryable = tx ?? this.database;
    const sql = `SELECT ${COLUMNS} FROM sms_gateways WHERE organisation_id = $1 ${tx ? 'FOR UPDATE' : ''}`;
    return (await from.query<KeptSmsGateway>(sql, [organisationId]))[0] ?? null;
  }

  async save(tx: Transaction, organisationId: string, gateway: KeptSmsGateway): Promise<void> {
    const { url, method, format, headers, body, secret, numbers, signature, charactersMax, perMinuteMax, answers, isOn, version } = gateway;
    const given = [url, method, format, JSON.stringify(headers), body, secret, numbers, signature, charactersMax, perMinuteMax];
    await tx.query(SAVE, [organisationId, ...given, JSON.stringify(answers), isOn, version]);
  }

  async remove(tx: Transaction, organisationId: string): Promise<void> {
    await tx.query('DELETE FROM sms_gateways WHERE organisation_id = $1', [organisationId]);
  }

  async testing(tx: Transaction, organisationId: string, now: Date): Promise<void> {
    await tx.query('UPDATE sms_gateways SET tested_at = $2 WHERE organisation_id = $1', [organisationId, now]);
  }

  /** @returns whether one more may go out in this minute */
  async takeTurn(organisationId: string, now: Date): Promise<boolean> {
    return (await this.database.query(TAKE_TURN, [organisationId, now])).length > 0;
  }

  /** Something got to somebody: whatever trouble there was is over. */
  async sent(organisationId: string, now: Date): Promise<void> {
    await this.database.query(SENT, [organisationId, now]);
  }

  /** Notes what went wrong, and how long nobody is written to; a number that is none is its owner's matter. */
  async troubled(organisationId: string, trouble: string, now: Date, waitsUntil: Date | null): Promise<void> {
    if (trouble !== 'no-address') await this.database.query(TROUBLED, [organisationId, now, trouble, waitsUntil]);
  }
}
