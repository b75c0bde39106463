import { MATTER_STATES, type MatterState, STATUS_WORD_NAMES, type StatusWord } from '@plenum/proposals-domain';
import { Length, MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsOptional, IsString, IsUUID, Matches, ValidateNested } from 'class-validator';
import { LIST_SORTS, type ListSort } from '../shapes/list-sorts.js';

const NAME_MAX = 40;
const SEARCH_MAX = 100;
const CATEGORY_MAX = 40;

/** What is looked for on the board. */
export class FilterContent {
  @IsOptional()
  @IsUUID()
  sessionId?: string;

  @IsOptional()
  @IsIn(MATTER_STATES)
  state?: MatterState;

  @IsOptional()
  @IsIn(STATUS_WORD_NAMES)
  word?: StatusWord;

  @IsOptional()
  @IsUUID()
  unitId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(CATEGORY_MAX)
  category?: string;

  @IsOptional()
  @IsString()
  @MaxLength(SEARCH_MAX)
  search?: string;

  @IsOptional()
  @IsIn([true])
  overdue?: true;

  @IsOptional()
  @IsIn([true])
  key?: true;

  @IsOptional()
  @IsIn([true])
  ownCases?: true;

  @IsOptional()
  @IsIn(LIST_SORTS)
  sort?: ListSort;
}

/** A filter to be kept. */
export class SavedFilterRequest {
  @IsString()
  @Length(1, NAME_MAX)
  @Matches(/\S/)
  name!: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => FilterContent)
  filter!: FilterContent;
}

/** Another name for a filter, on its version. */
export class FilterNameRequest extends OnVersionRequest {
  @IsString()
  @Length(1, NAME_MAX)
  @Matches(/\S/)
  name!: string;
}
