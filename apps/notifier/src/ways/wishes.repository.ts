import { Injectable } from '@nestjs/common';
import { type Digest, isMandatory, type KindOnWay, type Locale, NOTICE_KINDS, type PersonalWay } from '@plenum/contracts';
import { Database, type Queryable } from '@plenum/database';
import type { Reach, Wishes } from './dispatch.js';
import type { QuietHours } from './quiet-hours.js';

/** What is sent while nobody has said otherwise: all of it as it comes, and by SMS only what nobody can do without. */
export const USUAL_WISHES: Wishes = {
  muted: NOTICE_KINDS.filter((kind) => !isMandatory(kind)).map((kind) => `${kind}:sms` as const),
  quiet: null,
  digest: 'each',
  digestHour: 8,
  digestDay: 1,
};

/** How somebody wants to be told, and can be. */
export interface Told {
  readonly wishes: Wishes;
  readonly reach: Reach;
  readonly locale: Locale;
  /** Of what they chose; 0 while that is nothing. */
  readonly version: number;
}

interface ToldRow {
  readonly member_id: string;
  readonly has_address: boolean;
  /** The ways beside mail on which they can be told now. */
  readonly reached: readonly PersonalWay[];
  /** Null while nothing was chosen, as all that follows. */
  readonly version: number | null;
  readonly locale: Locale;
  readonly muted: readonly KindOnWay[];
  readonly quiet_from: number | null;
  readonly quiet_to: number | null;
  readonly digest: Digest;
  readonly digest_hour: number;
  readonly digest_day: number;
}

const TOLD = `
  SELECT m.member_id, d.id IS NULL OR d.mail IS NOT NULL AS has_address,
         ARRAY(
           SELECT 'push' WHERE EXISTS (SELECT FROM push_subscriptions s WHERE s.member_id = m.member_id)
            UNION ALL
           SELECT 'sms' FROM sms_gateways g JOIN mobile_numbers n ON n.member_id = m.member_id AND n.mobile IS NOT NULL
            WHERE g.organisation_id = d.organisation_id AND g.is_on
            UNION ALL
           SELECT a.provider FROM message_apps a WHERE a.organisation_id = d.organisation_id AND a.is_on
         ) AS reached,
         p.version, p.locale, p.muted, p.quiet_from, p.quiet_to, p.digest, p.digest_hour, p.digest_day
    FROM unnest($1::uuid[]) AS m (member_id)
    LEFT JOIN preferences p ON p.member_id = m.member_id
    LEFT JOIN directory_members d ON d.id = m.member_id
`;

/** How people want to be told. */
@Injectable()
export class WishesOfPeople {
  constructor(private readonly database: Database) {}

  /** The hours in which somebody is not to be disturbed; null where there are none. */
  async quietHoursOf(memberId: string): Promise<QuietHours | null> {
    const sql = 'SELECT quiet_from AS "from", quiet_to AS "to" FROM preferences WHERE member_id = $1 AND quiet_from IS NOT NULL';
    return (await this.database.query<QuietHours>(sql, [memberId]))[0] ?? null;
  }

  /** Of some members, looked up by their ids. */
  async of(from: Queryable, memberIds: readonly string[]): Promise<(memberId: string) => Told> {
    const rows = await from.query<ToldRow>(TOLD, [memberIds]);
    const byMember = new Map(rows.map((row) => [row.member_id, toldOf(row)]));
    return (memberId) => {
      const told = byMember.get(memberId);
      if (!told) throw new Error(`the wishes of ${memberId} were not asked for`);
      return told;
    };
  }
}

function toldOf(row: ToldRow): Told {
  const reach: Reach = { ways: ['mail', ...row.reached], hasAddress: row.has_address };
  if (row.version === null) return { wishes: USUAL_WISHES, reach, locale: 'zh-CN', version: 0 };
  const { muted, quiet_from: from, quiet_to: to, digest, digest_hour: digestHour, digest_day: digestDay, locale, version } = row;
  const quiet = from === null || to === null ? null : { from, to };
  return { wishes: { muted, quiet, digest, digestHour, digestDay }, reach, locale, version };
}
