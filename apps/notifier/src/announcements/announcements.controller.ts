import { Body, Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { Announce } from './announce.command.js';
import { AnnouncementsRequest, AnnounceRequest, PreviewAnnouncementRequest } from './announcements.requests.js';
import { AnnouncementPageResponse, AnnouncementPreviewResponse, AnnouncementSentResponse } from './announcements.responses.js';
import { PreviewAnnouncement } from './preview-announcement.query.js';
import { SentAnnouncements } from './sent-announcements.query.js';

/** What organisers tell people in their own words. */
@Controller('announcements')
export class AnnouncementsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Those that were sent, the latest first. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() request: AnnouncementsRequest): Promise<AnnouncementPageResponse> {
    return this.queries.execute(new SentAnnouncements(actor, request));
  }

  /** How many it would reach now. Nothing is sent. */
  @Post('preview')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Body() { audience }: PreviewAnnouncementRequest): Promise<AnnouncementPreviewResponse> {
    return this.queries.execute(new PreviewAnnouncement(actor, audience));
  }

  /** Sends it to everybody whom it is for, in the inbox and on the ways that they have. The same `Idempotency-Key` sends it once. */
  @Post()
  announce(
    @CurrentActor() actor: Actor,
    @Body() announcement: AnnounceRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<AnnouncementSentResponse> {
    return this.commands.execute(new Announce(actor, announcement, key));
  }
}
