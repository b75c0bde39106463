import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { IsIn, IsOptional, IsString } from 'class-validator';

const REASON_MAX = 2000;

/** What the head of the delegation says. */
export class EndorsementRequest extends OnVersionRequest {
  @IsIn(['ENDORSED', 'RETURNED'])
  outcome!: 'ENDORSED' | 'RETURNED';

  /** Needed where it is returned; the proposer is told. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;
}
