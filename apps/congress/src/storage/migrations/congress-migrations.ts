import type { MigrationClass } from '@plenum/database';
import { MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { SERVICE_KIT_MIGRATIONS } from '@plenum/service-kit';
import { AccountTables1700000001100 } from './account-tables.migration.js';
import { AgendaTables1700000002700 } from './agenda-tables.migration.js';
import { Arrivals1700000001800 } from './arrivals.migration.js';
import { AttendanceMakers1700000002200 } from './attendance-makers.migration.js';
import { CalendarTables1700000001400 } from './calendar-tables.migration.js';
import { CodeGivers1700000002100 } from './code-givers.migration.js';
import { CongressTables1700000001000 } from './congress-tables.migration.js';
import { DelegationVersion1700000002000 } from './delegation-version.migration.js';
import { Devices1700000001600 } from './devices.migration.js';
import { DutyTables1700000002800 } from './duty-tables.migration.js';
import { MailCodeAskers1700000002300 } from './mail-code-askers.migration.js';
import { MandateTables1700000001300 } from './mandate-tables.migration.js';
import { MemberStandings1700000001500 } from './member-standings.migration.js';
import { MobileNumbers1700000002600 } from './mobile-numbers.migration.js';
import { PaperTables1700000002710 } from './paper-tables.migration.js';
import { ReadVersions1700000002500 } from './read-versions.migration.js';
import { RefreshGrace1700000001900 } from './refresh-grace.migration.js';
import { RosterTables1700000001200 } from './roster-tables.migration.js';
import { SetUp1700000001700 } from './set-up.migration.js';
import { SignInFailures1700000002400 } from './sign-in-failures.migration.js';

/** Everything that the database of the congress service is made of, in order. */
export const CONGRESS_MIGRATIONS: readonly MigrationClass[] = [
  ...SERVICE_KIT_MIGRATIONS,
  ...MESSAGING_MIGRATIONS,
  CongressTables1700000001000,
  AccountTables1700000001100,
  RosterTables1700000001200,
  MandateTables1700000001300,
  CalendarTables1700000001400,
  MemberStandings1700000001500,
  Devices1700000001600,
  SetUp1700000001700,
  Arrivals1700000001800,
  RefreshGrace1700000001900,
  DelegationVersion1700000002000,
  CodeGivers1700000002100,
  AttendanceMakers1700000002200,
  MailCodeAskers1700000002300,
  SignInFailures1700000002400,
  ReadVersions1700000002500,
  MobileNumbers1700000002600,
  AgendaTables1700000002700,
  PaperTables1700000002710,
  DutyTables1700000002800,
];
