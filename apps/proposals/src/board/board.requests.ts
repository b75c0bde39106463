import { MATTER_STATES, type MatterState, STATUS_WORD_NAMES, type StatusWord, type Track } from '@plenum/proposals-domain';
import { MaxLength, PageRequest } from '@plenum/service-kit';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';
import { LIST_SORTS, type ListSort } from '../shapes/list-sorts.js';

const SCOPES = ['mine', 'to-second', 'to-endorse', 'board', 'unit'] as const;
const SEARCH_MAX = 100;
const CATEGORY_MAX = 40;
const LIMIT_MAX = 100;

const commaSeparated = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

/** What one looks for: mine, what I may second, what the committee works on, what my unit handles. */
export class BoardRequest extends PageRequest {
  @IsIn(SCOPES)
  scope: 'mine' | 'to-second' | 'to-endorse' | 'board' | 'unit' = 'mine';

  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** One state, or several with commas between. */
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(MATTER_STATES.length)
  @IsIn(MATTER_STATES, { each: true })
  state?: MatterState[];

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

  /** Only those of which the reader is told this word: what they wait for. */
  @IsOptional()
  @IsIn(STATUS_WORD_NAMES)
  word?: StatusWord;

  /** Only key matters. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value))
  @IsIn([true])
  key?: true;

  /** Only those whose case owner the reader is. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value))
  @IsIn([true])
  ownCases?: true;

  /** Part of the subject, the docket number or the lead proposer's name. */
  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_MAX)
  search?: string;

  /**
   * By submission or draft, latest first; by due date, nearest first; by docket number; what a unit still has to answer before everything
   * else, the longest overdue first.
   */
  @IsOptional()
  @IsIn(LIST_SORTS)
  sort?: ListSort;
}

/** What is looked up in the register. */
export class RegisterRequest {
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** One state, or several with commas between. */
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(MATTER_STATES.length)
  @IsIn(MATTER_STATES, { each: true })
  state?: MatterState[];

  @IsOptional()
  @IsString()
  @MaxLength(CATEGORY_MAX)
  category?: string;

  /** Part of the subject, the docket number or the lead proposer's name. */
  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_MAX)
  search?: string;

  /** What follows this proposal: `next` of the stretch before. */
  @IsOptional()
  @IsUUID()
  after?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(LIMIT_MAX)
  limit: number = 30;
}
