import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { allowedOnPaper, CongressErrors, lastDayOf, papersRefusal, paperState, versionsShownTo } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from './papers.repository.js';
import type { PaperResponse, PapersResponse } from './papers.responses.js';

const SEATED = `
  SELECT count(*)::int AS seated, COALESCE(bool_or(member_id = $2), false) AS "isSeated" FROM seats WHERE session_id = $1
`;
const OPENED = `
  SELECT o.paper_id AS "paperId", o.nth, count(t.member_id)::int AS readers, bool_or(o.member_id = $2) AS own
    FROM paper_openings o JOIN paper_contents c ON c.paper_id = o.paper_id AND c.nth = o.nth
    LEFT JOIN seats t ON t.session_id = o.session_id AND t.member_id = o.member_id
   WHERE o.session_id = $1 GROUP BY o.paper_id, o.nth
`;

/** The papers of a session, as the reader may see them: delegates what was sent out, the secretariat all. */
export class PapersOfSession extends Query<PapersResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
  ) {
    super();
  }
}

@QueryHandler(PapersOfSession)
export class PapersOfSessionHandler implements IQueryHandler<PapersOfSession> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws `congress.not-found`, `congress.papers-of-delegates` */
  async execute({ actor, sessionId }: PapersOfSession): Promise<PapersResponse> {
    const { organisationId, memberId } = actor;
    const by = await this.permissions.assertAllowed(actor, 'read-papers', sessionId);
    const [seating] = await this.database.query<{ seated: number; isSeated: boolean }>(SEATED, [sessionId, memberId]);
    if (!by.runsSession && !seating?.isSeated) throw CongressErrors.papersOfDelegates();
    const [kept, session, late, opened] = await Promise.all([
      this.papers.find(this.database, organisationId, sessionId),
      this.papers.session(this.database, organisationId, sessionId),
      this.papers.late(this.database, organisationId, sessionId),
      this.database.query<{ paperId: string; nth: number; readers: number; own: boolean }>(OPENED, [sessionId, memberId]),
    ]);
    const context = { session, at: this.clock.now() };
    const papers = kept.papers.flatMap((paper): PaperResponse[] => {
      const versions = versionsShownTo(paper, by);
      if (versions.length === 0) return [];
      const openedOf = (nth: number | undefined) => opened.find((one) => one.paperId === paper.id && one.nth === nth);
      const sent = versions.findLast(({ sentAt }) => sentAt !== null);
      return [
        {
          id: paper.id,
          itemId: paper.itemId,
          title: paper.title,
          state: paperState(paper),
          withdrawnFor: paper.withdrawnFor,
          versions: versions.map(({ by: _by, at, sentAt, ...version }) => ({
            ...version,
            at: at.toISOString(),
            sentAt: sentAt?.toISOString() ?? null,
          })),
          late: session.state === 'SET_UP' && late.some(({ id }) => id === paper.id),
          opened: openedOf(versions.at(-1)?.nth)?.own ?? false,
          readers: by.runsSession && sent ? (openedOf(sent.nth)?.readers ?? 0) : null,
          allowedActions: [...allowedOnPaper(paper, by, context)],
        },
      ];
    });
    return {
      sessionId,
      days: kept.rule.days,
      clause: kept.rule.clause,
      lastDay: lastDayOf(kept.rule, session.opensOn),
      seated: seating?.seated ?? 0,
      papers,
      mayBring: papersRefusal(by, context) === null,
      version: kept.version,
    };
  }
}
