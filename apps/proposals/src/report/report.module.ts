import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { MattersWorker } from './matters.worker.js';
import { ReportController } from './report.controller.js';
import { SessionMatters } from './session-matters.js';
import { SessionStatisticsHandler } from './session-statistics.query.js';

/** Figures and reports of a session, folded from the facts up to a cut-off. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [ReportController],
  providers: [SessionMatters, MattersWorker, SessionStatisticsHandler],
})
export class ReportModule {}
