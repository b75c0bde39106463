import { Injectable } from '@nestjs/common';
import type { NoticeCode } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { PUBLIC_MATTERS } from '../notices/served-matters.js';
import type { UnreachedRequest } from './unreached.requests.js';
import type { UnreachedResponse } from './unreached.responses.js';

/** Somebody who was not reached, as they are read. */
export type UnreachedRow = Omit<UnreachedResponse, 'createdAt' | 'code'> & { readonly code: NoticeCode; readonly createdAt: Date };

/** Which of them. */
export type UnreachedFilter = Pick<UnreachedRequest, 'way' | 'reason' | 'unitId' | 'delegationId'>;

const DAYS = 30; // What is older nobody mends any more.
const MS_PER_DAY = 86_400_000;

// Who was reached on one way, or still may be, or has signed on paper, is not listed for another; where several failed, mail says why.
const REASON = `CASE WHEN d.state = 'given-up' THEN 'given-up' WHEN d.channel <> 'mail' THEN 'other-way' ELSE d.trouble END`;
const FROM = `
    FROM deliveries d JOIN notices n ON n.id = d.notice_id JOIN directory_members m ON m.id = n.member_id
    LEFT JOIN directory_units u ON u.id = m.unit_id
    LEFT JOIN LATERAL (
      SELECT e.name FROM directory_seats t JOIN directory_delegations e ON e.id = t.delegation_id
        LEFT JOIN directory_sessions x ON x.id = t.session_id
       WHERE t.member_id = m.id AND t.seated ORDER BY x.opens_at DESC NULLS LAST, e.id LIMIT 1
    ) g ON true
   WHERE d.state IN ('skipped', 'given-up', 'bounced') AND (d.state <> 'skipped' OR d.trouble = 'no-address') AND n.read_at IS NULL
     AND n.organisation_id = $1 AND n.code = ANY($2) AND n.created_at > $3 AND m.active
     AND NOT EXISTS (SELECT FROM paper_signatures s WHERE s.notice_id = n.id AND s.signed_on IS NOT NULL)
     AND NOT EXISTS (
       SELECT FROM deliveries o WHERE o.notice_id = d.notice_id AND o.id <> d.id AND (o.state IN ('sent', 'due', 'claimed')
         OR o.state <> 'withdrawn' AND (o.channel = 'mail' OR d.channel <> 'mail' AND o.id < d.id)))`;
const FILTERS: { readonly [F in keyof Required<UnreachedFilter>]: string } = {
  way: `EXISTS (SELECT FROM deliveries f WHERE f.notice_id = n.id AND f.channel = ?)`,
  reason: `${REASON} = ?`,
  unitId: `m.unit_id = ?`,
  delegationId: `EXISTS (SELECT FROM directory_seats f WHERE f.member_id = m.id AND f.seated AND f.delegation_id = ?)`,
};

/** Whom no way reached, of what is told to whole audiences. */
@Injectable()
export class UnreachedPeople {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those of an organisation who are asked for, the latest first, and how many there are. */
  async page(
    organisationId: string,
    filter: UnreachedFilter,
    limit: number,
    offset = 0,
  ): Promise<{ readonly items: readonly UnreachedRow[]; readonly total: number }> {
    const given: unknown[] = [organisationId, PUBLIC_MATTERS, new Date(this.clock.now().getTime() - DAYS * MS_PER_DAY)];
    const from = (Object.keys(FILTERS) as (keyof UnreachedFilter)[])
      .filter((name) => filter[name] !== undefined)
      .reduce((sql, name) => `${sql} AND ${FILTERS[name].replace('?', () => `$${given.push(filter[name])}`)}`, FROM);
    const [items, counted] = await Promise.all([
      this.database.query<UnreachedRow>(
        `SELECT n.id, m.id AS "memberId", m.name, m.staff_no AS "staffNo", u.name AS unit, g.name AS delegation, n.code, n.params, n.link,
            n.created_at AS "createdAt", ${REASON} AS reason ${from}
          ORDER BY n.created_at DESC, m.name, n.id LIMIT $${given.length + 1} OFFSET $${given.length + 2}`,
        [...given, limit, offset],
      ),
      this.database.query<{ total: number }>(`SELECT count(*)::int AS total ${from}`, given),
    ]);
    return { items, total: counted[0]?.total ?? 0 };
  }
}
