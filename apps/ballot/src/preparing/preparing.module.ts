import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AdoptRulesHandler } from './adopt-rules.command.js';
import { CallOffBallotHandler } from './call-off-ballot.command.js';
import { DeleteDraftHandler } from './delete-draft.command.js';
import { DraftBallotHandler } from './draft-ballot.command.js';
import { FreezeRollHandler } from './freeze-roll.command.js';
import { NameOfficersHandler } from './name-officers.command.js';
import { PreparingController } from './preparing.controller.js';
import { ReviseBallotHandler } from './revise-ballot.command.js';

/** A vote from its draft to the frozen roll: rules, choices, officers. */
@Module({
  imports: [StorageModule, AccessModule, EligibilityModule],
  controllers: [PreparingController],
  providers: [
    DraftBallotHandler,
    ReviseBallotHandler,
    DeleteDraftHandler,
    CallOffBallotHandler,
    AdoptRulesHandler,
    FreezeRollHandler,
    NameOfficersHandler,
  ],
})
export class PreparingModule {}
