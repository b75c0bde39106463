import { Module } from '@nestjs/common';
import { Alarms, EventKeys } from '@plenum/messaging';
import { NoticesModule } from '../notices/notices.module.js';
import { NotifierConfig, SERVICE } from '../notifier.config.js';
import { KEPT_DEADLINES } from './deadlines.projection.js';
import { Deadlines } from './deadlines.repository.js';
import { FORMER_DEADLINES } from './former-deadlines.projection.js';
import { RemindersToldHandler } from './reminders-told.query.js';
import { RemindersController } from './reminders.controller.js';
import { Reminders } from './reminders.js';
import { RemindersWorker } from './reminders.worker.js';

/** What keeps the deadlines that are reminded of. */
export const DEADLINE_REACTIONS = [...KEPT_DEADLINES, ...FORMER_DEADLINES];

/** Reminders of what is due, and of what is past. */
@Module({
  imports: [NoticesModule],
  controllers: [RemindersController],
  providers: [
    Deadlines,
    Reminders,
    RemindersToldHandler,
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
