import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AcceptReportHandler } from './accept-report.command.js';
import { CarriedOverHandler } from './carried-over.query.js';
import { CarryOnHandler } from './carry-on.command.js';
import { CommitmentNames } from './commitment-names.js';
import { CommitmentPageHandler } from './commitment-page.query.js';
import { CommitmentsOfProposalHandler } from './commitments-of-proposal.query.js';
import { CommitmentsController } from './commitments.controller.js';
import { EnterCommitmentHandler } from './enter-commitment.command.js';
import { LedgerHandler } from './ledger.query.js';
import { NoteProgressHandler } from './note-progress.command.js';
import { ReportSettledHandler } from './report-settled.command.js';
import { ReturnReportHandler } from './return-report.command.js';

/** What replies promised, and the ledger of it. */
@Module({
  imports: [AccessModule, StorageModule],
  controllers: [CommitmentsController],
  providers: [
    CommitmentNames,
    LedgerHandler,
    CarriedOverHandler,
    CommitmentPageHandler,
    CommitmentsOfProposalHandler,
    EnterCommitmentHandler,
    NoteProgressHandler,
    ReportSettledHandler,
    AcceptReportHandler,
    ReturnReportHandler,
    CarryOnHandler,
  ],
})
export class CommitmentsModule {}
