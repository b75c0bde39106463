import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { IsBoolean, IsOptional, IsString, IsUUID, Matches } from 'class-validator';

const SUBJECT_MAX = 200;
const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u; // It stands in the subjects of mails.
const TEXT_MAX = 20_000;
const CATEGORY_MAX = 40;
const REASON_MAX = 2000;

/** A new proposal: one matter. Any part may be empty until others are asked to sign it, or it is submitted. */
export class DraftRequest {
  @IsUUID()
  callId!: string;

  @IsString()
  @Matches(ONE_LINE)
  @MaxLength(SUBJECT_MAX)
  subject: string = '';

  @IsString()
  @MaxLength(TEXT_MAX)
  grounds: string = '';

  @IsString()
  @MaxLength(TEXT_MAX)
  measures: string = '';

  @IsOptional()
  @IsString()
  @MaxLength(CATEGORY_MAX)
  category?: string | null;

  /** As the proposal of the delegation that its proposer heads (团提案); otherwise of persons. */
  @IsBoolean()
  ofDelegation: boolean = false;

  /** The unit that should answer, as its proposer sees it. */
  @IsOptional()
  @IsUUID()
  suggestedUnitId?: string | null;
}

/** The parts of a draft that change. */
export class RevisionRequest extends OnVersionRequest {
  @IsOptional()
  @IsString()
  @Matches(ONE_LINE)
  @MaxLength(SUBJECT_MAX)
  subject?: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  grounds?: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_MAX)
  measures?: string;

  @IsOptional()
  @IsString()
  @MaxLength(CATEGORY_MAX)
  category?: string;

  /** Null takes the suggestion back. */
  @IsOptional()
  @IsUUID()
  suggestedUnitId?: string | null;
}

/** The proposal is handed in. */
export class SubmissionRequest extends OnVersionRequest {
  /** That it is none of what the call excludes; needed where the call excludes anything. */
  @IsBoolean()
  confirmsExclusions: boolean = false;
}

export class WithdrawalRequest extends OnVersionRequest {
  /** Needed once it was submitted. */
  @IsString()
  @MaxLength(REASON_MAX)
  reason: string = '';
}
