import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { OpinionTasks } from './opinion-tasks.js';
import { PendingTasksController } from './pending-tasks.controller.js';
import { PendingTasksHandler } from './pending-tasks.query.js';

/** What proposals ask of a member now. */
@Module({
  imports: [AccessModule],
  controllers: [PendingTasksController],
  providers: [PendingTasksHandler, OpinionTasks],
})
export class PendingTasksModule {}
