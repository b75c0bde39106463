import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { attached, DOCX } from './attached.js';
import { ProposalForms } from './proposal-forms.query.js';
import { FormsRequest, ReportRequest } from './report.requests.js';
import { SessionReport } from './session-report.query.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the committee lays before the congress: the report (提案审查及处理情况报告), its tables, and the printed forms (提案表). */
@Controller('reports')
export class ReportDocumentsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('report.docx')
  async report(@CurrentActor() actor: Actor, @Query() { sessionId, cutOff, language = 'zh' }: ReportRequest): Promise<StreamableFile> {
    const made = await this.queries.execute(new SessionReport(actor, sessionId, new Date(cutOff), 'docx', language));
    return attached('report.docx', DOCX, made);
  }

  @Get('tables.xlsx')
  async tables(@CurrentActor() actor: Actor, @Query() { sessionId, cutOff, language = 'zh' }: ReportRequest): Promise<StreamableFile> {
    const made = await this.queries.execute(new SessionReport(actor, sessionId, new Date(cutOff), 'xlsx', language));
    return attached('tables.xlsx', XLSX, made);
  }

  @Get('forms.docx')
  async forms(
    @CurrentActor() actor: Actor,
    @Query() { sessionId, cutOff, language = 'zh', proposalIds = [], part }: FormsRequest,
  ): Promise<StreamableFile> {
    const made = await this.queries.execute(new ProposalForms(actor, sessionId, new Date(cutOff), proposalIds, part, language));
    return attached('forms.docx', DOCX, made);
  }
}
