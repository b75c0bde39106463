import { Length } from '@plenum/service-kit';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { CHOICE_ID, ONE_LINE } from './patterns.js';

const LABEL_MAX = 200;

/** A matter or a candidate as it stands on the paper. */
export class ChoiceRequest {
  /** Short and unique on this ballot, e.g. `c01`. */
  @Matches(CHOICE_ID)
  id!: string;

  @Matches(ONE_LINE)
  @Length(1, LABEL_MAX)
  label!: string;

  /** Who a candidate is, where a member of the organisation stands. */
  @IsOptional()
  @IsUUID()
  memberId?: string | null;

  /** The proposal that an item of a resolution decides: it is told the decision. */
  @IsOptional()
  @IsUUID()
  proposalId?: string | null;

  /** The unit that an item of a resolution finds excellent or not: the award list is told. */
  @IsOptional()
  @IsUUID()
  unitId?: string | null;
}
