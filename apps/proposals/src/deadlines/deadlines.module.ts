import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DeadlinesController } from './deadlines.controller.js';
import { DeadlinesByDayHandler } from './deadlines.query.js';

/** What is owed by which day. */
@Module({
  imports: [AccessModule],
  controllers: [DeadlinesController],
  providers: [DeadlinesByDayHandler],
})
export class DeadlinesModule {}
