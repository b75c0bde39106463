import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AnnouncedDaysWorker } from './announced-days.worker.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesByDayHandler } from './deadlines.query.js';

/** What is owed by which day. */
@Module({
  imports: [AccessModule, StorageModule],
  controllers: [DeadlinesController],
  providers: [DeadlinesByDayHandler, AnnouncedDaysWorker],
})
export class DeadlinesModule {}
