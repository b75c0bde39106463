import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { CLOSING_OUTCOMES, type ClosingOutcome, RATING_GRADES, type RatingGrade } from '@plenum/proposals-domain';
import { IsIn, IsOptional, IsString } from 'class-validator';

const COMMENT_MAX = 2000;

/** How the proposer found the handling: the attitude and the result, each on its own. The version is the handling's. */
export class RatingRequest extends OnVersionRequest {
  @IsIn(RATING_GRADES)
  attitude!: RatingGrade;

  @IsIn(RATING_GRADES)
  result!: RatingGrade;

  @IsOptional()
  @IsString()
  @MaxLength(COMMENT_MAX)
  comment?: string | null;
}

/** What came of the work. The version is the handling's. */
export class EndingRequest extends OnVersionRequest {
  /** What came of it, where the committee says so. */
  @IsOptional()
  @IsIn(CLOSING_OUTCOMES)
  outcome?: ClosingOutcome | null;

  /**
   * Needed where the proposer was dissatisfied with the last reply, and over any rating of whoever may not see it; everybody who may read
   * the proposal is told.
   */
  @IsOptional()
  @IsString()
  @MaxLength(COMMENT_MAX)
  reason?: string | null;
}
