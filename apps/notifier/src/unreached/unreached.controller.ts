import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, xlsxFile } from '@plenum/service-kit';
import { UnreachedFile } from './unreached-file.query.js';
import { Unreached } from './unreached.query.js';
import { UnreachedFileRequest, UnreachedRequest } from './unreached.requests.js';
import type { UnreachedPageResponse } from './unreached.responses.js';

/** Whom the mails of the house did not reach. */
@Controller('unreached')
export class UnreachedController {
  constructor(private readonly queries: QueryBus) {}

  /** Who was not reached by mail in the last thirty days, has not read it here and has not signed on paper either, for organisers. */
  @Get()
  page(@CurrentActor() actor: Actor, @Query() request: UnreachedRequest): Promise<UnreachedPageResponse> {
    return this.queries.execute(new Unreached(actor, request));
  }

  /** The same as a workbook. */
  @Get('people.xlsx')
  async file(@CurrentActor() actor: Actor, @Query() request: UnreachedFileRequest): Promise<StreamableFile> {
    return xlsxFile('not-reached.xlsx', await this.queries.execute(new UnreachedFile(actor, request)));
  }
}
