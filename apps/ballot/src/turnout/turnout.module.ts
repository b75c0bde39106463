import { Module } from '@nestjs/common';
import { PresenceModule } from '../presence/presence.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { TurnoutController } from './turnout.controller.js';
import { TurnoutHandler } from './turnout.query.js';

/** How many are there and have voted, for the screen in the hall. */
@Module({
  imports: [StorageModule, PresenceModule],
  controllers: [TurnoutController],
  providers: [TurnoutHandler],
})
export class TurnoutModule {}
