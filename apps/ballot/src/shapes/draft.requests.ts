import { Length } from '@plenum/service-kit';
import { IsOptional, IsUUID, Matches } from 'class-validator';

const LABEL_MAX = 200;
const ID = /^[\w.-]{1,60}$/;
const ONE_LINE = /^(?=.*\S)\P{Cc}+$/u; // Blanks alone say nothing.

/** A matter or a candidate as it stands on the paper. */
export class ChoiceRequest {
  /** Short and unique on this ballot, e.g. `c01`. */
  @Matches(ID)
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
}
