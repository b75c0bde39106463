import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { cutOffText } from '../report/papers/cut-off-text.js';
import { filled, type ReportLanguage } from '../report/messages/wording.js';
import type { PaperBlock } from '../report/papers/paper.js';
import { writeDocx } from '../report/papers/write-docx.js';
import { type DocumentFile, WORDS } from '../report/session-report.query.js';
import { AwardList } from './award-list.query.js';

/** The award list of a session as a document, for the next session: what is awarded, and nothing else. */
export class AwardDocument extends Query<DocumentFile> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly language: ReportLanguage,
  ) {
    super();
  }
}

@QueryHandler(AwardDocument)
export class AwardDocumentHandler implements IQueryHandler<AwardDocument> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly queries: QueryBus,
  ) {}

  /** @throws `proposals.not-found` for a session of another organisation */
  async execute({ actor, sessionId, language }: AwardDocument): Promise<DocumentFile> {
    const { items } = await this.queries.execute(new AwardList(actor, sessionId));
    const words = WORDS[language];
    const { awards } = words;
    const awarded = items.filter(({ state }) => state === 'AWARDED');
    const { termNo = 0, sessionNo = 0 } = (await this.directory.session(this.database, sessionId)) ?? {};
    const organisation = await this.directory.organisation(this.database, actor.organisationId);
    const { zone = 'Asia/Shanghai' } = await this.directory.calendar(this.database, actor.organisationId);
    const at = this.clock.now();
    const [before = '', after = ''] = words.page.split('{page}');
    const blocks = (['PROPOSAL', 'UNIT'] as const).flatMap((kind): PaperBlock[] => {
      const rows = awarded
        .filter((item) => item.kind === kind)
        .map(({ docketNo, name, criteria, citation }) => [
          ...(kind === 'PROPOSAL' ? [docketNo ?? ''] : []),
          name ?? words.unnamed,
          criteria.map((one) => awards.criteria[one]).join(words.between),
          citation,
        ]);
      if (rows.length === 0) return [];
      const head = [...(kind === 'PROPOSAL' ? [awards.docketNo] : []), awards.names[kind], awards.criteriaHead, awards.citation];
      const widths = kind === 'PROPOSAL' ? [14, 30, 20, 36] : [30, 26, 44];
      return [{ kind: 'table', caption: awards.kinds[kind], widths, head, rows }];
    });
    const content = await writeDocx({
      title: awards.title,
      issuer: organisation?.name ?? '',
      under: [filled(words.session, { term: termNo, session: sessionNo }), filled(words.cutOff, { time: cutOffText(at, zone, words) })],
      page: [before, after],
      at,
      blocks: blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: awards.none }],
    });
    return { name: `${awards.title}.docx`, content };
  }
}
