import type { MigrationClass } from '@plenum/database';
import { DIRECTORY_MIGRATIONS } from '@plenum/directory';
import { MESSAGING_MIGRATIONS } from '@plenum/messaging';
import { SERVICE_KIT_MIGRATIONS } from '@plenum/service-kit';
import { AccountResets1700000000720 } from './account-resets.migration.js';
import { BallotAdvisory1700000000410 } from './ballot-advisory.migration.js';
import { BallotAftermath1700000000521 } from './ballot-aftermath.migration.js';
import { BallotDeclaration1700000000520 } from './ballot-declaration.migration.js';
import { BallotFollowing1700000000530 } from './ballot-following.migration.js';
import { BallotPresets1700000000460 } from './ballot-presets.migration.js';
import { BallotRounds1700000000470 } from './ballot-rounds.migration.js';
import { BallotTables1700000000400 } from './ballot-tables.migration.js';
import { BallotTiming1700000000531 } from './ballot-timing.migration.js';
import { BoardUncompressed1700000000580 } from './board-uncompressed.migration.js';
import { CandidateProfiles1700000000740 } from './candidate-profiles.migration.js';
import { DeskSignIns1700000000730 } from './desk-sign-ins.migration.js';
import { HeadsOfDelegations1700000000750 } from './heads-of-delegations.migration.js';
import { IssuedPapers1700000000550 } from './issued-papers.migration.js';
import { MixedChannel1700000000540 } from './mixed-channel.migration.js';
import { Nomination1700000000510 } from './nomination.migration.js';
import { PaperDesk1700000000560 } from './paper-desk.migration.js';
import { PendingCredentials1700000000710 } from './pending-credentials.migration.js';
import { RehearsalProgress1700000000570 } from './rehearsal-progress.migration.js';
import { Rehearsals1700000000533 } from './rehearsals.migration.js';
import { SealedCeremony1700000000541 } from './sealed-ceremony.migration.js';
import { SealedMarks1700000000542 } from './sealed-marks.migration.js';
import { SealedTables1700000000450 } from './sealed-tables.migration.js';
import { SealedVerdicts1700000000543 } from './sealed-verdicts.migration.js';
import { SecondStageAgain1700000000534 } from './second-stage-again.migration.js';
import { SecondStage1700000000532 } from './second-stage.migration.js';
import { UnfitVerifier1700000000700 } from './unfit-verifier.migration.js';

/** Everything that the database of the ballot service is made of, in order. */
export const BALLOT_MIGRATIONS: readonly MigrationClass[] = [
  ...SERVICE_KIT_MIGRATIONS,
  ...MESSAGING_MIGRATIONS,
  ...DIRECTORY_MIGRATIONS,
  BallotTables1700000000400,
  BallotAdvisory1700000000410,
  SealedTables1700000000450,
  BallotPresets1700000000460,
  BallotRounds1700000000470,
  Nomination1700000000510,
  BallotDeclaration1700000000520,
  BallotAftermath1700000000521,
  BallotFollowing1700000000530,
  BallotTiming1700000000531,
  SecondStage1700000000532,
  Rehearsals1700000000533,
  SecondStageAgain1700000000534,
  MixedChannel1700000000540,
  SealedCeremony1700000000541,
  SealedMarks1700000000542,
  SealedVerdicts1700000000543,
  IssuedPapers1700000000550,
  PaperDesk1700000000560,
  RehearsalProgress1700000000570,
  BoardUncompressed1700000000580,
  UnfitVerifier1700000000700,
  PendingCredentials1700000000710,
  AccountResets1700000000720,
  DeskSignIns1700000000730,
  CandidateProfiles1700000000740,
  HeadsOfDelegations1700000000750,
];
