import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { composeReport, type ReportContent, underTitle, workbookOf } from './compose-report.js';
import { cutOffText } from './papers/cut-off-text.js';
import { ENGLISH } from './messages/en.js';
import type { ReportLanguage } from './messages/wording.js';
import { CHINESE } from './messages/zh-cn.js';
import { ReportReaders } from './report-readers.js';
import { SessionFigures } from './session-figures.js';
import { writeDocx } from './papers/write-docx.js';
import { writeXlsx } from './papers/write-xlsx.js';

/** A document with the name under which it is kept. */
export interface DocumentFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The report of a session at a cut-off, or its tables: for the committee and the organisers. */
export class SessionReport extends Query<DocumentFile> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly cutOff: Date,
    readonly format: 'docx' | 'xlsx',
    readonly language: ReportLanguage,
  ) {
    super();
  }
}

/** What documents say, by language. */
export const WORDS = { zh: CHINESE, en: ENGLISH } as const;

@QueryHandler(SessionReport)
export class SessionReportHandler implements IQueryHandler<SessionReport> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
    private readonly figures: SessionFigures,
    private readonly readers: ReportReaders,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden`, `proposals.cut-off-ahead`, `proposals.figures-do-not-add-up` */
  async execute({ actor, sessionId, cutOff, format, language }: SessionReport): Promise<DocumentFile> {
    const { organisationId } = actor;
    const session = await this.figures.session(actor, sessionId);
    await this.readers.assertMayFetch(actor, sessionId);
    const until = this.figures.cutOff(cutOff);
    const words = WORDS[language];
    const { zone = 'Asia/Shanghai' } = await this.directory.calendar(this.database, organisationId);
    const organisation = await this.directory.organisation(this.database, organisationId);
    const told = await this.figures.told({ organisationId, sessionId, cutOff: until });
    const names = Object.fromEntries(told.matters.flatMap(({ particulars }) => Object.entries(particulars.names)));
    const content: ReportContent = {
      words,
      organisation: organisation?.name ?? '',
      session,
      cutOff: until,
      cutOffText: cutOffText(until, zone, words),
      ...told,
      names,
    };
    if (format === 'docx') return { name: `${words.title}.docx`, content: await writeDocx(composeReport(content)) };
    return { name: `${words.tables}.xlsx`, content: await writeXlsx(workbookOf(content), underTitle(content), until) };
  }
}
