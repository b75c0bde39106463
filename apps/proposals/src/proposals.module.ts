import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_REACTIONS, DirectoryModule } from '@plenum/directory';
import { serviceFoundation } from '@plenum/service-kit';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { AwardsModule } from './awards/awards.module.js';
import { AWARD_REACTIONS } from './awards/awards.reactions.js';
import { BoardModule } from './board/board.module.js';
import { CommitmentsModule } from './commitments/commitments.module.js';
import { CallsModule } from './calls/calls.module.js';
import { ConfidentialityModule } from './confidentiality/confidentiality.module.js';
import { DeadlinesModule } from './deadlines/deadlines.module.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { DECISION_REACTIONS } from './decisions/decisions.reactions.js';
import { EndorsementModule } from './endorsement/endorsement.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { FilingModule } from './filing/filing.module.js';
import { HandlingModule } from './handling/handling.module.js';
import { HANDLING_REACTIONS } from './handling/handling.reactions.js';
import { PublicationModule } from './publication/publication.module.js';
import { OpinionsModule } from './opinions/opinions.module.js';
import { LettersModule } from './letters/letters.module.js';
import { HistoryModule } from './history/history.module.js';
import { MergingModule } from './merging/merging.module.js';
import { ParticipationModule } from './participation/participation.module.js';
import { PendingTasksModule } from './pending-tasks/pending-tasks.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { type ProposalsConfig, SERVICE } from './proposals.config.js';
import { ReplyingModule } from './replying/replying.module.js';
import { RequestsModule } from './requests/requests.module.js';
import { ReportModule } from './report/report.module.js';
import { ReviewModule } from './review/review.module.js';
import { SavedFiltersModule } from './saved-filters/saved-filters.module.js';
import { SimilarModule } from './similar/similar.module.js';
import { SecondingModule } from './seconding/seconding.module.js';
import { TextsModule } from './texts/texts.module.js';

/** What the service does, in the order of a proposal. */
const CAPABILITIES = [
  CallsModule,
  ParticipationModule,
  FilingModule,
  SecondingModule,
  EndorsementModule,
  RequestsModule,
  MergingModule,
  TextsModule,
  AttachmentsModule,
  SimilarModule,
  ReviewModule,
  HandlingModule,
  ReplyingModule,
  FeedbackModule,
  CommitmentsModule,
  EvidenceModule,
  SupervisionModule,
  ConfidentialityModule,
  DecisionsModule,
  PublicationModule,
  OpinionsModule,
  BoardModule,
  ReportModule,
  AwardsModule,
  LettersModule,
  HistoryModule,
  ExportsModule,
  PendingTasksModule,
  DeadlinesModule,
  SavedFiltersModule,
];

/** What the service hears of the others. */
const REACTIONS = [...DIRECTORY_REACTIONS, ...DECISION_REACTIONS, ...AWARD_REACTIONS, ...HANDLING_REACTIONS];

/** What is proposed: calls, filing, seconding, review, routing, replies, ratings. */
@Module({})
export class ProposalsModule {
  static with(config: ProposalsConfig): DynamicModule {
    return {
      module: ProposalsModule,
      imports: [...serviceFoundation(SERVICE, config, REACTIONS), DirectoryModule, ...CAPABILITIES],
    };
  }
}
