import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_REACTIONS, DirectoryModule } from '@plenum/directory';
import { Alarms, EventKeys } from '@plenum/messaging';
import { serviceFoundation } from '@plenum/service-kit';
import { InboxController } from './inbox/inbox.controller.js';
import { LiveInbox } from './inbox/live-inbox.js';
import { OwnNotices } from './inbox/notices.query.js';
import { DeliveriesRepository } from './mailing/deliveries.repository.js';
import { MailWorker } from './mailing/mail.worker.js';
import { Postman } from './mailing/postman.js';
import { Audiences } from './notices/audience.js';
import { BALLOT_OVER_REACTIONS } from './notices/ballots-over.projection.js';
import { NoticeWire } from './notices/notice-wire.js';
import { Notices } from './notices/notices.js';
import { Notifications, NOTIFICATION_REACTIONS } from './notices/notify.reaction.js';
import { NotifierConfig, SERVICE } from './notifier.config.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { PreferencesService } from './preferences/preferences.service.js';
import {
  KeepBallotDeadlineWhenSet,
  KeepDeadlineWhenSet,
  SettleBallotDeadlineWhenMet,
  SettleDeadlineWhenMet,
} from './reminders/deadlines.projection.js';
import { Reminders } from './reminders/reminders.js';
import { RemindersWorker } from './reminders/reminders.worker.js';
import { FormerAddresses } from './storage/former-addresses.repository.js';
import { UnreachedController } from './unreached/unreached.controller.js';
import { Unreached } from './unreached/unreached.query.js';

const OWN_REACTIONS = [
  ...NOTIFICATION_REACTIONS,
  KeepDeadlineWhenSet,
  SettleDeadlineWhenMet,
  KeepBallotDeadlineWhenSet,
  SettleBallotDeadlineWhenMet,
  ...BALLOT_OVER_REACTIONS,
];

/** Who is told: notices in the inbox, live and by mail; reminders of what is due. */
@Module({})
export class NotifierModule {
  static with(config: NotifierConfig): DynamicModule {
    return {
      module: NotifierModule,
      imports: [...serviceFoundation(SERVICE, config, [...DIRECTORY_REACTIONS, ...OWN_REACTIONS]), DirectoryModule],
      controllers: [InboxController, PreferencesController, UnreachedController],
      providers: [
        { provide: NotifierConfig, useValue: config },
        { provide: Alarms, useFactory: () => new Alarms(SERVICE, config.redisUrl, EventKeys.of(SERVICE, config)) },
        Audiences,
        Notices,
        NoticeWire,
        Notifications,
        OwnNotices,
        LiveInbox,
        DeliveriesRepository,
        FormerAddresses,
        Postman,
        MailWorker,
        Reminders,
        RemindersWorker,
        PreferencesService,
        Unreached,
        ...OWN_REACTIONS,
      ],
    };
  }
}
