import { type DynamicModule, Module } from '@nestjs/common';
import { DIRECTORY_REACTIONS, DirectoryModule } from '@plenum/directory';
import { serviceFoundation } from '@plenum/service-kit';
import { Authorities } from './access/authorities.js';
import { BoardController } from './board/board.controller.js';
import { ProposalBoardHandler } from './board/proposal-board.query.js';
import { ProposalPageHandler } from './board/proposal-page.query.js';
import { RegisterHandler } from './board/register.query.js';
import { SessionStatisticsHandler } from './board/session-statistics.query.js';
import { CallsController } from './calls/calls.controller.js';
import { CloseCallHandler } from './calls/close-call.command.js';
import { CountedDueDateHandler } from './calls/due-date.query.js';
import { ExtendCallHandler } from './calls/extend-call.command.js';
import { CallMoves } from './calls/move-call.js';
import { OpenCallHandler } from './calls/open-call.command.js';
import { DECISION_REACTIONS } from './decisions/decisions.reactions.js';
import { DecisionsRepository } from './decisions/decisions.repository.js';
import { CloseProposalHandler } from './feedback/close-proposal.command.js';
import { FeedbackController } from './feedback/feedback.controller.js';
import { RateReplyHandler } from './feedback/rate-reply.command.js';
import { DiscardDraftHandler } from './filing/discard-draft.command.js';
import { DraftProposalHandler } from './filing/draft-proposal.command.js';
import { FilingController } from './filing/filing.controller.js';
import { ReviseProposalHandler } from './filing/revise-proposal.command.js';
import { SubmitProposalHandler } from './filing/submit-proposal.command.js';
import { TakeLeadHandler } from './filing/take-lead.command.js';
import { WithdrawProposalHandler } from './filing/withdraw-proposal.command.js';
import { AcknowledgeAssignmentHandler } from './handling/acknowledge-assignment.command.js';
import { AssignProposalHandler } from './handling/assign-proposal.command.js';
import { DueDatesWorker } from './handling/due-dates.worker.js';
import { HandlingController } from './handling/handling.controller.js';
import { ReplyToProposalHandler } from './handling/reply-to-proposal.command.js';
import { OwedController } from './owed/owed.controller.js';
import { OwedByMemberHandler } from './owed/owed.query.js';
import { type ProposalsConfig, SERVICE } from './proposals.config.js';
import { ReviewProposalHandler } from './review/review-proposal.command.js';
import { ReviewController } from './review/review.controller.js';
import { CancelInvitationHandler } from './seconding/cancel-invitation.command.js';
import { DeclineSecondingHandler } from './seconding/decline-seconding.command.js';
import { InviteSecondersHandler } from './seconding/invite-seconders.command.js';
import { SecondProposalHandler } from './seconding/second-proposal.command.js';
import { SecondingController } from './seconding/seconding.controller.js';
import { CallRepository } from './storage/call.repository.js';
import { DocketNumbers } from './storage/docket-numbers.js';
import { ProposalRepository } from './storage/proposal.repository.js';

/** Everything the service does that changes something. */
const COMMANDS = [
  OpenCallHandler,
  ExtendCallHandler,
  CloseCallHandler,
  DraftProposalHandler,
  ReviseProposalHandler,
  DiscardDraftHandler,
  InviteSecondersHandler,
  CancelInvitationHandler,
  SecondProposalHandler,
  DeclineSecondingHandler,
  SubmitProposalHandler,
  WithdrawProposalHandler,
  TakeLeadHandler,
  ReviewProposalHandler,
  AssignProposalHandler,
  AcknowledgeAssignmentHandler,
  ReplyToProposalHandler,
  RateReplyHandler,
  CloseProposalHandler,
];

/** Everything it can be asked. */
const QUERIES = [
  ProposalBoardHandler,
  ProposalPageHandler,
  SessionStatisticsHandler,
  RegisterHandler,
  CountedDueDateHandler,
  OwedByMemberHandler,
];

/** What is proposed: calls, filing, seconding, review, routing, replies, ratings. */
@Module({})
export class ProposalsModule {
  static with(config: ProposalsConfig): DynamicModule {
    return {
      module: ProposalsModule,
      imports: [...serviceFoundation(SERVICE, config, [...DIRECTORY_REACTIONS, ...DECISION_REACTIONS]), DirectoryModule],
      controllers: [
        CallsController,
        FilingController,
        SecondingController,
        ReviewController,
        HandlingController,
        FeedbackController,
        BoardController,
        OwedController,
      ],
      providers: [
        Authorities,
        CallRepository,
        CallMoves,
        ProposalRepository,
        DocketNumbers,
        DecisionsRepository,
        DueDatesWorker,
        ...DECISION_REACTIONS,
        ...COMMANDS,
        ...QUERIES,
      ],
    };
  }
}
