import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CongressErrors, type PaperKind, versionsShownTo } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { PapersRepository } from './papers.repository.js';

/** A paper with its bytes. */
export interface PaperFile {
  readonly title: string;
  readonly kind: PaperKind;
  readonly content: Buffer;
}

const OPENED = `
  INSERT INTO paper_openings (session_id, paper_id, nth, member_id, opened_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING
`;
const SEATED = 'SELECT FROM seats WHERE session_id = $1 AND member_id = $2';

/** One version of a paper. That somebody with a seat opened it is noted, for the reading list: the first time. */
export class PaperFileOf extends Query<PaperFile> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly paperId: string,
    readonly nth: number,
  ) {
    super();
  }
}

@QueryHandler(PaperFileOf)
export class PaperFileHandler implements IQueryHandler<PaperFileOf> {
  constructor(
    private readonly permissions: Permissions,
    private readonly papers: PapersRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws `congress.not-found`, `congress.papers-of-delegates` */
  async execute({ actor, sessionId, paperId, nth }: PaperFileOf): Promise<PaperFile> {
    const { organisationId, memberId } = actor;
    const by = await this.permissions.assertAllowed(actor, 'read-papers', sessionId);
    const isSeated = (await this.database.query<unknown>(SEATED, [sessionId, memberId])).length > 0;
    if (!by.runsSession && !isSeated) throw CongressErrors.papersOfDelegates();
    const { papers } = await this.papers.find(this.database, organisationId, sessionId);
    const paper = papers.find(({ id }) => id === paperId);
    const version = paper && versionsShownTo(paper, by).find((one) => one.nth === nth);
    if (!paper || !version) throw CongressErrors.notFound('paper');
    const content = await this.papers.contentOf(this.database, paperId, nth);
    if (isSeated) await this.database.query(OPENED, [sessionId, paperId, nth, memberId, this.clock.now()]);
    return { title: paper.title, kind: version.kind, content };
  }
}
