import { Length } from '@plenum/service-kit';
import { RESULT_DEMANDS, SETTING_CHOICES, SETTING_LIMITS, type ProposalSettings } from '@plenum/proposals-domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { LadderRequest, ladderOf } from '../shapes/ladder.requests.js';
import { DueRuleRequest, ReplyDueRuleRequest, dueRuleOf, replyDueRuleOf } from '../shapes/due-rule.requests.js';

const { nameCharacters: NAME, ...LIMIT } = SETTING_LIMITS;
const SHARE_MAX = 100;
const PATTERN_MAX = 40;

/** A share of a whole: "two thirds or more" is 2 of 3, inclusive. */
export class ShareRequest {
  @IsInt()
  @Min(1)
  @Max(SHARE_MAX)
  num!: number;

  @IsInt()
  @Min(1)
  @Max(SHARE_MAX)
  den!: number;

  /** Whether exactly the share is enough. */
  @IsBoolean()
  inclusive!: boolean;
}

/** One step of a review, as the organisation calls it. */
export class ReviewStepRequest {
  @Length(NAME.min, NAME.max)
  name!: string;
}

/** What a reply with one result must bring: a promise with its day, the evidence, or the reason. */
export class ResultDemandRequest {
  @Length(NAME.min, NAME.max)
  resultCategory!: string;

  @IsIn(RESULT_DEMANDS)
  demand!: ProposalSettings['resultDemands'][number]['demand'];
}

/** How far a due date may be moved: so many months after its start in all, or beyond the first date. */
export class ExtensionLimitRequest {
  @IsIn(['in-all', 'beyond'])
  counted!: 'in-all' | 'beyond';

  @IsInt()
  @Min(LIMIT.extensionMonths.min)
  @Max(LIMIT.extensionMonths.max)
  months!: number;
}

/** How many sit on the committee. */
export class CommitteeSizeRequest {
  @IsInt()
  @Min(LIMIT.committeeSize.min)
  @Max(LIMIT.committeeSize.max)
  min!: number;

  @IsInt()
  @Min(LIMIT.committeeSize.min)
  @Max(LIMIT.committeeSize.max)
  max!: number;
}

/** The rules of a call, on filing and review; what is left out is the usual. */
export class FilingSettingsRequest {
  /** Seconders besides the proposer. */
  @IsOptional()
  @IsInt()
  @Min(LIMIT.minSeconders.min)
  @Max(LIMIT.minSeconders.max)
  minSeconders?: number;

  @IsOptional()
  @IsBoolean()
  secondersMustBeDelegates?: boolean;

  /** What an attendee or invited guest may do. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.nonDelegateMayPropose)
  nonDelegateMayPropose?: ProposalSettings['nonDelegateMayPropose'];

  /** The share of its delegates that a delegation's proposal needs; null where its head's signature is enough. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ShareRequest)
  delegationProposalSupport?: ShareRequest | null;

  /** How many joint proposers there may be besides the lead; null without limit. */
  @IsOptional()
  @IsInt()
  @Min(LIMIT.maxCoProposers.min)
  @Max(LIMIT.maxCoProposers.max)
  maxCoProposers?: number | null;

  /** Whether the head of the delegation reviews a proposal before it is handed in. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.endorsement)
  endorsement?: ProposalSettings['endorsement'];

  /** By when the head says a word, counted from the day on which it is handed to them: a period, not a date. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  endorsementWithin?: DueRuleRequest;

  @IsOptional()
  @IsIn(SETTING_CHOICES.lateHandling)
  lateHandling?: ProposalSettings['lateHandling'];

  @IsOptional()
  @IsIn(SETTING_CHOICES.withdrawUntil)
  withdrawUntil?: ProposalSettings['withdrawUntil'];

  /** What a review may end in. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(SETTING_CHOICES.reviewOutcomes, { each: true })
  reviewOutcomes?: ProposalSettings['reviewOutcomes'][number][];

  /** The steps of the review, in order. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(LIMIT.reviewSteps.min)
  @ArrayMaxSize(LIMIT.reviewSteps.max)
  @ValidateNested({ each: true })
  @Type(() => ReviewStepRequest)
  reviewSteps?: ReviewStepRequest[];

  /** Who decides where the committee does not agree on filing. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.disputedReview)
  disputedReview?: ProposalSettings['disputedReview'];

  /** What the authors of a merged proposal become. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.mergedAuthors)
  mergedAuthors?: ProposalSettings['mergedAuthors'];

  /** By when each author consents to a merge, or refuses, counted from the day on which it is proposed: a period. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  mergeConsentWithin?: DueRuleRequest;

  /** What silence counts as where a merge is proposed. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.mergeSilence)
  mergeSilence?: ProposalSettings['mergeSilence'];

  /** How many sit on the committee; null as many as there are. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CommitteeSizeRequest)
  committeeSize?: CommitteeSizeRequest | null;

  /** By when a proposer may ask to have a decision not to file looked at again, counted from it: a period. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  reconsiderationWithin?: DueRuleRequest;

  /** How docket numbers of proposals are made, of `{term}`, `{session}`, `{year}`, `{track}` and `{number}`. */
  @IsOptional()
  @Length(1, PATTERN_MAX)
  docketPattern?: string;

  /** The same of suggestions; null where they get no number. */
  @IsOptional()
  @Length(1, PATTERN_MAX)
  suggestionPattern?: string | null;
}

