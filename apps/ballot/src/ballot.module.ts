import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_REACTIONS, DirectoryModule } from '@plenum/directory';
import { serviceFoundation } from '@plenum/service-kit';
import { type BallotConfig, SERVICE } from './ballot.config.js';
import { CountingModule } from './counting/counting.module.js';
import { DeclaringModule } from './declaring/declaring.module.js';
import { DescribingModule } from './describing/describing.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { AccountsModule, ACCOUNT_REACTIONS } from './issuing/accounts/accounts.module.js';
import { DeskModule } from './issuing/desk/desk.module.js';
import { SlipsModule } from './issuing/slips/slips.module.js';
import { NominatingModule } from './nominating/nominating.module.js';
import { ObjectingModule } from './objecting/objecting.module.js';
import { OpenSeatsModule } from './open-seats/open-seats.module.js';
import { PaperDeskModule } from './paper-desk/paper-desk.module.js';
import { PendingTasksModule } from './pending-tasks/pending-tasks.module.js';
import { PreparingModule } from './preparing/preparing.module.js';
import { ReadingModule } from './reading/reading.module.js';
import { RehearsingModule } from './rehearsing/rehearsing.module.js';
import { BoardModule } from './sealed/board/board.module.js';
import { CastingModule } from './sealed/casting/casting.module.js';
import { CeremonyModule } from './sealed/ceremony/ceremony.module.js';
import { DecryptionModule } from './sealed/decryption/decryption.module.js';
import { TimingModule } from './timing/timing.module.js';
import { TurnoutModule } from './turnout/turnout.module.js';
import { VotingModule } from './voting/voting.module.js';

/** What the service does, in the order of a vote. */
const CAPABILITIES = [
  PreparingModule,
  DescribingModule,
  NominatingModule,
  DeskModule,
  SlipsModule,
  AccountsModule,
  CeremonyModule,
  BoardModule,
  CastingModule,
  DecryptionModule,
  TimingModule,
  RehearsingModule,
  VotingModule,
  TurnoutModule,
  CountingModule,
  PaperDeskModule,
  DeclaringModule,
  ObjectingModule,
  OpenSeatsModule,
  DocumentsModule,
  EvidenceModule,
  ReadingModule,
  PendingTasksModule,
];

/** How it is decided: rules, officers, roll, hands and paper, count, signatures, result. */
@Module({})
export class BallotModule {
  static with(config: BallotConfig): DynamicModule {
    return {
      module: BallotModule,
      imports: [...serviceFoundation(SERVICE, config, [...DIRECTORY_REACTIONS, ...ACCOUNT_REACTIONS]), DirectoryModule, ...CAPABILITIES],
    };
  }
}
