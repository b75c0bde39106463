import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { NoticeCode } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Clock, DomainError } from '@plenum/kernel';
import { type Actor, offsetOf, type PageRequest } from '@plenum/service-kit';
import { Organisers } from '../access/organisers.js';
import type { UnreachedPageResponse, UnreachedResponse } from './unreached.responses.js';

/** Whom no mail reached, and who has not read the notice either: for the organisers, who can still tell them. */
export class Unreached extends Query<UnreachedPageResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: PageRequest,
  ) {
    super();
  }
}

const DAYS = 30; // What is older nobody mends any more.
const MS_PER_DAY = 86_400_000;

/** What is told to whole audiences: an organiser may know of it whoever it was for. What is somebody's own affair is not here. */
const PUBLIC_MATTERS: readonly NoticeCode[] = [
  'congress.session-opened',
  'congress.session-closed',
  'proposals.call-opened',
  'proposals.call-extended',
  'proposals.call-opened-all-year',
  'proposals.call-extended-all-year',
  'proposals.call-closed',
  'ballot.ballot-announced',
  'ballot.ballot-called-off',
  'ballot.candidates-posted',
  'ballot.ballot-opened',
  'ballot.ballot-closed',
  'ballot.result-declared',
  'ballot.result-approved',
  'ballot.result-rejected',
  'ballot.result-published',
  'ballot.result-posted-until',
  'ballot.result-annulled',
  'notifier.announced',
];

// Who was reached on one way, or still may be, is not listed for another; where several failed, mail says why.
const FROM = `
    FROM deliveries d JOIN notices n ON n.id = d.notice_id JOIN directory_members m ON m.id = n.member_id
   WHERE d.state IN ('skipped', 'given-up', 'bounced') AND (d.state <> 'skipped' OR d.trouble = 'no-address') AND n.read_at IS NULL
     AND n.organisation_id = $1 AND n.code = ANY($2) AND n.created_at > $3 AND m.active
     AND NOT EXISTS (
       SELECT FROM deliveries o WHERE o.notice_id = d.notice_id AND o.id <> d.id AND (o.state IN ('sent', 'due', 'claimed')
         OR o.state <> 'withdrawn' AND (o.channel = 'mail' OR d.channel <> 'mail' AND o.id < d.id)))`;
const REASON = `CASE WHEN d.state = 'given-up' THEN 'given-up' WHEN d.channel <> 'mail' THEN 'other-way' ELSE d.trouble END`;

@QueryHandler(Unreached)
export class UnreachedHandler implements IQueryHandler<Unreached> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `notifier.forbidden` for whoever organises nothing here */
  async execute({ actor, request }: Unreached): Promise<UnreachedPageResponse> {
    if (!(await this.organisers.include(actor))) throw new DomainError('notifier.forbidden', 'forbidden');
    const since = new Date(this.clock.now().getTime() - DAYS * MS_PER_DAY);
    const given = [actor.organisationId, PUBLIC_MATTERS, since];
    const [rows, counts] = await Promise.all([
      this.database.query<Omit<UnreachedResponse, 'createdAt'> & { readonly createdAt: Date }>(
        `
SELECT n.id, m.id AS "memberId", m.name, m.staff_no AS "staffNo", n.code, n.params, n.link, n.created_at AS "createdAt",
           ${REASON} AS reason ${FROM}
           ORDER BY n.created_at DESC, m.name, n.id
           LIMIT $4 OFFSET $5
        `,
        [...given, request.pageSize, offsetOf(request)],
      ),
      this.database.query<{ total: number }>(`SELECT count(*)::int AS total ${FROM}`, given),
    ]);
    return {
      items: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      total: counts[0]?.total ?? 0,
      page: request.page,
      pageSize: request.pageSize,
    };
  }
}
