import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { EndorseProposalHandler } from './endorse-proposal.command.js';
import { EndorsementController } from './endorsement.controller.js';
import { HeadedDelegationController } from './headed-delegation.controller.js';
import { HeadedDelegationHandler } from './headed-delegation.query.js';
import { EndorsementWorker } from './endorsement.worker.js';

/** The review by the head of a delegation, before a proposal is handed in. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [EndorsementController, HeadedDelegationController],
  providers: [EndorseProposalHandler, HeadedDelegationHandler, EndorsementWorker],
})
export class EndorsementModule {}
