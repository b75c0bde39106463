import { Injectable } from '@nestjs/common';
import type { NoticeCode } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { NotifierConfig } from '../notifier.config.js';

/** The channel on which PostgreSQL says that somebody has been told: its payload is the cause. */
export const NOTICES_CHANNEL = 'notices';

/** What some people are told. */
export interface Notice {
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  readonly memberIds: readonly string[];
  /** It is about their account: mailed to every address known, a former one too, and to who wants no mails. */
  readonly isAboutAccount?: boolean;
  /** What somebody has others told by their own doing, and who: each of these gets one mail of it a day, and everything in the inbox. */
  readonly occasion?: string;
}

const MAILS_OF_AN_OCCASION_MAX = 50; // More than a proposal needs seconders; nobody's account makes a mailing list of the house.

// A notice and its mail in one statement: whoever is told is told on every channel, or on none.
const TELL = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($4) AS n (member_id uuid, code text, params jsonb, link text, about_account boolean)
  ), told AS (
    INSERT INTO notices (organisation_id, member_id, cause, code, params, link, created_at)
    SELECT $1, member_id, $2, code, params, link, $3 FROM given
    ON CONFLICT (cause, member_id) DO NOTHING
    RETURNING id, member_id
  ), posted AS (
    INSERT INTO deliveries (notice_id, channel, due_at, occasion, once)
    SELECT told.id, 'mail', $3, $5, $5 || ':' || told.member_id
    FROM told
    JOIN given USING (member_id)
    LEFT JOIN preferences p USING (member_id)
     WHERE p.mail IS NOT FALSE OR given.about_account
     LIMIT CASE WHEN $5::text IS NOT NULL THEN greatest(0, ${MAILS_OF_AN_OCCASION_MAX} - (SELECT count(*) FROM deliveries
       WHERE occasion = $5)) END
    ON CONFLICT DO NOTHING
  ), posted_formerly AS (
    INSERT INTO deliveries (notice_id, channel, due_at, former_address_id)
    SELECT told.id, 'mail', $3, f.id FROM told JOIN given USING (member_id) JOIN former_addresses f USING (member_id)
     WHERE given.about_account AND f.mail IS NOT NULL AND f.kept_until > $3
    ON CONFLICT DO NOTHING
  )
  SELECT count(*)::int AS told FROM told
`;

/** Tells people: one notice per person and cause, whatever the number of tries, and its mail with it. */
@Injectable()
export class Notices {
  constructor(
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  /** Who is named in several notices gets the first. @returns how many people were told now */
  async tell(tx: Transaction, organisationId: string, cause: string, notices: readonly Notice[]): Promise<number> {
    const byMember = new Map<string, object>();
    for (const { memberIds, code, params, link, isAboutAccount = false } of notices) {
      for (const memberId of memberIds) {
        if (!byMember.has(memberId)) byMember.set(memberId, { member_id: memberId, code, params, link, about_account: isAboutAccount });
      }
    }
    if (byMember.size === 0) return 0;
    const now = this.clock.now();
    const occasion = notices.find((notice) => notice.occasion !== undefined)?.occasion;
    const ofToday = occasion === undefined ? null : `${occasion}:${dayIn(this.config.timeZone, now)}`;
    const [row] = await tx.query<{ told: number }>(TELL, [organisationId, cause, now, JSON.stringify([...byMember.values()]), ofToday]);
    const told = row?.told ?? 0;
    if (told > 0) await tx.query('SELECT pg_notify($1, $2)', [NOTICES_CHANNEL, cause]);
    return told;
  }
}

/** The civil date of an instant, by which a day is counted. */
const dayIn = (timeZone: string, instant: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
