import type { MigrationClass } from '@plenum/database';
import { DIRECTORY_MIGRATIONS } from '@plenum/directory';
import { MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { SERVICE_KIT_MIGRATIONS } from '@plenum/service-kit';
import { Announcements1700000000360 } from './announcements.migration.js';
import { BallotDeadlines1700000000310 } from './ballot-deadlines.migration.js';
import { BounceMailboxes1700000000352 } from './bounce-mailboxes.migration.js';
import { DeadlinesByMoment1700000000374 } from './deadlines-by-moment.migration.js';
import { DeadlinesInOneShape1700000000345 } from './deadlines-in-one-shape.migration.js';
import { EndedNotices1700000000351 } from './ended-notices.migration.js';
import { FormerAddresses1700000000330 } from './former-addresses.migration.js';
import { GroupWays1700000000340 } from './group-ways.migration.js';
import { Letters1700000000341 } from './letters.migration.js';
import { MailBounces1700000000350 } from './mail-bounces.migration.js';
import { MailOccasions1700000000320 } from './mail-occasions.migration.js';
import { MessageApps1700000000356 } from './message-apps.migration.js';
import { PreferencesByKind1700000000342 } from './preferences-by-kind.migration.js';
import { NoticesByKind1700000000343 } from './notices-by-kind.migration.js';
import { MobileNumbers1700000000373 } from './mobile-numbers.migration.js';
import { NotifierTables1700000000300 } from './notifier-tables.migration.js';
import { ProofOfService1700000000366 } from './proof-of-service.migration.js';
import { PushSubscriptions1700000000355 } from './push-subscriptions.migration.js';

/** Everything that the database of the notifier is made of, in order. */
export const NOTIFIER_MIGRATIONS: readonly MigrationClass[] = [
  ...SERVICE_KIT_MIGRATIONS,
  ...MESSAGING_MIGRATIONS,
  ...DIRECTORY_MIGRATIONS,
  NotifierTables1700000000300,
  BallotDeadlines1700000000310,
  MailOccasions1700000000320,
  FormerAddresses1700000000330,
  GroupWays1700000000340,
  Letters1700000000341,
  PreferencesByKind1700000000342,
  NoticesByKind1700000000343,
  DeadlinesInOneShape1700000000345,
  MailBounces1700000000350,
  EndedNotices1700000000351,
  BounceMailboxes1700000000352,
  PushSubscriptions1700000000355,
  MessageApps1700000000356,
  Announcements1700000000360,
  ProofOfService1700000000366,
  MobileNumbers1700000000373,
  DeadlinesByMoment1700000000374,
];
