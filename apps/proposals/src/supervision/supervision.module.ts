import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { CommitteeMembers } from './committee-members.js';
import { LogVisitHandler } from './log-visit.command.js';
import { MarkKeyHandler } from './mark-key.command.js';
import { NameCaseOwnerHandler } from './name-case-owner.command.js';
import { SupervisionChanges } from './supervision-changes.js';
import { SupervisionController } from './supervision.controller.js';
import { SupervisionOfProposalHandler } from './supervision.query.js';

/** How matters are looked after between sessions. */
@Module({
  imports: [AccessModule, StorageModule],
  controllers: [SupervisionController],
  providers: [CommitteeMembers, SupervisionChanges, SupervisionOfProposalHandler, MarkKeyHandler, NameCaseOwnerHandler, LogVisitHandler],
})
export class SupervisionModule {}
