import { Length, OnVersionRequest } from '@plenum/service-kit';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

const PERSONS_MAX = 1_000_000;
const REASON_MAX = 500;

/** What is told when the voting opens. */
export class OpenVotingRequest extends OnVersionRequest {
  /** Papers handed out (发出); one for everybody present when left out. Where they were issued person by person, it may only say the same. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  issued?: number | null;
}

/** What was found when the voting was closed (清点). */
export class CloseVotingRequest extends OnVersionRequest {
  /** Persons who voted, on a mixed ballot on paper; needed where the rules compare the papers with them. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  voters?: number | null;

  /** Papers out of the box (收回); needed for paper. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  returned?: number | null;
}

/** What a chief says was really found. */
export class CorrectReturnedRequest extends OnVersionRequest {
  /** As in the closing. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  voters?: number | null;

  @IsInt()
  @Min(0)
  @Max(PERSONS_MAX)
  returned!: number;

  /** Why it was written down otherwise; it stays with the result. */
  @IsString()
  @Length(2, REASON_MAX)
  reason!: string;
}
