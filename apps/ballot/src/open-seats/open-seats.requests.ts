import { Length, OnVersionRequest } from '@plenum/service-kit';
import type { Channel, OfficersElectorate, PresetId, VacancyDecision } from '@plenum/ballot-domain';
import { CHANNELS, PRESET_IDS, VACANCY_DECISIONS } from '@plenum/ballot-domain';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ChoiceRequest } from '../shapes/draft.requests.js';
import { RulesRequest } from '../shapes/rules.requests.js';
import { ONE_LINE, SOMETHING } from '../shapes/patterns.js';

const CHOICES_MAX = 300;
const SEATS_MAX = 1_000_000;
const TEXT_MAX = 2_000; // A decision as it stands in the minutes.
const TITLE_MAX = 200;
const NAME_MAX = 200;
const OFFICERS_ELECTORATES = ['elected', 'delegates'] as const satisfies readonly OfficersElectorate[];
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
export class VoidLotsRequest extends OnVersionRequest {
  @Matches(SOMETHING)
  @Length(1, TEXT_MAX)
  reason!: string;
}

/** What was decided about seats that the count left open. */
export class DecideVacancyRequest extends OnVersionRequest {
  @IsIn(VACANCY_DECISIONS)
  what!: VacancyDecision;

  /** How many of the open seats; all of them when left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(SEATS_MAX)
  seats?: number | null;

  /** The decision in its own words, as it stands in the minutes. */
  @Matches(SOMETHING)
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

/** Which member somebody is whom the result knows by name alone. */
export class IdentityRequest {
  /** As the result has it: the id of a candidate, or the name that was written in. */
  @IsString()
  @Length(1, NAME_MAX)
  id!: string;

  @IsUUID()
  memberId!: string;
}

/** The election of officers from among the elected. */
export class SecondStageRequest {
  @Matches(ONE_LINE)
  @Length(1, TITLE_MAX)
  title!: string;

  @IsIn(CHANNELS)
  channel!: Channel;

  /** The elected themselves, or all delegates of the session. */
  @IsIn(OFFICERS_ELECTORATES)
  electorate!: OfficersElectorate;

  /** Rules to start from; `rules` then says only what is changed or added. */
  @IsOptional()
  @IsIn(PRESET_IDS)
  preset?: PresetId;

  /** Its own rules of election, in the words of the counting contract. They are a draft until they are adopted. */
  @IsOptional()
  @IsObject()
  rules?: RulesRequest;

  /** Who of the elected stands, by member; all of them when left out. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHOICES_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  candidates?: string[] | null;

  /** Which members they are whom the result knows by name alone. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(CHOICES_MAX)
  @ValidateNested({ each: true })
  @Type(() => IdentityRequest)
  identities?: IdentityRequest[];
}
