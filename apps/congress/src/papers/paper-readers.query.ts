import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from './papers.repository.js';
import type { PaperReadersResponse } from './papers.responses.js';

const READERS = `
  SELECT m.id AS "memberId", m.name, m.staff_no AS "staffNo", o.opened_at AS "openedAt"
    FROM seats t JOIN members m ON m.id = t.member_id
    LEFT JOIN paper_openings o ON o.member_id = t.member_id AND o.paper_id = $2 AND o.nth = $3
   WHERE t.session_id = $1 ORDER BY o.opened_at IS NOT NULL, m.staff_no
`;

/** Who with a seat has opened the version that was sent out last; those who have not come first. For the secretariat. */
export class PaperReaders extends Query<PaperReadersResponse> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly paperId: string,
  ) {
    super();
  }
}

@QueryHandler(PaperReaders)
export class PaperReadersHandler implements IQueryHandler<PaperReaders> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
    private readonly database: Database,
  ) {}

  /** @throws `congress.not-found`, also while nothing was sent out; `congress.forbidden` */
  async execute({ actor, sessionId, paperId }: PaperReaders): Promise<PaperReadersResponse> {
    await this.permissions.assertAllowed(actor, 'read-paper-readers', sessionId);
    const { papers } = await this.papers.find(this.database, actor.organisationId, sessionId);
    const sent = papers.find(({ id }) => id === paperId)?.versions.findLast(({ sentAt }) => sentAt !== null);
    if (!sent) throw CongressErrors.notFound('paper');
    const rows = await this.database.query<{ memberId: string; name: string; staffNo: string; openedAt: Date | null }>(READERS, [
      sessionId,
      paperId,
      sent.nth,
    ]);
    return { nth: sent.nth, readers: rows.map(({ openedAt, ...reader }) => ({ ...reader, openedAt: openedAt?.toISOString() ?? null })) };
  }
}
