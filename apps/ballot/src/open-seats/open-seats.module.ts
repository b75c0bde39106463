import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { BeginLotsHandler } from './begin-lots.command.js';
import { CommitLotHandler } from './commit-lot.command.js';
import { DecideVacancyHandler } from './decide-vacancy.command.js';
import { OpenSeatsController } from './open-seats.controller.js';
import { PrepareSecondStageHandler } from './prepare-second-stage.command.js';
import { RevealLotHandler } from './reveal-lot.command.js';
import { VoidLotsHandler } from './void-lots.command.js';

/** Seats that the count left open: lots, decisions, and the election of officers from the elected. */
@Module({
  imports: [StorageModule, AccessModule, EligibilityModule],
  controllers: [OpenSeatsController],
  providers: [BeginLotsHandler, CommitLotHandler, RevealLotHandler, VoidLotsHandler, DecideVacancyHandler, PrepareSecondStageHandler],
})
export class OpenSeatsModule {}
