import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '@plenum/database';

/** A member's number as it was last told; `version` is the member's after it. */
export interface ToldMobile {
  readonly organisationId: string;
  readonly memberId: string;
  readonly mobile: string | null;
  readonly version: number;
}

// Told twice, or out of turn, the latest word is what counts: one that takes the number away stays as a row without one.
const KEEP = `
  INSERT INTO mobile_numbers (member_id, organisation_id, mobile, version) VALUES ($1, $2, $3, $4)
  ON CONFLICT (member_id) DO UPDATE SET mobile = excluded.mobile, version = excluded.version
   WHERE mobile_numbers.version < excluded.version`;
const SENT_SINCE = `
  SELECT count(DISTINCT letter_id)::int AS count FROM deliveries
   WHERE addressee_id = $1 AND channel = 'sms' AND state = 'sent' AND sent_at > $2`;

/** The mobile numbers of members: kept for messages by SMS alone, and told to nobody. */
@Injectable()
export class MobileNumbers {
  constructor(private readonly database: Database) {}

  async keep(tx: Queryable, { memberId, organisationId, mobile, version }: ToldMobile): Promise<void> {
    await tx.query(KEEP, [memberId, organisationId, mobile, version]);
  }

  /** Null for who has none. */
  async of(memberId: string): Promise<string | null> {
    const [row] = await this.database.query<{ mobile: string | null }>('SELECT mobile FROM mobile_numbers WHERE member_id = $1', [
      memberId,
    ]);
    return row?.mobile ?? null;
  }

  /** How many people of an organisation have one. */
  async countOf(organisationId: string): Promise<number> {
    const sql = `
      SELECT count(*)::int AS count FROM mobile_numbers n JOIN directory_members m ON m.id = n.member_id
       WHERE n.organisation_id = $1 AND n.mobile IS NOT NULL AND m.active`;
    return (await this.database.query<{ count: number }>(sql, [organisationId]))[0]?.count ?? 0;
  }

  /** How many messages somebody was sent since an instant. */
  async sentSince(memberId: string, since: Date): Promise<number> {
    return (await this.database.query<{ count: number }>(SENT_SINCE, [memberId, since]))[0]?.count ?? 0;
  }
}
