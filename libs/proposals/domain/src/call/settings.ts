import type { DueRule, Ladder } from '@plenum/calendar';
import type { Fraction } from '@plenum/kernel';
import type { RESULT_DEMANDS, SettingChoice } from './choices.js';

/** So many days before the next session opens; no day at all until that session is set up (DOMAIN 2.3, row 27). */
export interface BeforeSessionRule {
  readonly kind: 'before-session';
  readonly days: number;
}

/** When a reply is due: as any due rule says, or before the next session. */
export type ReplyDueRule = DueRule | BeforeSessionRule;

/** What a reply with a result must bring besides words (PROPOSALS 6): a promise with its day, the evidence, or the reason. */
export interface ResultDemand {
  readonly resultCategory: string;
  readonly demand: (typeof RESULT_DEMANDS)[number];
}

/** How far a due date may be moved: so many months after its start in all, or beyond the first date (DOMAIN 4.5: 6 in all; 1 more). */
export interface ExtensionLimit {
  readonly counted: 'in-all' | 'beyond';
  readonly months: number;
}

/** One of the steps of a review, in the words of the organisation (初审, 复审, 终审). */
export interface ReviewStepSetting {
  readonly name: string;
}

/** How many sit on a proposals committee (DOMAIN 5.1: 5-7, 7-9, 9). */
export interface CommitteeSize {
  readonly min: number;
  readonly max: number;
}

/** Who proposes, and with whose support. */
interface FilingSettings {
  /** Seconders besides the proposer. 2 in most, 3 in 福州. */
  readonly minSeconders: number;
  /** Whether only full delegates may second (most); otherwise any member of the organisation (福州 2020). */
  readonly secondersMustBeDelegates: boolean;
  readonly nonDelegateMayPropose: SettingChoice<'nonDelegateMayPropose'>;
  /**
   * The share of the delegation's delegates that a delegation's proposal needs: more than half (P26), two thirds (福州 2020). Null: its
   * head's signature is enough (P1).
   */
  readonly delegationProposalSupport: Fraction | null;
  /** How many joint proposers there may be besides the lead (P27: 3 in all); null without limit. */
  readonly maxCoProposers: number | null;
  readonly endorsement: SettingChoice<'endorsement'>;
  /** Counted from the day on which its proposer hands it in: by when the head says a word; then it goes on without. A period. */
  readonly endorsementWithin: DueRule;
  readonly lateHandling: SettingChoice<'lateHandling'>;
  /** Until when the proposer may withdraw; a withdrawal after assignment ends the handling. */
  readonly withdrawUntil: SettingChoice<'withdrawUntil'>;
}

/** How it is decided what becomes of a proposal. */
interface ReviewSettings {
  readonly reviewOutcomes: readonly SettingChoice<'reviewOutcomes'>[];
  /** One to three steps, in order. */
  readonly reviewSteps: readonly ReviewStepSetting[];
  readonly disputedReview: SettingChoice<'disputedReview'>;
  readonly mergedAuthors: SettingChoice<'mergedAuthors'>;
  /** Counted from the day on which a merge is proposed: by when each author consents or refuses. A period. */
  readonly mergeConsentWithin: DueRule;
  readonly mergeSilence: SettingChoice<'mergeSilence'>;
  /** How many sit on the committee; null as many as there are. */
  readonly committeeSize: CommitteeSize | null;
  /** Counted from the decision not to file: by when its proposer may ask to have it looked at again. A period. L25 is the model. */
  readonly reconsiderationWithin: DueRule;
  /** How docket numbers (案号) of filed proposals are made, of its term, session, year, track and a running number. */
  readonly docketPattern: string;
  /** The same of suggestions, which have their own count; null where they get no number. */
  readonly suggestionPattern: string | null;
}

/** What a unit owes, by when, and who signs. */
interface HandlingSettings {
  /** Besides the signature of the leader in charge; nothing where it is empty. */
  readonly beforeReply: readonly SettingChoice<'beforeReply'>[];
  readonly leaderSignOff: SettingChoice<'leaderSignOff'>;
  /** Counted from the assignment: by when a unit may object to it (退办). A period. Five working days: Qingdao 19. */
  readonly objectionWithin: DueRule;
  /** Counted from the objection: by when the committee answers it. A period. Ten working days: Chongqing 16, Henan 14. */
  readonly reassignWithin: DueRule;
  /** Whether the proposer may object to the routing too (Shanghai 14). */
  readonly proposerMayObjectToRouting: boolean;
  /** Counted from the assignment: by when the unit speaks with the proposer. A period; null where no rule asks. Chongqing 18. */
  readonly contactWithin: DueRule | null;
  /** Counted from when the lead unit asks: by when an assisting unit gives its opinion. A period. One month: Qingdao 24, Shandong 21. */
  readonly assistingOpinionWithin: DueRule;
  /** Counted from the day of assignment; the committee may set another date case by case. */
  readonly replyDue: ReplyDueRule;
  /** Whether a reply after its due date is accepted and marked, or refused. */
  readonly lateReply: SettingChoice<'lateReply'>;
  readonly extensionLimit: ExtensionLimit;
  /** How often in a round the clock may stop for the proposer to clarify; at most once. */
  readonly clarificationsPerRound: number;
  /** For how many working days it stops at most, each time; at most ten. */
  readonly clarificationWorkingDays: number;
  /** The words of an organisation for what a reply amounts to; letters like A or B mean different things in different places. */
  readonly resultCategories: readonly string[];
  /** What replies must bring; a result that is not named demands nothing. */
  readonly resultDemands: readonly ResultDemand[];
  readonly jointReplyTo: SettingChoice<'jointReplyTo'>;
  /** When who is reminded of what is due: those who owe it, then those above them (催办). */
  readonly ladder: Ladder;
}

/** How a reply is rated, and what a rating brings about. */
interface FeedbackSettings {
  /** Three grades (满意, 基本满意, 不满意), or four with 非常满意 above. */
  readonly ratingScale: 3 | 4;
  readonly ratingDimensions: readonly SettingChoice<'ratingDimensions'>[];
  readonly ratedBy: SettingChoice<'ratedBy'>;
  /** Counted from the day of the reply. 15 working days: Beijing 23; 10: Henan 22; 20: Chongqing 27. */
  readonly feedbackDue: DueRule;
  readonly silencePolicy: SettingChoice<'silencePolicy'>;
  /**
   * Counted from the day of a rating that found the reply dissatisfactory: by when it is handled again (重新办理). A period: a round
   * begins when somebody rates, and a fixed day might be past.
   */
  readonly rehandleDue: DueRule;
  /** How many rounds of handling there are at most; after the last the committee closes the matter, with a reason. */
  readonly maxRounds: number;
  readonly publishReplies: SettingChoice<'publishReplies'>;
  readonly awardNominators: SettingChoice<'awardNominators'>;
  readonly statsUnit: SettingChoice<'statsUnit'>;
}

/**
 * The points on which institutions differ, as data (DOMAIN 5.1). They are frozen into the call,
 * so that a proposal keeps the rules under which it was made.
 */
export interface ProposalSettings extends FilingSettings, ReviewSettings, HandlingSettings, FeedbackSettings {}
