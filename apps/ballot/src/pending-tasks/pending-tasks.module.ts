import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { CeremonyModule } from '../sealed/ceremony/ceremony.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { PendingTasksController } from './pending-tasks.controller.js';
import { PendingTasksHandler } from './pending-tasks.query.js';
import { Participations } from './participations.js';

/** What a member still has to do. */
@Module({
  imports: [StorageModule, AccessModule, PresenceModule, CeremonyModule],
  controllers: [PendingTasksController],
  providers: [Participations, PendingTasksHandler],
})
export class PendingTasksModule {}
