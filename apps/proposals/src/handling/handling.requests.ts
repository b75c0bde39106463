import { Length, OnVersionRequest } from '@plenum/service-kit';
import { PROMISES_MAX, REPLY_CHANNELS, type ReplyChannel } from '@plenum/proposals-domain';
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
import { PromiseRequest } from '../shapes/promise.requests.js';

const ASSISTING_MAX = 20;
const SEPARATE_MAX = 10;
const TEXT_MAX = 20_000;
const BASIS_MAX = 5_000;
const INSTRUCTION_MAX = 2_000;
const LEADER_MAX = 100;

/** What a leader wrote on the assignment. */
export class InstructionRequest {
  @IsString()
  @Length(1, INSTRUCTION_MAX)
  text!: string;

  /** Who, as the letter names them. */
  @IsString()
  @Length(1, LEADER_MAX)
  leader!: string;
}

/** One unit that answers for itself, with those that assist it, and by when. */
export class SeparateUnitRequest {
  @IsUUID()
  leadUnitId!: string;

  @IsArray()
  @ArrayMaxSize(ASSISTING_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  assistingUnitIds: string[] = [];

  /** `YYYY-MM-DD`; left out, the rule of the call says. */
  @IsOptional()
  @IsString()
  dueOn?: string | null;
}

/** Who handles proposals, and by when. */
export class RoutingRequest extends SeparateUnitRequest {
  /** Units that handle it beside the first, each separately: its own acknowledgement, reply and rating. */
  @IsArray()
  @ArrayMaxSize(SEPARATE_MAX)
  @ValidateNested({ each: true })
  @Type(() => SeparateUnitRequest)
  separately: SeparateUnitRequest[] = [];

  /** What a leader wrote on it; printed on the letter of assignment of each of the units. */
  @IsOptional()
  @ValidateNested()
  @Type(() => InstructionRequest)
  instruction?: InstructionRequest | null;
}

/** Who handles the proposal, and by when. */
export class AssignmentRequest extends RoutingRequest {
  /** The version that was read. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(1)
  version!: number;
}

/** The same of many at once. */
export class AssignmentsRequest extends RoutingRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ITEMS_MAX)
  @ArrayUnique(({ proposalId }: VersionedItemRequest) => proposalId)
  @ValidateNested({ each: true })
  @Type(() => VersionedItemRequest)
  items!: VersionedItemRequest[];
}

/** The lead unit's answer. The version is the handling's. */
export class ReplyRequest extends OnVersionRequest {
  @IsString()
  @Length(1, TEXT_MAX)
  text!: string;

  /** One of the call's `resultCategories`. */
  @IsString()
  @Length(1, 40)
  resultCategory!: string;

  @IsIn(REPLY_CHANNELS)
  channel!: ReplyChannel;

  /** The evidence of what was done, or the reason why it cannot be; needed where the call demands it of the result. */
  @IsOptional()
  @IsString()
  @Length(1, BASIS_MAX)
  basis?: string | null;

  /** What the reply promises, each by its day; needed where the call demands it of the result. */
  @IsArray()
  @ArrayMaxSize(PROMISES_MAX)
  @ValidateNested({ each: true })
  @Type(() => PromiseRequest)
  promises: PromiseRequest[] = [];
}
