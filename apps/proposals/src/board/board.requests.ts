import { PROPOSAL_STATES, type ProposalState, type Track } from '@plenum/proposals-domain';
import { PageRequest } from '@plenum/service-kit';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const SCOPES = ['mine', 'to-second', 'board', 'unit'] as const;
const SORTS = ['submitted', 'due', 'docket', 'created'] as const;
const SEARCH_MAX = 100;
const CATEGORY_MAX = 40;

/** What one looks for: mine, what I may second, what the committee works on, what my unit handles. */
export class BoardRequest extends PageRequest {
  @IsIn(SCOPES)
  scope: 'mine' | 'to-second' | 'board' | 'unit' = 'mine';

  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** One state, or several with commas between. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsArray()
  @ArrayMaxSize(PROPOSAL_STATES.length)
  @IsIn(PROPOSAL_STATES, { each: true })
  state?: ProposalState[];

  @IsOptional()
  @IsIn(['PROPOSAL', 'SUGGESTION'])
  track?: Track;

  @IsOptional()
  @IsString()
  @MaxLength(CATEGORY_MAX)
  category?: string;

  /** Handled by this unit, leading or assisting. */
  @IsOptional()
  @IsUUID()
  unitId?: string;

  /** Only what is past its due date and not answered. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  /** Part of the subject, the docket number or the lead proposer's name. */
  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_MAX)
  search?: string;

  /** By submission or draft, latest first; by due date, nearest first; by docket number. */
  @IsOptional()
  @IsIn(SORTS)
  sort?: 'submitted' | 'due' | 'docket' | 'created';
}

/** Whose figures are asked for. */
export class StatisticsRequest {
  @IsUUID()
  sessionId!: string;
}
