import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { BallotChanges } from './ballot-changes.js';
import { Calendars } from './calendars.js';
import { Authorities } from './authorities.js';
import { VisibleBallots } from './visible-ballots.js';

/** Who somebody is to a ballot, which ballots they may see, and the way every change of a ballot takes. */
@Module({
  imports: [StorageModule],
  providers: [VisibleBallots, Authorities, Calendars, BallotChanges],
  exports: [VisibleBallots, Authorities, Calendars, BallotChanges],
})
export class AccessModule {}
