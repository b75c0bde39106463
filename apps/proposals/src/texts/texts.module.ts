import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { ProposalTextHandler } from './proposal-text.query.js';
import { ProposalTextsHandler } from './proposal-texts.query.js';
import { TextsController } from './texts.controller.js';

/** The texts of a proposal, those that stood before among them. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [TextsController],
  providers: [ProposalTextsHandler, ProposalTextHandler],
})
export class TextsModule {}
