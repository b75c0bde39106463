import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { EvidenceParts } from './evidence-parts.js';
import { EvidenceController } from './evidence.controller.js';
import { BallotEvidenceHandler } from './evidence.query.js';

/** All evidence of one ballot in one file. */
@Module({
  imports: [StorageModule, AccessModule, DocumentsModule],
  controllers: [EvidenceController],
  providers: [EvidenceParts, BallotEvidenceHandler],
})
export class EvidenceModule {}
