import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { type Actor, CurrentActor, ONE_FILE, OnVersionRequest, uploadedFile } from '@plenum/service-kit';
import type { FastifyRequest } from 'fastify';
import { Permissions } from '../access/permissions.js';
import { ChooseCreations } from './choose-creations.command.js';
import { ConfirmRoster } from './confirm-roster.command.js';
import { PreviewRoster } from './preview-roster.command.js';
import { readRosterFile } from './roster-file.js';
import { RosterPreview } from './roster.query.js';
import { ChooseCreationsRequest, UploadRosterRequest } from './roster.requests.js';
import { RosterImportResponse } from './roster.responses.js';

/** Rosters from spreadsheets: upload, look at the preview, confirm. For the secretariat. */
@Controller('roster-imports')
export class RosterController {
  constructor(
    private readonly commands: CommandBus,
    private readonly permissions: Permissions,
    private readonly queries: QueryBus,
  ) {}

  /** Checks a roster (`.xlsx`, or `.csv` in UTF-8 or GB18030, at most 5 MiB and 10,000 rows) and writes nothing yet. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  async upload(
    @CurrentActor() actor: Actor,
    @Query() { sessionId }: UploadRosterRequest,
    @Req() request: FastifyRequest,
  ): Promise<RosterImportResponse> {
    await this.permissions.assertAllowed(actor, 'preview-roster', sessionId);
    const { name, content } = await uploadedFile(request);
    const id = await this.commands.execute(new PreviewRoster(actor, sessionId ?? null, name, await readRosterFile(content)));
    return this.queries.execute(new RosterPreview(actor, id));
  }

  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RosterImportResponse> {
    return this.queries.execute(new RosterPreview(actor, id));
  }

  /** Says which of the missing units and delegations are to be set up; answers the preview that follows from it. */
  @Put(':id/creations')
  async chooseCreations(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { units, delegations, version }: ChooseCreationsRequest,
  ): Promise<RosterImportResponse> {
    await this.commands.execute(new ChooseCreations(actor, id, { units, delegations }, version));
    return this.queries.execute(new RosterPreview(actor, id));
  }

  /** Writes the new and changed rows of the preview. The same again changes nothing. */
  @Post(':id/confirmation')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<RosterImportResponse> {
    await this.commands.execute(new ConfirmRoster(actor, id, version));
    return this.queries.execute(new RosterPreview(actor, id));
  }
}
