import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { FormTexts } from './form-texts.js';
import { MattersWorker } from './matters.worker.js';
import { ProposalFormsHandler } from './proposal-forms.query.js';
import { ReportDocumentsController } from './report-documents.controller.js';
import { ReportReaders } from './report-readers.js';
import { ReportController } from './report.controller.js';
import { SessionFigures } from './session-figures.js';
import { SessionMatters } from './session-matters.js';
import { SessionTally } from './session-tally.js';
import { SessionReportHandler } from './session-report.query.js';
import { SessionStatisticsHandler } from './session-statistics.query.js';

/** Figures and reports of a session, folded from the facts up to a cut-off. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [ReportController, ReportDocumentsController],
  providers: [
    SessionMatters,
    SessionTally,
    SessionFigures,
    ReportReaders,
    FormTexts,
    MattersWorker,
    SessionStatisticsHandler,
    SessionReportHandler,
    ProposalFormsHandler,
  ],
  exports: [SessionFigures],
})
export class ReportModule {}
