import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AnswerObjectionHandler } from './answer-objection.command.js';
import { ObjectingController } from './objecting.controller.js';
import { BallotObjectionsHandler } from './objections.query.js';
import { RaiseObjectionHandler } from './raise-objection.command.js';

/** Objections to a published result. */
@Module({
  imports: [StorageModule, AccessModule, EligibilityModule],
  controllers: [ObjectingController],
  providers: [RaiseObjectionHandler, AnswerObjectionHandler, BallotObjectionsHandler],
})
export class ObjectingModule {}
