import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { BallotListHandler } from './ballot-list.query.js';
import { BallotPageHandler } from './ballot-page.query.js';
import { BallotsController } from './ballots.controller.js';
import { PresetsController } from './presets.controller.js';

/** Ballots to read: the list, one of them, and the presets to start from. */
@Module({
  imports: [StorageModule, AccessModule, PresenceModule],
  controllers: [BallotsController, PresetsController],
  providers: [BallotListHandler, BallotPageHandler],
})
export class ReadingModule {}
