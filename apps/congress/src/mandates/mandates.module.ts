import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { MandateRepository } from './mandate.repository.js';
import { MandatesController } from './mandates.controller.js';
import { MandateListHandler } from './mandates.query.js';
import { MANDATE_REACTIONS } from './mandates.reactions.js';

/** Who was elected to what. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [MandatesController],
  providers: [MandateRepository, MandateListHandler, ...MANDATE_REACTIONS],
})
export class MandatesModule {}
