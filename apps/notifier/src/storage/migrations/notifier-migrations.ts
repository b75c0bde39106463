import type { MigrationClass } from '@plenum/database';
import { DIRECTORY_MIGRATIONS } from '@plenum/directory';
import { MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { SERVICE_KIT_MIGRATIONS } from '@plenum/service-kit';
import { BallotDeadlines1700000000310 } from './ballot-deadlines.migration.js';
import { FormerAddresses1700000000330 } from './former-addresses.migration.js';
import { GroupWays1700000000340 } from './group-ways.migration.js';
import { MailOccasions1700000000320 } from './mail-occasions.migration.js';
import { NotifierTables1700000000300 } from './notifier-tables.migration.js';

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
];
