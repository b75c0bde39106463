import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_MIGRATIONS, DIRECTORY_REACTIONS, DirectoryModule } from '@plenum/directory';
import { Alarms, EventKeys, MESSAGING_MIGRATIONS, MessagingModule } from '@plenum/messaging';
import { currentTraceId, SERVICE_KIT_MIGRATIONS, ServiceKitModule, type ServiceKitOptions, withTrace } from '@plenum/service-kit';
import { InboxController } from './inbox/inbox.controller.js';
import { LiveInbox } from './inbox/live-inbox.js';
import { OwnNotices } from './inbox/notices.query.js';
import { DeliveriesRepository } from './mailing/deliveries.repository.js';
import { MailWorker } from './mailing/mail.worker.js';
import { Postman } from './mailing/postman.js';
import { Audiences } from './notices/audience.js';
import { NOTE_BALLOT_OVER } from './notices/ballots-over.projection.js';
import { NoticeWire } from './notices/notice-wire.js';
import { Notices } from './notices/notices.js';
import { Notifications, NOTIFICATION_REACTIONS } from './notices/notify.reaction.js';
import { NotifierConfig } from './notifier.config.js';
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
import { BallotDeadlines1700000000310 } from './storage/migrations/ballot-deadlines.migration.js';
import { FormerAddresses1700000000330 } from './storage/migrations/former-addresses.migration.js';
import { MailOccasions1700000000320 } from './storage/migrations/mail-occasions.migration.js';
import { NotifierTables1700000000300 } from './storage/migrations/notifier-tables.migration.js';
import { UnreachedController } from './unreached/unreached.controller.js';
import { Unreached } from './unreached/unreached.query.js';

export const SERVICE = 'notifier';

const OWN_REACTIONS = [
  ...NOTIFICATION_REACTIONS,
  KeepDeadlineWhenSet,
  SettleDeadlineWhenMet,
  KeepBallotDeadlineWhenSet,
  SettleBallotDeadlineWhenMet,
  ...NOTE_BALLOT_OVER,
];

/** What the kit needs to know of this service. */
export const kitOptions = (config: NotifierConfig): ServiceKitOptions => ({
  name: SERVICE,
  config,
  migrations: [
    ...SERVICE_KIT_MIGRATIONS,
    ...MESSAGING_MIGRATIONS,
    ...DIRECTORY_MIGRATIONS,
    NotifierTables1700000000300,
    BallotDeadlines1700000000310,
    MailOccasions1700000000320,
    FormerAddresses1700000000330,
  ],
});

/** Who is told: notices in the inbox, live and by mail; reminders of what is due. */
@Module({})
export class NotifierModule {
  static with(config: NotifierConfig): DynamicModule {
    const { redisUrl, databaseUrl } = config;
    return {
      module: NotifierModule,
      imports: [
        ServiceKitModule.forService(kitOptions(config)),
        MessagingModule.forService({
          name: SERVICE,
          reactions: [...DIRECTORY_REACTIONS, ...OWN_REACTIONS],
          redisUrl,
          keys: config,
          databaseUrl,
          tracing: { current: currentTraceId, run: withTrace },
        }),
        DirectoryModule,
      ],
      controllers: [InboxController, PreferencesController, UnreachedController],
      providers: [
        { provide: NotifierConfig, useValue: config },
        { provide: Alarms, useFactory: () => new Alarms(SERVICE, redisUrl, EventKeys.of(SERVICE, config)) },
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
