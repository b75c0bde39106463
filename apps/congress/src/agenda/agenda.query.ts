import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ADOPTION_RULE, allowedOnAgenda, itemsShownTo, lackingOf, missingReports, standingAdoption } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { needed } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { AgendaRepository } from './agenda.repository.js';
import type { AgendaResponse, PassedBallotResponse } from './agenda.responses.js';

const HEADING = `
  SELECT title, opens_at AS "opensAt", late_papers AS late, late_papers_reason AS reason,
         EXISTS (SELECT FROM seats WHERE session_id = $1 AND member_id = $2) AS "isSeated"
    FROM sessions WHERE id = $1
`;

const PASSED = `
  SELECT m.ballot_id AS "ballotId", m.title FROM decided_motions m
   WHERE m.session_id = $1 AND m.organisation_id = $2 AND m.passed
     AND NOT EXISTS (SELECT FROM annulled_ballots WHERE ballot_id = m.ballot_id)
   ORDER BY m.decided_at DESC, m.ballot_id LIMIT 50
`;

interface Heading {
  readonly title: string;
  readonly opensAt: Date;
  readonly late: string[] | null;
  readonly reason: string | null;
  readonly isSeated: boolean;
}

/** The agenda of a session, as the reader may see it, with what they may do. */
export class SessionAgenda extends Query<AgendaResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
  ) {
    super();
  }
}

@QueryHandler(SessionAgenda)
export class SessionAgendaHandler implements IQueryHandler<SessionAgenda> {
  constructor(
    private readonly permissions: Permissions,
    private readonly agendas: AgendaRepository,
    private readonly database: Database,
  ) {}

  /** @throws `congress.not-found` */
  async execute({ actor, sessionId }: SessionAgenda): Promise<AgendaResponse> {
    const { organisationId } = actor;
    const by = await this.permissions.assertAllowed(actor, 'read-agenda', sessionId);
    const [agenda, context, [heading], passedBallots] = await Promise.all([
      this.agendas.find(this.database, organisationId, sessionId),
      this.agendas.contextOf(this.database, organisationId, sessionId),
      this.database.query<Heading>(HEADING, [sessionId, actor.memberId]),
      this.database.query<PassedBallotResponse>(PASSED, [sessionId, organisationId]),
    ]);
    const items = itemsShownTo(agenda, by);
    const allowedActions = [...allowedOnAgenda(agenda, by, context)];
    return {
      sessionId,
      sessionTitle: heading?.title ?? '',
      sessionState: context.session.state,
      opensAt: heading?.opensAt.toISOString() ?? '',
      state: agenda.state,
      items: items.map((item) => ({ ...item, lacking: [...lackingOf(item)] })),
      agreement: agenda.agreement,
      adoptions: agenda.adoptions.map(({ at, items: voted, ...one }) => ({ ...one, at: at.toISOString(), items: voted.length })),
      lateOpening: heading?.late && heading.reason ? { titles: heading.late, reason: heading.reason } : null,
      mayReadPapers: by.runsSession || heading?.isSeated === true,
      stands: standingAdoption(agenda) !== null,
      reopenedFor: agenda.reopenedFor,
      missingReports: [...missingReports(items)],
      entitled: context.entitled,
      present: context.present,
      needed: needed(ADOPTION_RULE, context.entitled),
      passedBallots: allowedActions.includes('adopt') ? passedBallots : [],
      allowedActions,
      version: agenda.version,
    };
  }
}
