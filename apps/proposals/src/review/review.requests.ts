import { isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import { MaxLength } from '@plenum/service-kit';
import {
  type Decision,
  type Meeting,
  PRESIDIUM_OUTCOMES,
  type PresidiumDecision,
  type PresidiumOutcome,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '@plenum/proposals-domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { ITEMS_MAX, VersionedItemRequest } from '../shapes/bulk.requests.js';

const REASON_MAX = 2000;
const OPINION_MAX = 2000;
const CATEGORY_MAX = 40;
const PRESENT_MAX = 100;

/** What a meeting came to. */
export class MeetingRequest {
  /** On which day, `YYYY-MM-DD`; left out, today. */
  @IsOptional()
  @IsString()
  metOn?: string | null;

  /** The members who sat; left out, whoever enters it. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PRESENT_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  present?: string[] | null;

  @IsOptional()
  @IsString()
  @MaxLength(OPINION_MAX)
  opinion?: string | null;

  /** Needed where it is not filed, returned or passed on; the proposer is told. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;
}

/** What a meeting of the committee found about many proposals. */
export class ReviewContentRequest extends MeetingRequest {
  /** What it proposes; at the last step of the call, what it decides. */
  @IsIn(REVIEW_OUTCOMES)
  outcome!: ReviewOutcome;

  /** Another category than the proposer's. */
  @IsOptional()
  @IsString()
  @MaxLength(CATEGORY_MAX)
  category?: string | null;
}

/** What a meeting of the committee found. */
export class ReviewRequest extends ReviewContentRequest {
  /** The version that was read. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(1)
  version!: number;
}

/** The same of many at once. */
export class ReviewsRequest extends ReviewContentRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ITEMS_MAX)
  @ArrayUnique(({ proposalId }: VersionedItemRequest) => proposalId)
  @ValidateNested({ each: true })
  @Type(() => VersionedItemRequest)
  items!: VersionedItemRequest[];
}

/** What a meeting of the presidium decided. */
export class PresidiumDecisionRequest extends MeetingRequest {
  /** Filed, not filed, or put before the congress as a motion. */
  @IsIn(PRESIDIUM_OUTCOMES)
  outcome!: PresidiumOutcome;

  /** The version that was read. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(1)
  version!: number;
}

/** What the committee decided, as a request says it. @throws MalformedError on a date that does not exist */
export function decisionOf({ outcome, reason, category, ...meeting }: ReviewContentRequest): Decision {
  return { outcome, reason: reason ?? null, category: category ?? null, ...meetingOf(meeting) };
}

/** The same of the presidium. @throws MalformedError on a date that does not exist */
export function presidiumDecisionOf({ outcome, reason, ...meeting }: PresidiumDecisionRequest): PresidiumDecision {
  return { outcome, reason: reason ?? null, ...meetingOf(meeting) };
}

function meetingOf({ metOn, present, opinion }: MeetingRequest): Meeting {
  if (metOn && !isCivilDate(metOn)) throw new MalformedError([{ field: 'metOn', reason: 'no-such-date' }]);
  return { ...(metOn && isCivilDate(metOn) ? { metOn } : {}), ...(present ? { present } : {}), opinion: opinion ?? null };
}
