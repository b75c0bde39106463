import type { ProposalSettings } from '@plenum/proposals-domain';
import { DueRuleAnswer } from '../shapes/due-rule.responses.js';
import { type LadderAnswer, ladderAnswer } from '../shapes/ladder.responses.js';

/** When a reply is due: as above, or so many days before the next session opens. */
export class ReplyDueRuleAnswer {
  kind!: 'date' | 'days' | 'working-days' | 'months' | 'before-session';
  date?: string;
  n?: number;
  lastDay?: 'after-holiday' | 'next-working-day' | 'as-it-falls';
  days?: number;
}

/** A share of a whole. */
export class ShareAnswer {
  num!: number;
  den!: number;
  /** Whether exactly the share is enough. */
  inclusive!: boolean;
}

/** How far a due date may be moved. */
export class ExtensionLimitAnswer {
  counted!: 'in-all' | 'beyond';
  months!: number;
}

/** What a reply with one result must bring. */
export class ResultDemandAnswer {
  resultCategory!: string;
  demand!: ProposalSettings['resultDemands'][number]['demand'];
}

/** How many sit on the committee. */
export class CommitteeSizeAnswer {
  min!: number;
  max!: number;
}

/** One step of a review. */
export class ReviewStepSettingAnswer {
  name!: string;
}

/** Every rule by its name: the compiler refuses an answer that leaves one out. */
type EveryRule = { readonly [R in keyof ProposalSettings]: unknown };

/** The rules that hold under a call. */
export class CallSettingsAnswer implements EveryRule {
  minSeconders!: number;
  secondersMustBeDelegates!: boolean;
  nonDelegateMayPropose!: ProposalSettings['nonDelegateMayPropose'];
  delegationProposalSupport!: ShareAnswer | null;
  maxCoProposers!: number | null;
  endorsement!: ProposalSettings['endorsement'];
  endorsementWithin!: DueRuleAnswer;
  lateHandling!: ProposalSettings['lateHandling'];
  withdrawUntil!: ProposalSettings['withdrawUntil'];
  reviewOutcomes!: ProposalSettings['reviewOutcomes'][number][];
  reviewSteps!: ReviewStepSettingAnswer[];
  disputedReview!: ProposalSettings['disputedReview'];
  mergedAuthors!: ProposalSettings['mergedAuthors'];
  mergeConsentWithin!: DueRuleAnswer;
  mergeSilence!: ProposalSettings['mergeSilence'];
  committeeSize!: CommitteeSizeAnswer | null;
  reconsiderationWithin!: DueRuleAnswer;
  docketPattern!: string;
  suggestionPattern!: string | null;
  beforeReply!: ProposalSettings['beforeReply'][number][];
  leaderSignOff!: ProposalSettings['leaderSignOff'];
  objectionWithin!: DueRuleAnswer;
  reassignWithin!: DueRuleAnswer;
  proposerMayObjectToRouting!: boolean;
  contactWithin!: DueRuleAnswer | null;
  assistingOpinionWithin!: DueRuleAnswer;
  replyDue!: ReplyDueRuleAnswer;
  lateReply!: ProposalSettings['lateReply'];
  extensionLimit!: ExtensionLimitAnswer;
  clarificationsPerRound!: number;
  clarificationWorkingDays!: number;
  resultCategories!: string[];
  /** A result that is not named demands nothing. */
  resultDemands!: ResultDemandAnswer[];
  jointReplyTo!: ProposalSettings['jointReplyTo'];
  ladder!: LadderAnswer;
  ratingScale!: 3 | 4;
  ratingDimensions!: ProposalSettings['ratingDimensions'][number][];
  ratedBy!: ProposalSettings['ratedBy'];
  feedbackDue!: DueRuleAnswer;
  silencePolicy!: ProposalSettings['silencePolicy'];
  rehandleDue!: DueRuleAnswer;
  maxRounds!: number;
  publishReplies!: ProposalSettings['publishReplies'];
  awardNominators!: ProposalSettings['awardNominators'];
  statsUnit!: ProposalSettings['statsUnit'];
}

/** The rules as they are told. */
export function settingsAnswer(settings: ProposalSettings): CallSettingsAnswer {
  return {
    ...settings,
    reviewOutcomes: [...settings.reviewOutcomes],
    beforeReply: [...settings.beforeReply],
    reviewSteps: [...settings.reviewSteps],
    resultDemands: [...settings.resultDemands],
    resultCategories: [...settings.resultCategories],
    ratingDimensions: [...settings.ratingDimensions],
    ladder: ladderAnswer(settings.ladder),
  };
}
