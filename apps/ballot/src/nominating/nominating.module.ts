import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { EligibilityModule } from '../eligibility/eligibility.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AnswerCandidateObjectionHandler } from './answer-candidate-objection.command.js';
import { CallPrimaryHandler } from './call-primary.command.js';
import { CloseNominationHandler } from './close-nomination.command.js';
import { DeclareRelativesHandler } from './declare-relatives.command.js';
import { DeclineNominationHandler } from './decline-nomination.command.js';
import { NominateCandidateHandler } from './nominate-candidate.command.js';
import { NominatingController } from './nominating.controller.js';
import { NominationPageHandler } from './nomination-page.query.js';
import { ObjectToCandidateHandler } from './object-to-candidate.command.js';
import { PostCandidatesHandler } from './post-candidates.command.js';
import { RelativesController } from './relatives.controller.js';
import { DeclaredRelativesHandler } from './relatives.query.js';
import { WithdrawRelativesHandler } from './withdraw-relatives.command.js';

/** How candidates come on the list: nomination, posting, objections, a primary, and declared relatives. */
@Module({
  imports: [StorageModule, AccessModule, EligibilityModule],
  controllers: [NominatingController, RelativesController],
  providers: [
    NominateCandidateHandler,
    DeclineNominationHandler,
    PostCandidatesHandler,
    ObjectToCandidateHandler,
    AnswerCandidateObjectionHandler,
    CallPrimaryHandler,
    CloseNominationHandler,
    DeclareRelativesHandler,
    WithdrawRelativesHandler,
    NominationPageHandler,
    DeclaredRelativesHandler,
  ],
})
export class NominatingModule {}
