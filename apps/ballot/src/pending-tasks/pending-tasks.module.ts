import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { CeremonyModule } from '../sealed/ceremony/ceremony.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { OwedController } from './owed.controller.js';
import { OwedByMemberHandler } from './owed.query.js';
import { Parts } from './parts.js';

/** What a member still has to do. */
@Module({
  imports: [StorageModule, AccessModule, PresenceModule, CeremonyModule],
  controllers: [OwedController],
  providers: [Parts, OwedByMemberHandler],
})
export class PendingTasksModule {}
