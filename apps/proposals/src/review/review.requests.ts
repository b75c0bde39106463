import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { REVIEW_OUTCOMES, type ReviewOutcome } from '@plenum/proposals-domain';
import { IsIn, IsOptional, IsString } from 'class-validator';

const REASON_MAX = 2000;
const CATEGORY_MAX = 40;

/** What the committee decided. */
export class ReviewRequest extends OnVersionRequest {
  @IsIn(REVIEW_OUTCOMES)
  outcome!: ReviewOutcome;

  /** Needed where it is not filed or returned; the proposer is told. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;

  /** Another category than the proposer's. */
  @IsOptional()
  @IsString()
  @MaxLength(CATEGORY_MAX)
  category?: string | null;
}
