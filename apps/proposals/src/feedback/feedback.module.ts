import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { EndHandlingHandler } from './end-handling.command.js';
import { FeedbackController } from './feedback.controller.js';
import { ExplainSilenceHandler } from './explain-silence.command.js';
import { FeedbackWorker } from './feedback.worker.js';
import { RecordMeetingHandler } from './record-meeting.command.js';
import { RateReplyHandler } from './rate-reply.command.js';

/** The rating of replies, what silence amounts to, the meeting after the last round, and the end of the work. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [FeedbackController],
  providers: [RateReplyHandler, ExplainSilenceHandler, RecordMeetingHandler, EndHandlingHandler, FeedbackWorker],
})
export class FeedbackModule {}
