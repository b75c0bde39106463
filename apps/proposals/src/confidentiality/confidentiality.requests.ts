import { Length, OnVersionRequest } from '@plenum/service-kit';
import { IsBoolean, IsOptional, IsString } from 'class-validator';

const REASON_MAX = 1_000;

/** Whether a proposal is confidential. */
export class ConfidentialityRequest extends OnVersionRequest {
  @IsBoolean()
  isConfidential!: boolean;

  /** Needed of the committee. */
  @IsOptional()
  @IsString()
  @Length(1, REASON_MAX)
  reason?: string | null;
}
