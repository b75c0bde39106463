import { Length, OnVersionRequest } from '@plenum/service-kit';
import { REPLY_CHANNELS, type ReplyChannel } from '@plenum/proposals-domain';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID } from 'class-validator';

const ASSISTING_MAX = 20;
const TEXT_MAX = 20_000;

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
}
