import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { CallsController } from './calls.controller.js';
import { CloseCallHandler } from './close-call.command.js';
import { CountedDueDateHandler } from './due-date.query.js';
import { ExtendCallHandler } from './extend-call.command.js';
import { CallMoves } from './move-call.js';
import { OpenCallHandler } from './open-call.command.js';
import { SetTargetsHandler } from './set-targets.command.js';

/** Calls for proposals: opened with their rules, extended, closed; how many proposals they hope for. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [CallsController],
  providers: [CallMoves, OpenCallHandler, ExtendCallHandler, CloseCallHandler, SetTargetsHandler, CountedDueDateHandler],
})
export class CallsModule {}
