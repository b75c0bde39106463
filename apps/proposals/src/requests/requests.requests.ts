import {
  CLEARANCE_KINDS,
  type ClearanceKind,
  HANDLING_REQUEST_KINDS,
  type HandlingRequestKind,
  PROPOSAL_REQUEST_KINDS,
  REQUEST_OUTCOMES,
  type RequestKind,
  type RequestOutcome,
} from '@plenum/proposals-domain';
import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { IsIn, IsObject, IsOptional, IsString } from 'class-validator';

const REASON_MAX = 2000;

/** What is asked for, on the version of the proposal that was read. */
export class AskRequest extends OnVersionRequest {
  @IsIn(PROPOSAL_REQUEST_KINDS)
  kind!: Exclude<RequestKind, HandlingRequestKind | ClearanceKind>;

  /** Needed where the kind asks for one; whoever owes the answer is told. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;

  /** As the kind reads it: of a merge `childIds`, what is to be merged into this proposal. */
  @IsOptional()
  @IsObject()
  wish?: object;
}

/** What is asked for about the work of one unit, on the version of the handling that was read. */
export class AskAboutHandlingRequest extends OnVersionRequest {
  @IsIn([...HANDLING_REQUEST_KINDS, ...CLEARANCE_KINDS])
  kind!: HandlingRequestKind | ClearanceKind;

  /** Why; whoever owes the answer is told. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;

  /**
   * As the kind reads it: of an objection `unitId`, the unit that it belongs to; of another unit `unitId` and `role` (`assisting` or
   * `separate`); of an extension `dueOn`.
   */
  @IsOptional()
  @IsObject()
  wish?: object;
}

/** An answer, on the version of the request that was read. */
export class RequestAnswerRequest extends OnVersionRequest {
  /** One of those that the request offers. */
  @IsIn(REQUEST_OUTCOMES)
  outcome!: RequestOutcome;

  /** Needed for some outcomes; whoever asked is told. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX)
  reason?: string | null;

  /**
   * Where it differs from what was wished: of a reassignment `unitId` and `dueOn`, of an added unit `role` and `dueOn`, of an extension
   * `dueOn`.
   */
  @IsOptional()
  @IsObject()
  terms?: object;
}
