import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Database } from '@plenum/database';
import { type Actor, CurrentActor, ONE_FILE, OnVersionRequest, uploadedFile } from '@plenum/service-kit';
import type { FastifyRequest } from 'fastify';
import { ConfirmHistory } from './confirm-history.command.js';
import { readHistoryFile } from './history-file.js';
import { HistoryPreview } from './history-preview.query.js';
import { HistoryAround } from './history.context.js';
import { UploadHistoryRequest } from './history.requests.js';
import { HistoryImportAnswer } from './history.responses.js';
import { PreviewHistory } from './preview-history.command.js';

/** Matters of earlier sessions from the committee's spreadsheet: upload, look at the preview, confirm. For the committee. */
@Controller('history-imports')
export class HistoryController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly database: Database,
    private readonly around: HistoryAround,
  ) {}

  /** Checks a table (`.xlsx`, or `.csv` in UTF-8 or GB18030, at most 5 MiB and 1,000 rows) and writes nothing yet. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  async upload(
    @CurrentActor() actor: Actor,
    @Query() { sessionId }: UploadHistoryRequest,
    @Req() request: FastifyRequest,
  ): Promise<HistoryImportAnswer> {
    await this.around.session(this.database, actor, sessionId); // Before the file is read.
    const { name, content } = await uploadedFile(request);
    const id = await this.commands.execute(new PreviewHistory(actor, sessionId, name, await readHistoryFile(content)));
    return this.queries.execute(new HistoryPreview(actor, id));
  }

  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HistoryImportAnswer> {
    return this.queries.execute(new HistoryPreview(actor, id));
  }

  /** Writes the new rows of the preview. The same again changes nothing. */
  @Post(':id/confirmation')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<HistoryImportAnswer> {
    await this.commands.execute(new ConfirmHistory(actor, id, version));
    return this.queries.execute(new HistoryPreview(actor, id));
  }
}
