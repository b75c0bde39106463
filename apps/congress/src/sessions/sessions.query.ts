import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor, PageRequest } from '@plenum/service-kit';
import { paged } from '../storage/paged.js';
import type { SessionListResponse, SessionResponse } from './sessions.responses.js';

const SESSIONS = `
  SELECT s.id, s.term_id AS "termId", t.term_no AS "termNo", t.kind, s.session_no AS "sessionNo", s.title, s.opens_at AS "opensAt",
    s.closes_at AS "closesAt",
         json_build_object('num', s.quorum_num, 'den', s.quorum_den, 'inclusive', s.quorum_inclusive) AS quorum, s.state,
           s.opened_at AS "openedAt", s.closed_at AS "closedAt",
         (SELECT count(*)::int FROM seats WHERE session_id = s.id AND kind = 'DELEGATE') AS entitled, s.revision AS version
    FROM sessions s JOIN terms t ON t.id = s.term_id
   WHERE s.organisation_id = $1 AND ($2::uuid IS NULL OR s.id = $2) ORDER BY s.opens_at DESC, s.id
`;

/** The sessions of the actor's organisation, the newest first. */
export class SessionList extends Query<SessionListResponse> {
  constructor(
    readonly actor: Actor,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(SessionList)
export class SessionListHandler implements IQueryHandler<SessionList> {
  constructor(private readonly database: Database) {}

  execute({ actor: { organisationId }, page }: SessionList): Promise<SessionListResponse> {
    return paged<SessionResponse>(this.database, SESSIONS, [organisationId, null], page);
  }
}

/** One session as the list has it. */
export class OneSession extends Query<SessionResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
  ) {
    super();
  }
}

@QueryHandler(OneSession)
export class OneSessionHandler implements IQueryHandler<OneSession> {
  constructor(private readonly database: Database) {}

  /** @throws `congress.not-found` */
  async execute({ actor: { organisationId }, sessionId }: OneSession): Promise<SessionResponse> {
    const [session] = await this.database.query<SessionResponse>(SESSIONS, [organisationId, sessionId]);
    if (!session) throw CongressErrors.notFound('session');
    return session;
  }
}
