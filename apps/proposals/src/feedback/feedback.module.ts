import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CloseProposalHandler } from './close-proposal.command.js';
import { FeedbackController } from './feedback.controller.js';
import { RateReplyHandler } from './rate-reply.command.js';

/** The rating of a reply, and the end of a proposal. */
@Module({
  imports: [AccessModule],
  controllers: [FeedbackController],
  providers: [RateReplyHandler, CloseProposalHandler],
})
export class FeedbackModule {}
