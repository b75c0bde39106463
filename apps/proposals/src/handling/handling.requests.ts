import { Length } from '@plenum/service-kit';
import { REPLY_CHANNELS, type ReplyChannel } from '@plenum/proposals-domain';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Min } from 'class-validator';

const ASSISTING_MAX = 20;
const TEXT_MAX = 20_000;

/** Who handles the proposal, and by when. */
export class AssignmentRequest {
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

  /** The version that was read. Where somebody has changed the proposal since, the request is refused. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number | null;
}

/** The lead unit's answer. */
export class ReplyRequest {
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
