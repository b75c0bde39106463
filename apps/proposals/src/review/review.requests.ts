import { MaxLength } from '@plenum/service-kit';
import { REVIEW_OUTCOMES, type ReviewOutcome } from '@plenum/proposals-domain';
import { IsIn, IsInt, IsOptional, IsString, Min } from 'class-validator';

const REASON_MAX = 2000;
const CATEGORY_MAX = 40;

/** What the committee decided. */
export class ReviewRequest {
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

  /** The version that was read. Where somebody has changed the proposal since, the request is refused. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}
