import { Injectable } from '@nestjs/common';
import type { GroupProvider, NoticeEnd, PersonalWay } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { likePattern } from '@plenum/service-kit';
import type { ServedMatter } from './served-matters.repository.js';

/**
 * The best that is known of whether somebody was told: they signed on paper; they opened it in the app; somebody who carries it took it; it
 * waits to be sent; it was over before; nothing of that.
 */
export const STANDINGS = ['signed', 'opened', 'sent', 'waiting', 'withdrawn', 'not-reached'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Of whom the proof is asked for: whom nobody reached; who neither opened it nor signed; who signed. */
export const PROOF_FILTERS = ['not-reached', 'unconfirmed', 'signed'] as const;
export type ProofFilter = (typeof PROOF_FILTERS)[number];

/** What became of it on a way, as it is kept. */
export interface OnWay {
  readonly way: PersonalWay;
  readonly state: 'due' | 'claimed' | 'sent' | 'skipped' | 'given-up' | 'bounced' | 'withdrawn';
  readonly reason: string | null;
  readonly at: string | null;
}

/** One person who was told, with all that is known of it. */
export interface ServedPerson {
  readonly noticeId: string;
  readonly memberId: string;
  readonly name: string;
  readonly staffNo: string;
  readonly unit: string | null;
  readonly delegation: string | null;
  readonly toldAt: Date;
  readonly openedAt: Date | null;
  readonly over: NoticeEnd | null;
  readonly overAt: Date | null;
  readonly ways: readonly OnWay[];
  readonly standing: Standing;
  /** Null where nothing was ever recorded, as all that follows. */
  readonly version: number | null;
  readonly signedOn: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly correction: string | null;
}

/** What of a group's robot became of it. */
export interface OnGroup {
  readonly provider: GroupProvider;
  readonly state: 'due' | 'claimed' | 'sent' | 'skipped' | 'given-up' | 'withdrawn';
  readonly reason: string | null;
  readonly at: Date | null;
}

/** Which of those who were told, and how many of them. */
export interface AskedOf {
  readonly only?: ProofFilter | undefined;
  readonly search?: string | undefined;
  /** Only who is still to be told on paper: nothing reached them, or they were told before this instant and have not opened it. */
  readonly onPaperSince?: Date | undefined;
  readonly limit: number;
  readonly offset?: number | undefined;
}

// A former address is told of the account alone; it proves nothing here.
const PEOPLE = `
  SELECT n.id AS "noticeId", n.member_id AS "memberId", m.name, m.staff_no AS "staffNo", m.active, u.name AS unit, g.name AS delegation,
         n.created_at AS "toldAt", n.read_at AS "openedAt", n.over, n.over_at AS "overAt", d.ways,
         CASE WHEN s.signed_on IS NOT NULL THEN 'signed' WHEN n.read_at IS NOT NULL THEN 'opened' WHEN d.sent THEN 'sent'
              WHEN d.waiting THEN 'waiting' WHEN n.over IS NOT NULL THEN 'withdrawn' ELSE 'not-reached' END AS standing,
         s.version, s.signed_on::text AS "signedOn", coalesce(r.name, '') AS "recordedBy", s.recorded_at AS "recordedAt", s.correction
    FROM notices n JOIN directory_members m ON m.id = n.member_id
    LEFT JOIN directory_units u ON u.id = m.unit_id
    LEFT JOIN paper_signatures s ON s.notice_id = n.id
    LEFT JOIN directory_members r ON r.id = s.recorded_by
    LEFT JOIN LATERAL (
      SELECT bool_or(state = 'sent') AS sent, bool_or(state IN ('due', 'claimed')) AS waiting,
             coalesce(jsonb_agg(
               jsonb_build_object('way', channel, 'state', state, 'reason', trouble, 'at', sent_at) ORDER BY channel
             ), '[]') AS ways
        FROM deliveries WHERE notice_id = n.id AND former_address_id IS NULL
    ) d ON true
    LEFT JOIN LATERAL (
      SELECT e.name FROM directory_seats t JOIN directory_delegations e ON e.id = t.delegation_id
        LEFT JOIN directory_sessions x ON x.id = t.session_id
       WHERE t.member_id = n.member_id AND t.seated ORDER BY x.opens_at DESC NULLS LAST, e.id LIMIT 1
    ) g ON true
   WHERE n.cause = $1 AND n.code = $2 AND n.organisation_id = $3`;
const FILTERS: { readonly [F in ProofFilter]: string } = {
  'not-reached': `p.standing = 'not-reached'`,
  unconfirmed: `p.standing NOT IN ('signed', 'opened')`,
  signed: `p.standing = 'signed'`,
};
const ON_PAPER = `p.active AND p.over IS NULL AND p.standing NOT IN ('signed', 'opened')
  AND (p.standing = 'not-reached' OR p."toldAt" <= ?)`;

/** Who was told of something, and what is known of each of them. */
@Injectable()
export class ServedPeople {
  constructor(private readonly database: Database) {}

  /** Those who are asked for, by staff number, and how many there are. */
  async page(
    matter: ServedMatter,
    { only, search, onPaperSince, limit, offset = 0 }: AskedOf,
  ): Promise<{ readonly items: readonly ServedPerson[]; readonly total: number }> {
    const given: unknown[] = keyOf(matter);
    const filters: readonly (readonly [isAsked: boolean, sql: string, value?: unknown])[] = [
      [only !== undefined, only === undefined ? '' : FILTERS[only]],
      [search !== undefined, '(p.name || \' \' || p."staffNo") ILIKE ?', search && likePattern(search)],
      [onPaperSince !== undefined, ON_PAPER, onPaperSince],
    ];
    const asked = filters.filter(([isAsked]) => isAsked);
    const where = ['true', ...asked.map(([, sql, value]) => sql.replace('?', () => `$${given.push(value)}`))].join(' AND ');
    const from = `FROM (${PEOPLE}) p WHERE ${where}`;
    const [items, counted] = await Promise.all([
      this.database.query<ServedPerson>(
        `SELECT * ${from} ORDER BY p."staffNo", p."noticeId" LIMIT $${given.length + 1} OFFSET $${given.length + 2}`,
        [...given, limit, offset],
      ),
      this.database.query<{ total: number }>(`SELECT count(*)::int AS total ${from}`, given),
    ]);
    return { items, total: counted[0]?.total ?? 0 };
  }

  /** How many of all who were told stand how. */
  async standings(matter: ServedMatter): Promise<ReadonlyMap<Standing, number>> {
    const rows = await this.database.query<{ standing: Standing; people: number }>(
      `SELECT p.standing, count(*)::int AS people FROM (${PEOPLE}) p GROUP BY p.standing`,
      keyOf(matter),
    );
    return new Map(rows.map(({ standing, people }) => [standing, people]));
  }

  /** What was posted in the organisation's groups. */
  groups(matter: ServedMatter): Promise<OnGroup[]> {
    return this.database.query<OnGroup>(
      `SELECT provider, state, trouble AS reason, sent_at AS at FROM group_posts
        WHERE cause = $1 AND code = $2 AND organisation_id = $3 ORDER BY provider`,
      keyOf(matter),
    );
  }
}

const keyOf = ({ cause, code, organisationId }: ServedMatter): string[] => [cause, code, organisationId];
