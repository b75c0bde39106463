import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { MergingOfProposalHandler } from './merging-of-proposal.query.js';
import { MergingController } from './merging.controller.js';
import { UndoMergeHandler } from './undo-merge.command.js';

/** What is merged into what, and taken back. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [MergingController],
  providers: [MergingOfProposalHandler, UndoMergeHandler],
})
export class MergingModule {}
