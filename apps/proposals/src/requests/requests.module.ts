import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AnswerRequestHandler } from './answer-request.command.js';
import { AskHandler } from './ask.command.js';
import { OwedRequestsHandler } from './owed-requests.query.js';
import { RequestsOfProposalHandler } from './requests-of-proposal.query.js';
import { RequestsController } from './requests.controller.js';
import { RequestsOfUnitsController } from './requests-of-units.controller.js';
import { SilenceWorker } from './silence.worker.js';
import { TakeBackRequestHandler } from './take-back-request.command.js';

/** What is asked and answered on proposals. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [RequestsController, RequestsOfUnitsController],
  providers: [AskHandler, AnswerRequestHandler, TakeBackRequestHandler, RequestsOfProposalHandler, OwedRequestsHandler, SilenceWorker],
})
export class RequestsModule {}
