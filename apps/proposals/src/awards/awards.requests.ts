import { AWARD_CRITERIA, AWARD_KINDS, type AwardCriterion, type AwardKind } from '@plenum/proposals-domain';
import { Length, MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { REPORT_LANGUAGES, type ReportLanguage } from '../report/messages/wording.js';

const CITATION_MAX = 1_000;
const REASON_MAX = 2_000;
const CRITERIA: readonly AwardCriterion[] = [...AWARD_CRITERIA.PROPOSAL, ...AWARD_CRITERIA.UNIT];
const CRITERIA_MAX = 4;

/** The award list of which session. */
export class AwardListRequest {
  @IsUUID()
  sessionId!: string;
}

export class AwardDocumentRequest extends AwardListRequest {
  @IsOptional()
  @IsIn(REPORT_LANGUAGES)
  language?: ReportLanguage;
}

/** Who, or what, is nominated for what. */
export class NominationRequest extends AwardListRequest {
  @IsIn(AWARD_KINDS)
  kind!: AwardKind;

  /** Of the proposal or unit. */
  @IsUUID()
  nomineeId!: string;

  /** Of its kind, at least one. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CRITERIA_MAX)
  @ArrayUnique()
  @IsIn(CRITERIA, { each: true })
  criteria!: AwardCriterion[];

  @IsString()
  @Length(1, CITATION_MAX)
  citation!: string;
}

export class AwardDecisionRequest extends OnVersionRequest {
  @IsBoolean()
  isAwarded!: boolean;

  /** Needed where it is not awarded. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;
}
