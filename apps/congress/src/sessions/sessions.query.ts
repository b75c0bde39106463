import { Injectable } from '@nestjs/common';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor, PageRequest } from '@plenum/service-kit';
import { paged } from '../storage/paged.js';
import type { SessionListResponse, SessionResponse, TermListResponse, TermResponse } from './sessions.responses.js';

const TERMS = `
  SELECT id, term_no AS "termNo", kind, starts_on::text AS "from", ends_on::text AS "to" FROM terms
   WHERE organisation_id = $1 ORDER BY starts_on DESC, kind, id`;
const SESSIONS = `
  SELECT s.id, s.term_id AS "termId", t.term_no AS "termNo", t.kind, s.session_no AS "sessionNo", s.title, s.opens_at AS "opensAt",
    s.closes_at AS "closesAt",
         json_build_object('num', s.quorum_num, 'den', s.quorum_den, 'inclusive', s.quorum_inclusive) AS quorum, s.state,
           s.opened_at AS "openedAt", s.closed_at AS "closedAt",
         (SELECT count(*)::int FROM seats WHERE session_id = s.id AND kind = 'DELEGATE') AS entitled, s.revision AS version
    FROM sessions s JOIN terms t ON t.id = s.term_id
   WHERE s.organisation_id = $1 AND ($2::uuid IS NULL OR s.id = $2) ORDER BY s.opens_at DESC, s.id
`;

/** Terms and sessions of the actor's organisation, the newest first. */
@Injectable()
export class SessionsQuery {
  constructor(private readonly database: Database) {}

  terms({ organisationId }: Actor, page: PageRequest): Promise<TermListResponse> {
    return paged<TermResponse>(this.database, TERMS, [organisationId], page);
  }

  sessions({ organisationId }: Actor, page: PageRequest): Promise<SessionListResponse> {
    return paged<SessionResponse>(this.database, SESSIONS, [organisationId, null], page);
  }

  /** @throws `congress.not-found` */
  async session({ organisationId }: Actor, sessionId: string): Promise<SessionResponse> {
    const [session] = await this.database.query<SessionResponse>(SESSIONS, [organisationId, sessionId]);
    if (!session) throw CongressErrors.notFound('session');
    return session;
  }
}
