import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AmendDutyRuleHandler } from './amend-duty-rule.command.js';
import { DefineDutyRuleHandler } from './define-duty-rule.command.js';
import { DutiesController } from './duties.controller.js';
import { DutiesOfYearHandler } from './duties.query.js';
import { DutyRepository } from './duties.repository.js';
import { DutiesWorker } from './duties.worker.js';
import { DutyRulesController } from './duty-rules.controller.js';
import { DutyRulesHandler } from './duty-rules.query.js';
import { DutyRuleRepository } from './duty-rules.repository.js';
import { SettleDutyHandler } from './settle-duty.command.js';
import { StopDutyRuleHandler } from './stop-duty-rule.command.js';
import { WaiveDutyHandler } from './waive-duty.command.js';

/** What a congress owes all year: rules that come again, and what is owed by them. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [DutiesController, DutyRulesController],
  providers: [
    DutyRepository,
    DutyRuleRepository,
    DutiesWorker,
    DutiesOfYearHandler,
    DutyRulesHandler,
    DefineDutyRuleHandler,
    AmendDutyRuleHandler,
    StopDutyRuleHandler,
    SettleDutyHandler,
    WaiveDutyHandler,
  ],
})
export class DutiesModule {}
