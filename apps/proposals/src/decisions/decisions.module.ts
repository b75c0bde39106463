import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { Annulments } from './annulments.js';
import { DECISION_REACTIONS } from './decisions.reactions.js';
import { DecisionsRepository } from './decisions.repository.js';

/** What votes decided about proposals, as the ballot service tells it. */
@Module({
  imports: [StorageModule, AccessModule],
  providers: [DecisionsRepository, Annulments, ...DECISION_REACTIONS],
  exports: [DecisionsRepository, Annulments],
})
export class DecisionsModule {}