/** On what a unit owes. */
export class HandlingSettingsRequest extends FilingSettingsRequest {
  /** What must be done before a reply goes out; nothing where it is empty. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(SETTING_CHOICES.beforeReply, { each: true })
  beforeReply?: ProposalSettings['beforeReply'][number][];

  /** When the leader in charge signs. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.leaderSignOff)
  leaderSignOff?: ProposalSettings['leaderSignOff'];

  /** By when a unit may object to an assignment, counted from it: a period, not a date. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  objectionWithin?: DueRuleRequest;

  /** By when the committee answers an objection, counted from it: a period, not a date. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  reassignWithin?: DueRuleRequest;

  /** Whether the proposer may object to the routing. */
  @IsOptional()
  @IsBoolean()
  proposerMayObjectToRouting?: boolean;

  /** By when the unit speaks with the proposer, counted from the assignment: a period; null where no rule asks. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  contactWithin?: DueRuleRequest | null;

  /** By when an assisting unit gives its opinion, counted from the assignment: a period. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  assistingOpinionWithin?: DueRuleRequest;

  /** By when a unit replies, counted from its assignment. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReplyDueRuleRequest)
  replyDue?: ReplyDueRuleRequest;

  @IsOptional()
  @IsIn(SETTING_CHOICES.lateReply)
  lateReply?: ProposalSettings['lateReply'];

  /** How far a due date may be moved. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ExtensionLimitRequest)
  extensionLimit?: ExtensionLimitRequest;

  /** How often in a round the clock may stop for the proposer to clarify. */
  @IsOptional()
  @IsInt()
  @Min(LIMIT.clarificationsPerRound.min)
  @Max(LIMIT.clarificationsPerRound.max)
  clarificationsPerRound?: number;

  /** For how many working days it stops at most, each time. */
  @IsOptional()
  @IsInt()
  @Min(LIMIT.clarificationWorkingDays.min)
  @Max(LIMIT.clarificationWorkingDays.max)
  clarificationWorkingDays?: number;

  /** The organisation's own words for what a reply amounts to. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(LIMIT.resultCategories.min)
  @ArrayMaxSize(LIMIT.resultCategories.max)
  @ArrayUnique()
  @Length(NAME.min, NAME.max, { each: true })
  resultCategories?: string[];

  /** What a reply with a result must bring; a result that is not named demands nothing. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(LIMIT.resultCategories.max)
  @ArrayUnique(({ resultCategory }: ResultDemandRequest) => resultCategory)
  @ValidateNested({ each: true })
  @Type(() => ResultDemandRequest)
  resultDemands?: ResultDemandRequest[];

  /** Whom the reply to a joint proposal goes to. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.jointReplyTo)
  jointReplyTo?: ProposalSettings['jointReplyTo'];

  /** When who is reminded of what is due, by working days before and after the last day. */
  @IsOptional()
  @ValidateNested()
  @Type(() => LadderRequest)
  ladder?: LadderRequest;
}

/** On how a reply is rated, and what follows from it. */
export class CallSettingsRequest extends HandlingSettingsRequest {
  /** How many grades a rating has: satisfied, basically, dissatisfied; with four, very satisfied above. */
  @IsOptional()
  @IsIn([3, 4])
  ratingScale?: 3 | 4;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(SETTING_CHOICES.ratingDimensions, { each: true })
  ratingDimensions?: ProposalSettings['ratingDimensions'][number][];

  @IsOptional()
  @IsIn(SETTING_CHOICES.ratedBy)
  ratedBy?: ProposalSettings['ratedBy'];

  /** By when the proposer rates, counted from the reply. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  feedbackDue?: DueRuleRequest;

  /** What silence amounts to after a reminder. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.silencePolicy)
  silencePolicy?: ProposalSettings['silencePolicy'];

  /** By when a unit handles a matter again whose proposer was dissatisfied, counted from the rating: a period, not a date. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  rehandleDue?: DueRuleRequest;

  /** How many rounds of handling there are at most; after the last the committee closes, with a reason. */
  @IsOptional()
  @IsInt()
  @Min(LIMIT.maxRounds.min)
  @Max(LIMIT.maxRounds.max)
  maxRounds?: number;

  @IsOptional()
  @IsIn(SETTING_CHOICES.publishReplies)
  publishReplies?: ProposalSettings['publishReplies'];

  /** Who nominates for the award list. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.awardNominators)
  awardNominators?: ProposalSettings['awardNominators'];

  /** What reports count proposers and seconders in. */
  @IsOptional()
  @IsIn(SETTING_CHOICES.statsUnit)
  statsUnit?: ProposalSettings['statsUnit'];
}

const PERIODS = [
  'endorsementWithin',
  'mergeConsentWithin',
  'reconsiderationWithin',
  'objectionWithin',
  'reassignWithin',
  'contactWithin',
  'assistingOpinionWithin',
  'feedbackDue',
  'rehandleDue',
] as const;
/** Where nothing is a rule too: that there is none. */
const MAY_BE_NONE: readonly string[] = [
  'delegationProposalSupport',
  'maxCoProposers',
  'committeeSize',
  'contactWithin',
  'suggestionPattern',
];

/** The rules that a request states; what is left out is the usual. @throws MalformedError on a date that does not exist */
export function settingsOf({ replyDue, ladder, ...request }: CallSettingsRequest): Partial<ProposalSettings> {
  const stated = Object.entries(request).filter(([name, value]) => value !== undefined && (value !== null || MAY_BE_NONE.includes(name)));
  const rules = PERIODS.flatMap((name) => {
    const rule = request[name];
    return rule ? [[name, dueRuleOf(rule, name)] as const] : [];
  });
  const reply = replyDue ? { replyDue: replyDueRuleOf(replyDue, 'replyDue') } : {};
  const reminders = ladder ? { ladder: ladderOf(ladder) } : {};
  return { ...Object.fromEntries(stated), ...Object.fromEntries(rules), ...reply, ...reminders };
}
