import type { VacancyDecision } from '@plenum/ballot-domain';
import { VACANCY_DECISIONS } from '@plenum/ballot-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { ChoiceRequest } from '../preparing/preparing.requests.js';

const CHOICES_MAX = 300;
const SEATS_MAX = 1_000_000;
const TEXT_MAX = 2_000; // A decision as it stands in the minutes.
const SHA_256 = /^[0-9a-f]{64}$/;

/** An officer's commitment. */
export class CommitLotRequest {
  /** SHA-256 of `plenum-lots-commitment|<ballot>|<number of the drawing>|<member>|<contribution>`. */
  @Matches(SHA_256)
  commitment!: string;
}

/** What the commitment hid. */
export class RevealLotRequest {
  /** 32 random bytes, as 64 hexadecimal digits in lower case. */
  @Matches(SHA_256)
  contribution!: string;
}

/** Why a drawing comes to nothing. */
export class VoidLotsRequest {
  @IsString()
  @Length(1, TEXT_MAX)
  reason!: string;
}

/** What was decided about seats that the count left open. */
export class DecideVacancyRequest {
  @IsIn(VACANCY_DECISIONS)
  what!: VacancyDecision;

  /** How many of the open seats; all of them when left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(SEATS_MAX)
  seats?: number | null;

  /** The decision in its own words, as it stands in the minutes. */
  @IsString()
  @Length(1, TEXT_MAX)
  text!: string;

  /** Who stands in the supplementary ballot. A candidate of this ballot is named by the same id. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => ChoiceRequest)
  candidates?: ChoiceRequest[];
}
