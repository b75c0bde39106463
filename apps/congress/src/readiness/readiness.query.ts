import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type Fraction, needed } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import type { OfficeHolders, ReadinessOfSession, ReadinessResponse } from './readiness.responses.js';

const COUNTS = `
  SELECT (SELECT count(*)::int FROM units WHERE organisation_id = $1) AS units, (SELECT count(*)::int FROM terms
    WHERE organisation_id = $1) AS terms,
         count(*)::int AS members, count(*) FILTER (WHERE m.unit_id IS NULL)::int AS "membersWithoutUnit",
         count(*) FILTER (WHERE a.password_hash IS NULL AND (a.code_expires_at IS NULL
           OR a.code_expires_at <= now()))::int AS "membersWithoutSignIn"
    FROM members m LEFT JOIN accounts a ON a.member_id = m.id WHERE m.organisation_id = $1 AND m.active
`;
// The session on which most depends: the one that is held, else the next.
const SESSION = `
  SELECT s.id, s.title, s.state, s.quorum_num AS num, s.quorum_den AS den, s.quorum_inclusive AS inclusive,
         (SELECT count(*)::int FROM delegations WHERE session_id = s.id) AS delegations,
         (SELECT count(*)::int FROM delegations WHERE session_id = s.id AND head_member_id IS NULL) AS "delegationsWithoutHead",
         (SELECT count(*)::int FROM seats WHERE session_id = s.id AND kind = 'DELEGATE') AS entitled,
         (SELECT count(*)::int FROM seats WHERE session_id = s.id AND kind = 'DELEGATE'
           AND delegation_id IS NULL) AS "delegatesWithoutDelegation",
         (SELECT count(*)::int FROM members m WHERE m.organisation_id = $1 AND m.active AND NOT EXISTS (SELECT FROM seats
           WHERE session_id = s.id AND member_id = m.id)) AS "membersNotSeated"
    FROM sessions s WHERE s.organisation_id = $1 AND s.state <> 'CLOSED' ORDER BY s.state = 'OPEN' DESC, s.opens_at, s.id LIMIT 1
`;
const OFFICES = `
  SELECT o.office, count(DISTINCT o.member_id)::int AS holders FROM offices o JOIN members m ON m.id = o.member_id AND m.active
   WHERE o.organisation_id = $1 AND o.relieved_at IS NULL AND (o.session_id IS NULL OR o.session_id = $2)
   GROUP BY o.office
   ORDER BY o.office
`;

type SessionRow = Omit<ReadinessOfSession, 'needed'> & Fraction;

/** How far the actor's congress is set up. For the secretariat. */
export class Readiness extends Query<ReadinessResponse> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(Readiness)
export class ReadinessHandler implements IQueryHandler<Readiness> {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** @throws `congress.forbidden` */
  async execute({ actor }: Readiness): Promise<ReadinessResponse> {
    await this.permissions.assertAllowed(actor, 'read-readiness');
    const { organisationId } = actor;
    const [[counts], [session]] = await Promise.all([
      this.database.query<Omit<ReadinessResponse, 'session' | 'offices'>>(COUNTS, [organisationId]),
      this.database.query<SessionRow>(SESSION, [organisationId]),
    ]);
    if (!counts) throw new Error('a count without a row');
    const offices = await this.database.query<OfficeHolders>(OFFICES, [organisationId, session?.id ?? null]);
    return { ...counts, session: session ? shown(session) : null, offices };
  }
}

const shown = ({ num, den, inclusive, ...session }: SessionRow): ReadinessOfSession => ({
  ...session,
  needed: needed({ num, den, inclusive }, session.entitled),
});
