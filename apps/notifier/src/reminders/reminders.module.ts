import { Module } from '@nestjs/common';
import { Alarms, EventKeys } from '@plenum/messaging';
import { NoticesModule } from '../notices/notices.module.js';
import { NotifierConfig, SERVICE } from '../notifier.config.js';
import {
  KeepBallotDeadlineWhenSet,
  KeepDeadlineWhenSet,
  SettleBallotDeadlineWhenMet,
  SettleDeadlineWhenMet,
  SettleDeadlineWhenStopped,
} from './deadlines.projection.js';
import { Reminders } from './reminders.js';
import { RemindersWorker } from './reminders.worker.js';

/** What keeps the deadlines that are reminded of. */
export const DEADLINE_REACTIONS = [
  KeepDeadlineWhenSet,
  SettleDeadlineWhenMet,
  SettleDeadlineWhenStopped,
  KeepBallotDeadlineWhenSet,
  SettleBallotDeadlineWhenMet,
];

/** Reminders of what is due, and of what is past. */
@Module({
  imports: [NoticesModule],
  providers: [
    Reminders,
    RemindersWorker,
    {
      provide: Alarms,
      inject: [NotifierConfig],
      useFactory: (config: NotifierConfig) => new Alarms(SERVICE, config.redisUrl, EventKeys.of(SERVICE, config)),
    },
    ...DEADLINE_REACTIONS,
  ],
})
export class RemindersModule {}
