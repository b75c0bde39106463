import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { ChangeCommitmentEvidenceHandler } from './commitment-evidence.command.js';
import { CommitmentEvidenceController } from './commitment-evidence.controller.js';
import { CommitmentEvidenceFileHandler, CommitmentEvidenceHandler } from './commitment-evidence.query.js';
import { ChangeDraftEvidenceHandler } from './draft-evidence.command.js';
import { ReplyEvidenceController } from './reply-evidence.controller.js';
import { ReplyEvidenceFileHandler } from './reply-evidence-file.query.js';

/** Files that show what a reply says, and that a promise was kept. */
@Module({
  imports: [AccessModule, StorageModule],
  controllers: [ReplyEvidenceController, CommitmentEvidenceController],
  providers: [
    ChangeDraftEvidenceHandler,
    ReplyEvidenceFileHandler,
    ChangeCommitmentEvidenceHandler,
    CommitmentEvidenceHandler,
    CommitmentEvidenceFileHandler,
  ],
})
export class EvidenceModule {}
