import { Length, OnVersionRequest } from '@plenum/service-kit';
import { PROMISES_MAX, REPLY_CHANNELS, type ReplyChannel } from '@plenum/proposals-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { PromiseRequest } from '../shapes/promise.requests.js';

const ASSISTING_MAX = 20;
const TEXT_MAX = 20_000;
const BASIS_MAX = 5_000;

/** Who handles the proposal, and by when. */
export class AssignmentRequest extends OnVersionRequest {
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

/** The lead unit's answer. */
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
