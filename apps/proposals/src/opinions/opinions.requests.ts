import { MalformedError } from '@plenum/kernel';
import {
  BOX_LIMITS,
  OPINION_OUTCOMES,
  OPINION_STATES,
  type OpinionDecision,
  type OpinionOutcome,
  type OpinionState,
} from '@plenum/proposals-domain';
import { Length, MaxLength, OnVersionRequest, PageRequest } from '@plenum/service-kit';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { DueRuleRequest, dueRuleOf } from '../shapes/due-rule.requests.js';

const SUBJECT_MAX = 100;
const TEXT_MAX = 5_000;
const REASON_MAX = 2_000;
const SOUGHT_MAX = 100;

const commaSeparated = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

/** What a member puts into the box. */
export class OpinionRequest {
  @IsString()
  @Length(1, SUBJECT_MAX)
  subject!: string;

  @IsString()
  @Length(1, TEXT_MAX)
  text!: string;
}

export const OPINION_VIEWS = ['own', 'committee', 'unit'] as const;
export type OpinionListView = (typeof OPINION_VIEWS)[number];

/** Which opinions are asked for: one's own, those in the box for its committee, or those that a unit of one's own is to answer. */
export class OpinionListRequest extends PageRequest {
  @IsIn(OPINION_VIEWS)
  view!: OpinionListView;

  /** One state, or several with commas between. */
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(OPINION_STATES.length)
  @IsIn(OPINION_STATES, { each: true })
  state?: OpinionState[];

  /** Words of its subject or text, or its number. */
  @IsOptional()
  @IsString()
  @MaxLength(SOUGHT_MAX)
  search?: string;
}

/** What was published that is sought. */
export class PublishedOpinionsRequest extends PageRequest {
  @IsOptional()
  @IsString()
  @MaxLength(SOUGHT_MAX)
  search?: string;
}

/** What the committee decides; which fields belong to an outcome stands at each. */
export class OpinionDecisionRequest extends OnVersionRequest {
  @IsIn(OPINION_OUTCOMES)
  outcome!: OpinionOutcome;

  /** Needed to decline; otherwise what the unit, or whoever looks later, should know. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;

  /** For `ROUTED`: the unit that is to answer. */
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  /** For `ROUTED`: by when; left out, as the box says. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  due?: DueRuleRequest | null;

  /** For `HINT`: what everybody reads, in words that name nobody. */
  @IsOptional()
  @IsString()
  @MaxLength(SUBJECT_MAX)
  subject?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  text?: string | null;
}

export class OpinionReplyRequest extends OnVersionRequest {
  @IsString()
  @Length(1, TEXT_MAX)
  text!: string;
}

export class JudgementRequest extends OnVersionRequest {
  @IsBoolean()
  helped!: boolean;

  /** For the committee alone. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  comment?: string | null;
}

/** What everybody reads, in words that name nobody. */
export class OpinionPublicationRequest extends OnVersionRequest {
  @IsString()
  @Length(1, SUBJECT_MAX)
  subject!: string;

  @IsString()
  @Length(1, TEXT_MAX)
  text!: string;

  @IsString()
  @Length(1, TEXT_MAX)
  reply!: string;
}

export class UnpublishingRequest extends OnVersionRequest {
  @IsString()
  @Length(1, REASON_MAX)
  reason!: string;
}

/** How the box is kept. */
export class OpinionBoxRequest {
  @IsBoolean()
  isOpen!: boolean;

  /** By when the committee decides, counted from the day on which an opinion came; no date. */
  @IsDefined()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  decideWithin!: DueRuleRequest;

  /** By when it is answered, counted from the day of the decision; no date. */
  @IsDefined()
  @ValidateNested()
  @Type(() => DueRuleRequest)
  answerWithin!: DueRuleRequest;

  /** How many one member may put in within a day. */
  @IsInt()
  @Min(1)
  @Max(BOX_LIMITS.perDay)
  perDayMax!: number;

  /** How many of one member's may wait for an answer at once. */
  @IsInt()
  @Min(1)
  @Max(BOX_LIMITS.waiting)
  waitingMax!: number;

  /** The version that was read; 0 of a box that nobody has set yet. */
  @IsInt()
  @Min(0)
  version!: number;
}

/** The decision that a request states. @throws MalformedError naming a field that its outcome needs */
export function decisionOf({ outcome, reason = null, unitId, due, subject, text }: OpinionDecisionRequest): OpinionDecision {
  const needed = <T>(value: T | null | undefined, field: string): T => {
    if (value === null || value === undefined) throw new MalformedError([{ field, reason: 'required' }]);
    return value;
  };
  switch (outcome) {
    case 'ACCEPTED':
      return { outcome, reason };
    case 'DECLINED':
      return { outcome, reason: needed(reason, 'reason') };
    case 'ROUTED':
      return { outcome, reason, unitId: needed(unitId, 'unitId'), due: due ? dueRuleOf(due, 'due') : null };
    case 'HINT':
      return { outcome, reason, words: { subject: needed(subject, 'subject'), text: needed(text, 'text') } };
  }
}
