import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EndHandlingHandler } from './end-handling.command.js';
import { FeedbackController } from './feedback.controller.js';
import { RateReplyHandler } from './rate-reply.command.js';

/** The rating of replies, and the end of the work. */
@Module({
  imports: [AccessModule],
  controllers: [FeedbackController],
  providers: [RateReplyHandler, EndHandlingHandler],
})
export class FeedbackModule {}
