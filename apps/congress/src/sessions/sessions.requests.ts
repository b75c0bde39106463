import { CONGRESS_KINDS, type CongressKind } from '@plenum/congress-domain';
import { IsCivilDate, IsInstant, MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';

const ONE_LINE = /^(?=.*\S)[^\p{Cc}\p{Zl}\p{Zp}]+$/u; // It stands in the subjects of mails. Blanks alone say nothing.

export class SetUpTermRequest {
  /** 届: the how-manieth term. */
  @IsInt()
  @Min(1)
  @Max(200)
  termNo!: number;

  @IsIn(CONGRESS_KINDS)
  kind!: CongressKind;

  /** The first day, `YYYY-MM-DD`. */
  @IsCivilDate()
  from!: string;

  /** The last day: three or five years from the first. */
  @IsCivilDate()
  to!: string;
}

/** A share as whole numbers; `inclusive` means "or more", else "more than". */
export class FractionRequest {
  @IsInt()
  @Min(1)
  @Max(1000)
  num!: number;

  @IsInt()
  @Min(1)
  @Max(1000)
  den!: number;

  @IsBoolean()
  inclusive!: boolean;
}

export class SetUpSessionRequest {
  @IsUUID()
  termId!: string;

  /** 次: the how-manieth session of the term. */
  @IsInt()
  @Min(1)
  @Max(200)
  sessionNo!: number;

  @IsString()
  @IsNotEmpty()
  @Matches(ONE_LINE)
  @MaxLength(200)
  title!: string;

  @IsInstant()
  opensAt!: string;

  @IsInstant()
  closesAt!: string;

  /** How much of the full delegates must be present. */
  @IsNotEmpty()
  @ValidateNested()
  @Type(() => FractionRequest)
  quorum!: FractionRequest;
}

export class OpenSessionRequest extends OnVersionRequest {
  /** Why it opens although papers are late; it stands in the record of the session. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  latePapersReason?: string;
}
