import { SMS_FORMATS, SMS_METHODS, SMS_NUMBERS, type SmsFormat, type SmsMethod, type SmsNumbers } from '@plenum/contracts';
import { Length, MaxLength } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const HEADERS_MAX = 10;
const CODES_MAX = 50;
const CODE = /^[\w.:-]{1,64}$/;

/** A header of the request. */
export class SmsHeaderRequest {
  @Matches(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
  name!: string;

  /** May hold `{secret}` and what else is filled in. */
  @IsString()
  @Length(1, 500)
  value!: string;
}

/** What the codes of the gateway mean. */
export class SmsAnswersRequest {
  /** Where the code stands in the answer, as `result.code`; null where it is the status of HTTP. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  codeAt: string | null = null;

  /** Without any, where the code is the status, each status of success. */
  @IsArray()
  @ArrayMaxSize(CODES_MAX)
  @Matches(CODE, { each: true })
  accepted!: string[];

  /** Tried again later. */
  @IsArray()
  @ArrayMaxSize(CODES_MAX)
  @Matches(CODE, { each: true })
  temporary!: string[];

  /** The number is none. */
  @IsArray()
  @ArrayMaxSize(CODES_MAX)
  @Matches(CODE, { each: true })
  numberRefused!: string[];

  /** Secret, signature or account are not taken. */
  @IsArray()
  @ArrayMaxSize(CODES_MAX)
  @Matches(CODE, { each: true })
  accountRefused!: string[];
}

/** A gateway as it shall be. */
export class SetSmsGatewayRequest {
  /** Where it is asked: public, by https. */
  @IsString()
  @Length(1, 500)
  url!: string;

  @IsIn(SMS_METHODS)
  method!: SmsMethod;

  /** Of the body; with GET it is a form, which goes into the address. */
  @IsIn(SMS_FORMATS)
  format!: SmsFormat;

  @IsArray()
  @ArrayMaxSize(HEADERS_MAX)
  @ValidateNested({ each: true })
  @Type(() => SmsHeaderRequest)
  headers!: SmsHeaderRequest[];

  /** The request, with `{mobile}` and `{text}`, and `{id}` and `{secret}` where the gateway wants them. */
  @IsString()
  @Length(1, 4_000)
  body!: string;

  /** Left out or empty, the one that is kept stays, where the origin of the address stays. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  secret?: string;

  /** As the gateway wants numbers of the mainland. */
  @IsIn(SMS_NUMBERS)
  numbers!: SmsNumbers;

  /** Put before every text as 【…】; left out where the gateway does that. */
  @IsOptional()
  @Matches(/^[\p{L}\p{N}][\p{L}\p{N} ·-]{0,18}[\p{L}\p{N}]$/u)
  signature?: string | null;

  /** Signature and address included: 70 fit into one part. */
  @IsInt()
  @Min(70)
  @Max(500)
  charactersMax!: number;

  @IsInt()
  @Min(1)
  @Max(3_000)
  perMinuteMax!: number;

  @IsDefined()
  @ValidateNested()
  @Type(() => SmsAnswersRequest)
  answers!: SmsAnswersRequest;

  @IsBoolean()
  isOn!: boolean;

  /** The version that was read, 0 for none. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(0)
  version!: number;
}
