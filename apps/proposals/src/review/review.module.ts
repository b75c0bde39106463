import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { DecideProposalHandler } from './decide-proposal.command.js';
import { ReviewProposalHandler } from './review-proposal.command.js';
import { ReviewController } from './review.controller.js';

/** What the committee makes of what was submitted, and the presidium of what the committee leaves to it. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [ReviewController],
  providers: [ReviewProposalHandler, DecideProposalHandler],
})
export class ReviewModule {}
