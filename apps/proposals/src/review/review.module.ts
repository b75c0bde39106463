import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { ReviewProposalHandler } from './review-proposal.command.js';
import { ReviewController } from './review.controller.js';

/** What the committee makes of what was submitted. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [ReviewController],
  providers: [ReviewProposalHandler],
})
export class ReviewModule {}
