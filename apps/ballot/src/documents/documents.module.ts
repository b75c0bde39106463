import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AccessToVote } from './access-to-vote.js';
import { BallotDocumentHandler } from './ballot-document.query.js';
import { BallotDocuments } from './ballot-documents.js';
import { DocumentsController } from './documents.controller.js';

/** Tally sheet, announcement and minutes as files. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [DocumentsController],
  providers: [AccessToVote, BallotDocuments, BallotDocumentHandler],
  exports: [AccessToVote, BallotDocuments],
})
export class DocumentsModule {}
