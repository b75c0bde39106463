import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ExportInWordsRequest, ExportRequest, ExportTableRequest } from './exports.requests.js';
import { MattersExport } from './matters-export.query.js';
import { ENGLISH } from './messages/en.js';
import { CHINESE } from './messages/zh-cn.js';
import { writeCsv, writeJson, writeWorkbookOf } from './write-export.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORDS = { zh: CHINESE, en: ENGLISH } as const;

/** Everything that one may read of proposals, in open formats: at most 5,000 matters in one file. */
@Controller('exports')
export class ExportsController {
  constructor(private readonly queries: QueryBus) {}

  /** All tables, a sheet each. */
  @Get('matters.xlsx')
  async workbook(@CurrentActor() actor: Actor, @Query() { sessionId, language = 'zh' }: ExportInWordsRequest): Promise<StreamableFile> {
    const made = await this.queries.execute(new MattersExport(actor, sessionId ?? null));
    return attached('matters.xlsx', XLSX, await writeWorkbookOf(made, WORDS[language]));
  }

  /** One table, in UTF-8 with a mark. */
  @Get('matters.csv')
  async table(@CurrentActor() actor: Actor, @Query() { sessionId, language = 'zh', table }: ExportTableRequest): Promise<StreamableFile> {
    const made = await this.queries.execute(new MattersExport(actor, sessionId ?? null));
    return attached(`${table}.csv`, 'text/csv; charset=utf-8', writeCsv(table, made, WORDS[language]));
  }

  /** All tables, for programs: times as instants, and codes as this service has them. */
  @Get('matters.json')
  async data(@CurrentActor() actor: Actor, @Query() { sessionId }: ExportRequest): Promise<StreamableFile> {
    return attached('matters.json', 'application/json', writeJson(await this.queries.execute(new MattersExport(actor, sessionId ?? null))));
  }
}

const attached = (name: string, type: string, content: Buffer): StreamableFile =>
  new StreamableFile(content, { type, length: content.length, disposition: `attachment; filename="${name}"` });
