import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { AnnounceHandler } from './announce.command.js';
import { AnnouncementAudiences } from './announcement-audiences.js';
import { AnnouncementsController } from './announcements.controller.js';
import { Announcements } from './announcements.repository.js';
import { PreviewAnnouncementHandler } from './preview-announcement.query.js';
import { SentAnnouncementsHandler } from './sent-announcements.query.js';

/** What organisers tell people in their own words. */
@Module({
  imports: [AccessModule, NoticesModule],
  controllers: [AnnouncementsController],
  providers: [Announcements, AnnouncementAudiences, AnnounceHandler, PreviewAnnouncementHandler, SentAnnouncementsHandler],
})
export class AnnouncementsModule {}
