import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { BoardModule } from '../sealed/board/board.module.js';
import { DecryptionModule } from '../sealed/decryption/decryption.module.js';
import { VerificationModule } from '../sealed/verification/verification.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { PracticeVote } from './practice-vote.js';
import { ReadinessHandler } from './readiness.query.js';
import { Rehearsals } from './rehearsals.js';
import { RehearseBallotHandler } from './rehearse-ballot.command.js';
import { RehearsingController } from './rehearsing.controller.js';

/** The day before: a practice vote, and whether everything is ready. */
@Module({
  imports: [StorageModule, AccessModule, PresenceModule, EligibilityModule, VerificationModule, BoardModule, DecryptionModule],
  controllers: [RehearsingController],
  providers: [PracticeVote, Rehearsals, RehearseBallotHandler, ReadinessHandler],
})
export class RehearsingModule {}
