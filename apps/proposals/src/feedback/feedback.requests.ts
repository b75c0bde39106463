import { isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import { CLOSING_OUTCOMES, type ClosingOutcome, type Minutes, RATING_GRADES, type RatingGrade } from '@plenum/proposals-domain';
import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, MinLength } from 'class-validator';

const COMMENT_MAX = 2000;
const CONFIRMATION_MAX = 2000;
const MINUTES_MAX = 5000;
const PRESENT_MAX = 100;

/** How somebody found the handling, as far as the call asks for it, in its grades. The version is the handling's. */
export class RatingRequest extends OnVersionRequest {
  /** Needed where the call asks for the attitude, and refused where it does not. */
  @IsOptional()
  @IsIn(RATING_GRADES)
  attitude?: RatingGrade | null;

  /** The same of the result. */
  @IsOptional()
  @IsIn(RATING_GRADES)
  result?: RatingGrade | null;

  @IsOptional()
  @IsString()
  @MaxLength(COMMENT_MAX)
  comment?: string | null;

  /** Of the congress service, against the password: for this handling, by this sign-in, for two minutes. */
  @IsString()
  @MinLength(1)
  @MaxLength(CONFIRMATION_MAX)
  confirmation!: string;
}

/** Why somebody did not rate in time. The version is the handling's. */
export class SilenceRequest extends OnVersionRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(COMMENT_MAX)
  explanation!: string;
}

/** The meeting after the last round. The version is the handling's. */
export class EscalationMeetingRequest extends OnVersionRequest {
  /** On which day, `YYYY-MM-DD`. */
  @IsString()
  metOn!: string;

  /** The members who were there, of committee, unit and proposers. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PRESENT_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  present!: string[];

  /** What was said: proposers, units, the committee and those who oversee the session read it. */
  @IsString()
  @MinLength(1)
  @MaxLength(MINUTES_MAX)
  minutes!: string;

  /** What came of the work in the end. */
  @IsIn(CLOSING_OUTCOMES)
  outcome!: ClosingOutcome;
}

/** The minutes as a request says them. @throws MalformedError on a date that does not exist */
export function minutesOf({ metOn, present, minutes, outcome }: Omit<EscalationMeetingRequest, 'version'>): Minutes {
  if (!isCivilDate(metOn)) throw new MalformedError([{ field: 'metOn', reason: 'no-such-date' }]);
  return { metOn, present, minutes, outcome };
}

/** What came of the work. The version is the handling's. */
export class EndingRequest extends OnVersionRequest {
  /** What came of it, where the committee says so. */
  @IsOptional()
  @IsIn(CLOSING_OUTCOMES)
  outcome?: ClosingOutcome | null;

  /**
   * Needed over a silence that was to be explained and is not, and over any rating of whoever may not see it; everybody who may read the
   * proposal is told.
   */
  @IsOptional()
  @IsString()
  @MaxLength(COMMENT_MAX)
  reason?: string | null;
}
