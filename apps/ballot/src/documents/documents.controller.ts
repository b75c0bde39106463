import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotDocument } from './ballot-document.query.js';
import type { DocumentFormat } from './ballot-documents.js';
import type { DocumentKind } from './compose.js';
import { DocumentRequest } from './documents.requests.js';
import type { DocumentLanguage } from './language.js';

const TYPES: Record<DocumentFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** What is printed, signed by hand, and posted: the tally sheet (计票结果报告单) and the notice of the result (结果公告). */
@Controller('ballots/:id')
export class DocumentsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('tally-sheet.docx')
  tallySheetDocx(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language }: DocumentRequest,
  ): Promise<StreamableFile> {
    return this.file(actor, id, 'tally-sheet', 'docx', language);
  }

  @Get('tally-sheet.pdf')
  tallySheetPdf(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language }: DocumentRequest,
  ): Promise<StreamableFile> {
    return this.file(actor, id, 'tally-sheet', 'pdf', language);
  }

  @Get('result-notice.docx')
  resultNoticeDocx(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language }: DocumentRequest,
  ): Promise<StreamableFile> {
    return this.file(actor, id, 'result-notice', 'docx', language);
  }

  @Get('result-notice.pdf')
  resultNoticePdf(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language }: DocumentRequest,
  ): Promise<StreamableFile> {
    return this.file(actor, id, 'result-notice', 'pdf', language);
  }

  private async file(
    actor: Actor,
    id: string,
    kind: DocumentKind,
    format: DocumentFormat,
    language: DocumentLanguage = 'zh',
  ): Promise<StreamableFile> {
    const { name, content } = await this.queries.execute(new BallotDocument(actor, id, kind, format, language));
    return new StreamableFile(content, { type: TYPES[format], length: content.length, disposition: attached(`${kind}.${format}`, name) });
  }
}

/** A name in any script, and one in plain letters for programs that know no better (RFC 6266, RFC 8187). */
function attached(plain: string, name: string): string {
  const encoded = encodeURIComponent(name.replaceAll(/[\p{Cc}/\\]/gu, ' ')).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
