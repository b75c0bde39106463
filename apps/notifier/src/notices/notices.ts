import { Injectable } from '@nestjs/common';
import type { NoticeCode } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { NotifierConfig } from '../notifier.config.js';
import { type Cause, EndedNotices } from './endings/ended-notices.js';
import { SERVED_MATTERS } from './served-matters.js';
import { dispatchesOf } from '../ways/dispatch.js';
import { WishesOfPeople } from '../ways/wishes.repository.js';

/** The channel on which PostgreSQL says that somebody has been told: its payload is the cause. */
export const NOTICES_CHANNEL = 'notices';

/** What some people are told. */
export interface Notice {
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  readonly memberIds: readonly string[];
  /** It is about their account: mailed to every address known, a former one too. */
  readonly isAboutAccount?: boolean;
  /** What somebody has others told by their own doing, and who: each of these is sent one of it a day, and has everything in the inbox. */
  readonly occasion?: string;
}

const SENT_OF_AN_OCCASION_MAX = 50; // More than a proposal needs seconders; nobody's account makes a mailing list of the house.

// A notice and what goes out of it in one statement: whoever is told is told on every way, or on none.
const TELL = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($4) AS n (member_id uuid, code text, params jsonb, link text, about_account boolean)
  ), told AS (
    INSERT INTO notices (organisation_id, member_id, cause, code, params, link, created_at)
    SELECT $1, member_id, $2, code, params, link, $3 FROM given
    ON CONFLICT (cause, member_id) DO NOTHING
    RETURNING id, member_id, code, params, link
  ), served AS (
    INSERT INTO served_matters (organisation_id, cause, code, params, link, told_at)
    SELECT DISTINCT ON (code) $1::uuid, $2::text, code, params, link, $3::timestamptz FROM told WHERE code = ANY($7)
    ON CONFLICT DO NOTHING
  ), going AS (
    SELECT told.id, g.*, row_number() OVER (PARTITION BY g.way ORDER BY told.id) AS nth
      FROM jsonb_to_recordset($5) AS g (member_id uuid, way text, not_before timestamptz, due_at timestamptz, digest text)
      JOIN told USING (member_id)
  ), posted AS (
    INSERT INTO deliveries (notice_id, member_id, channel, not_before, due_at, digest, occasion, once)
    SELECT id, member_id, way, not_before, due_at, digest, $6, $6 || ':' || member_id || ':' || way
      FROM going
     WHERE $6::text IS NULL
        OR nth <= ${SENT_OF_AN_OCCASION_MAX} - (SELECT count(*) FROM deliveries d WHERE d.occasion = $6 AND d.channel = going.way)
    ON CONFLICT DO NOTHING
  ), posted_formerly AS (
    INSERT INTO deliveries (notice_id, member_id, channel, not_before, due_at, former_address_id)
    SELECT told.id, told.member_id, 'mail', $3, $3, f.id FROM told JOIN given USING (member_id) JOIN former_addresses f USING (member_id)
     WHERE given.about_account AND f.mail IS NOT NULL AND f.kept_until > $3
    ON CONFLICT DO NOTHING
  )
  SELECT count(*)::int AS told FROM told
`;

interface Told {
  readonly member_id: string;
  readonly code: NoticeCode;
  readonly params: Notice['params'];
  readonly link: string | null;
  readonly about_account: boolean;
}

/** Tells people: one notice per person and cause, whatever the number of tries, and what goes out of it with it. */
@Injectable()
export class Notices {
  constructor(
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
    private readonly wishes: WishesOfPeople,
    private readonly ended: EndedNotices,
  ) {}

  /** Who is named in several gets the first; what is over already is told in the inbox alone. @returns how many people were told now */
  async tell(tx: Transaction, organisationId: string, cause: string, notices: readonly Notice[], of: Cause): Promise<number> {
    const byMember = new Map<string, Told>();
    for (const { memberIds, code, params, link, isAboutAccount = false } of notices) {
      for (const memberId of memberIds) {
        if (!byMember.has(memberId)) byMember.set(memberId, { member_id: memberId, code, params, link, about_account: isAboutAccount });
      }
    }
    if (byMember.size === 0) return 0;
    const now = this.clock.now();
    const given = [...byMember.values()];
    const going = await this.going(tx, given, now);
    const occasion = notices.find((notice) => notice.occasion !== undefined)?.occasion;
    const ofToday = occasion === undefined ? null : `${occasion}:${dayIn(this.config.timeZone, now)}`;
    const written = [organisationId, cause, now, JSON.stringify(given), JSON.stringify(going), ofToday, SERVED_MATTERS];
    const [row] = await tx.query<{ told: number }>(TELL, written);
    const told = row?.told ?? 0;
    if (told > 0) await this.ended.told(tx, cause, of);
    if (told > 0) await tx.query('SELECT pg_notify($1, $2)', [NOTICES_CHANNEL, cause]);
    return told;
  }

  /** What goes out to whom, as they wish. */
  private async going(tx: Transaction, given: readonly Told[], now: Date): Promise<readonly object[]> {
    const told = await this.wishes.of(
      tx,
      given.map(({ member_id }) => member_id),
    );
    const pace = { windowMs: this.config.letterWindowS * 1_000, zone: this.config.timeZone };
    return given.flatMap(({ member_id, code }) => {
      const { wishes, reach } = told(member_id);
      return dispatchesOf(code, wishes, reach, now, pace).map(({ way, notBefore, dueAt, digest }) => ({
        member_id,
        way,
        not_before: notBefore,
        due_at: dueAt,
        digest,
      }));
    });
  }
}

/** The civil date of an instant, by which a day is counted. */
const dayIn = (timeZone: string, instant: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(instant);
