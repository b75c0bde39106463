import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AcknowledgeAssignmentHandler } from './acknowledge-assignment.command.js';
import { AssignProposalHandler } from './assign-proposal.command.js';
import { DueDatesWorker } from './due-dates.worker.js';
import { HANDLING_REACTIONS } from './handling.reactions.js';
import { HandlingController } from './handling.controller.js';
import { ReplyToProposalHandler } from './reply-to-proposal.command.js';

/** Units to which proposals are assigned, and what they reply. */
@Module({
  imports: [AccessModule, StorageModule],
  controllers: [HandlingController],
  providers: [...HANDLING_REACTIONS, DueDatesWorker, AssignProposalHandler, AcknowledgeAssignmentHandler, ReplyToProposalHandler],
})
export class HandlingModule {}
