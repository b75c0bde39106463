import { ADOPTION_WAYS, type AdoptionWay, AGENDA_ITEM_KINDS, AGENDA_LIMITS, type AgendaItemKind } from '@plenum/congress-domain';
import { STANDING_REPORTS, type StandingReport, VOTE_FORMS, type VoteForm } from '@plenum/congress-domain';
import { IsCivilDate, MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const HANDS_MAX = 100_000;

/** One matter; left out, the id is given by the service. */
export class AgendaItemRequest {
  @IsOptional()
  @IsUUID()
  id?: string;

  @IsIn(AGENDA_ITEM_KINDS)
  kind!: AgendaItemKind;

  @IsString()
  @IsNotEmpty()
  @Matches(ONE_LINE)
  @MaxLength(AGENDA_LIMITS.titleLength)
  title!: string;

  /** Who presents it; a report needs somebody before the agenda is agreed. */
  @IsString()
  @Matches(ONE_LINE)
  @MaxLength(AGENDA_LIMITS.speakerLength)
  speaker: string = '';

  /** Which of the reports of every year it is. */
  @IsOptional()
  @IsIn(STANDING_REPORTS)
  standing?: StandingReport;

  /** How long it is planned to take. */
  @IsInt()
  @Min(0)
  @Max(AGENDA_LIMITS.minutes)
  minutes: number = 0;

  /** How it is voted on; what decides, elects or appraises needs it before the agenda is agreed. */
  @IsOptional()
  @IsIn(VOTE_FORMS)
  vote?: VoteForm;
}

/** All topics, in their order. */
export class ReviseAgendaRequest {
  @IsArray()
  @ArrayMaxSize(AGENDA_LIMITS.items)
  @ValidateNested({ each: true })
  @Type(() => AgendaItemRequest)
  items!: AgendaItemRequest[];

  /** The version that was read, 0 where there was none. Where somebody has changed the agenda since, the request is refused. */
  @IsInt()
  @Min(0)
  version!: number;
}

export class AgreeAgendaRequest extends OnVersionRequest {
  /** Who agreed for the school, as a leader or a meeting of leaders. */
  @IsString()
  @IsNotEmpty()
  @Matches(ONE_LINE)
  @MaxLength(100)
  party!: string;

  /** On which day, `YYYY-MM-DD`. */
  @IsCivilDate()
  on!: string;
}

/** The vote of the congress: figures of hands, or a ballot that is effective. */
export class AdoptAgendaRequest extends OnVersionRequest {
  @IsIn(ADOPTION_WAYS)
  way!: AdoptionWay;

  @ValidateIf(({ way }: AdoptAgendaRequest) => way === 'HANDS')
  @IsInt()
  @Min(0)
  @Max(HANDS_MAX)
  inFavour?: number;

  @ValidateIf(({ way }: AdoptAgendaRequest) => way === 'HANDS')
  @IsInt()
  @Min(0)
  @Max(HANDS_MAX)
  against?: number;

  @ValidateIf(({ way }: AdoptAgendaRequest) => way === 'HANDS')
  @IsInt()
  @Min(0)
  @Max(HANDS_MAX)
  abstained?: number;

  /** Full delegates present in the preparatory meeting; once the session is open, the desk says how many are. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(HANDS_MAX)
  present?: number;

  @ValidateIf(({ way }: AdoptAgendaRequest) => way === 'BALLOT')
  @IsUUID()
  ballotId?: string;
}

export class ReopenAgendaRequest extends OnVersionRequest {
  /** Why what was agreed or adopted is to be changed. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}
