import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.js';
import { InboxController } from './inbox.controller.js';
import { LiveInbox } from './live-inbox.js';
import { OwnNoticesHandler } from './own-notices.query.js';
import { ReadMarksService } from './read-marks.service.js';

/** One's own notices, to read and as they come. */
@Module({ imports: [NoticesModule], controllers: [InboxController], providers: [OwnNoticesHandler, ReadMarksService, LiveInbox] })
export class InboxModule {}
