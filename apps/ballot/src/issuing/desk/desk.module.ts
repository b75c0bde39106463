import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { PresenceModule } from '../../presence/presence.module.js';
import { StorageModule } from '../../storage/storage.module.js';
import { ClaimantAtDeskHandler } from './claimant.query.js';
import { ClaimantsController } from './claimants.controller.js';
import { DeskController } from './desk.controller.js';
import { IssuePaperHandler } from './issue-paper.command.js';
import { IssuedPapersHandler } from './issued-papers.query.js';
import { TakeBackCredentialHandler } from './take-back-credential.command.js';
import { TakeBackPaperHandler } from './take-back-paper.command.js';

/** The desk that issues papers, person by person. */
@Module({
  imports: [StorageModule, AccessModule, PresenceModule],
  controllers: [ClaimantsController, DeskController],
  providers: [IssuePaperHandler, TakeBackPaperHandler, TakeBackCredentialHandler, IssuedPapersHandler, ClaimantAtDeskHandler],
})
export class DeskModule {}
