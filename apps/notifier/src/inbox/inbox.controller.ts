import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiProduces } from '@nestjs/swagger';
import { type Actor, CurrentActor, CurrentSignIn } from '@plenum/service-kit';
import type { FastifyReply } from 'fastify';
import { NoticesRequest } from './inbox.requests.js';
import type { NoticePageResponse } from './inbox.responses.js';
import { LiveInbox } from './live-inbox.js';
import { OwnNotices } from './own-notices.query.js';
import { ReadMarksService } from './read-marks.service.js';

/** What one was told. */
@Controller('notices')
export class InboxController {
  constructor(
    private readonly queries: QueryBus,
    private readonly marks: ReadMarksService,
    private readonly live: LiveInbox,
  ) {}

  /** One's own notices, the latest first. */
  @Get()
  page(@CurrentActor() actor: Actor, @Query() request: NoticesRequest): Promise<NoticePageResponse> {
    return this.queries.execute(new OwnNotices(actor, request));
  }

  /** One's own notices as they come: events `notice`, and `missed` when some may have been missed. */
  @Get('stream')
  @ApiProduces('text/event-stream')
  async stream(@CurrentActor() actor: Actor, @CurrentSignIn() signInId: string, @Res() reply: FastifyReply): Promise<void> {
    await reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(this.live.open(actor, signInId));
  }

  /** Marks all of one's own notices as read that came until now. */
  @Post('reading')
  @HttpCode(204)
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.marks.readAll(actor);
  }

  /** Marks one's own notice as read. */
  @Post(':id/reading')
  @HttpCode(204)
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.marks.read(actor, id);
  }
}
