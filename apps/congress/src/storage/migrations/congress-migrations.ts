import type { MigrationClass } from '@plenum/database';
import { MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { SERVICE_KIT_MIGRATIONS } from '@plenum/service-kit';
import { AttendanceMakers1700000002200 } from './add-attendance-makers.js';
import { CodeGivers1700000002100 } from './add-code-givers.js';
import { MailCodeAskers1700000002300 } from './add-mail-code-askers.js';
import { DelegationVersion1700000002000 } from './add-delegation-version.js';
import { ReadVersions1700000002500 } from './add-read-versions.js';
import { AccountTables1700000001100 } from './create-account-tables.js';
import { Arrivals1700000001800 } from './create-arrivals.js';
import { RefreshGrace1700000001900 } from './add-refresh-grace.js';
import { CalendarTables1700000001400 } from './create-calendar-tables.js';
import { CongressTables1700000001000 } from './create-congress-tables.js';
import { MandateTables1700000001300 } from './create-mandate-tables.js';
import { MemberStandings1700000001500 } from './create-standings.js';
import { Devices1700000001600 } from './create-devices.js';
import { SignInFailures1700000002400 } from './create-sign-in-failures.js';
import { SetUp1700000001700 } from './create-set-up.js';
import { RosterTables1700000001200 } from './create-roster-tables.js';

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
];
