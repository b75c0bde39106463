import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CorrectSignatureHandler } from './correct-signature.command.js';
import { PaperListHandler } from './paper-list.query.js';
import { PaperSignatures } from './paper-signatures.repository.js';
import { ProofFileHandler } from './proof-file.query.js';
import { ProofOfServiceHandler } from './proof-of-service.query.js';
import { ProofController } from './proof.controller.js';
import { RecordSignaturesHandler } from './record-signatures.command.js';
import { ServedMattersToldHandler } from './served-matters.query.js';
import { ServedMatters } from './served-matters.repository.js';
import { ServedPeople } from './served-people.js';

/** What proves that people were told, and the way on paper. */
@Module({
  imports: [AccessModule],
  controllers: [ProofController],
  providers: [
    ServedMatters,
    ServedPeople,
    PaperSignatures,
    ServedMattersToldHandler,
    ProofOfServiceHandler,
    ProofFileHandler,
    PaperListHandler,
    RecordSignaturesHandler,
    CorrectSignatureHandler,
  ],
})
export class ProofModule {}
