import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { Claimants } from './claimants.js';
import { Presence } from './presence.js';

/** Who is there, and who may ask for something to vote with. */
@Module({
  imports: [StorageModule],
  providers: [Claimants, Presence],
  exports: [Claimants, Presence],
})
export class PresenceModule {}
