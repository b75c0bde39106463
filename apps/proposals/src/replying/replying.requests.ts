import { type CivilDate, isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import {
  CONTACT_WAYS,
  type ContactWay,
  type DraftContent,
  PROMISES_MAX,
  REPLY_CHANNELS,
  type ReplyChannel,
} from '@plenum/proposals-domain';
import { Length } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Min, ValidateNested } from 'class-validator';

const TEXT_MAX = 20_000;
const BASIS_MAX = 5_000;
const PROMISE_MAX = 2_000;
const CATEGORY_MAX = 40;
const WHO_MAX = 200;
const NOTED_MAX = 5_000;

/** What a draft promises so far. */
export class DraftedPromiseRequest {
  @IsString()
  @Length(0, PROMISE_MAX)
  promise!: string;

  /** `YYYY-MM-DD`; null while no day is set. */
  @IsOptional()
  @IsString()
  dueOn?: string | null;
}

/** A reply as far as it is written: nothing of it has to be there. */
export class ReplyDraftRequest {
  /** The version that was read, 0 where there was no draft. Where somebody has saved another since, this one is refused. */
  @IsInt()
  @Min(0)
  version!: number;

  @IsString()
  @Length(0, TEXT_MAX)
  text!: string;

  @IsOptional()
  @IsString()
  @Length(0, CATEGORY_MAX)
  resultCategory?: string | null;

  @IsOptional()
  @IsIn(REPLY_CHANNELS)
  channel?: ReplyChannel | null;

  @IsOptional()
  @IsString()
  @Length(0, BASIS_MAX)
  basis?: string | null;

  @IsArray()
  @ArrayMaxSize(PROMISES_MAX)
  @ValidateNested({ each: true })
  @Type(() => DraftedPromiseRequest)
  promises: DraftedPromiseRequest[] = [];
}

/** That the unit spoke with the proposer. It changes nothing that somebody else wrote. */
export class ContactRequest {
  /** `YYYY-MM-DD`, from the assignment on and not ahead. */
  @IsString()
  contactedOn!: string;

  @IsIn(CONTACT_WAYS)
  way!: ContactWay;

  /** Who of the unit spoke with the proposer. */
  @IsString()
  @Length(1, WHO_MAX)
  who!: string;

  @IsString()
  @Length(1, NOTED_MAX)
  noted!: string;
}

/** The draft that a request holds. @throws MalformedError on a date that does not exist, naming the field */
export function draftOf({ text, resultCategory, channel, basis, promises }: ReplyDraftRequest): Omit<DraftContent, 'files'> {
  return {
    text,
    resultCategory: resultCategory ?? null,
    channel: channel ?? null,
    basis: basis ?? null,
    promises: promises.map(({ promise, dueOn }, nth) => ({ promise, dueOn: dueOn ? dayIn(dueOn, `promises.${nth}.dueOn`) : null })),
  };
}

/** The day that a field names. @throws MalformedError where it does not exist */
export function dayIn(day: string, field: string): CivilDate {
  if (!isCivilDate(day)) throw new MalformedError([{ field, reason: 'no-such-date' }]);
  return day;
}
