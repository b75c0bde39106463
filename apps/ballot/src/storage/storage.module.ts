import { Module } from '@nestjs/common';
import { BallotRepository } from './ballot.repository.js';
import { CandidateObjectionsRepository } from './candidate-objections.repository.js';
import { AccountResetsRepository } from './desk/account-resets.repository.js';
import { DeskSignInsRepository } from './desk/desk-sign-ins.repository.js';
import { HoldingsRepository } from './desk/holdings.repository.js';
import { SlipsRepository } from './desk/slips.repository.js';
import { EntriesRepository } from './entries.repository.js';
import { ObjectionsRepository } from './objections.repository.js';
import { ProfilesRepository } from './profiles.repository.js';
import { RehearsalsRepository } from './rehearsals.repository.js';
import { RollRepository } from './roll.repository.js';
import { BoardRepository } from './sealed/board.repository.js';
import { CeremonyRepository } from './sealed/ceremony.repository.js';
import { CredentialsRepository } from './sealed/credentials.repository.js';
import { OldPages } from './sealed/old-pages.js';
import { SidecarRepository } from './sealed/sidecar.repository.js';
import { TrusteeKeysRepository } from './sealed/trustee-keys.repository.js';
import { VerdictsRepository } from './sealed/verdicts.repository.js';
import { WrittenNamesRepository } from './written-names.repository.js';

/** Where everything is kept: ballots, and what belongs to each. */
const KEPT = [
  BallotRepository,
  CandidateObjectionsRepository,
  AccountResetsRepository,
  DeskSignInsRepository,
  HoldingsRepository,
  SlipsRepository,
  EntriesRepository,
  ObjectionsRepository,
  ProfilesRepository,
  RehearsalsRepository,
  RollRepository,
  BoardRepository,
  CeremonyRepository,
  CredentialsRepository,
  OldPages,
  SidecarRepository,
  TrusteeKeysRepository,
  VerdictsRepository,
  WrittenNamesRepository,
];

/** The tables of the service. */
@Module({ providers: KEPT, exports: KEPT })
export class StorageModule {}
