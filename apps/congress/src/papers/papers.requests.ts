import { PAPER_LIMITS } from '@plenum/congress-domain';
import { MaxLength, OnVersionRequest } from '@plenum/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsNotEmpty, IsString, IsUUID, Matches, Max, Min } from 'class-validator';

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** Which rule says how many days before the session papers go out. */
export class SetPapersRuleRequest {
  @IsInt()
  @Min(1)
  @Max(30)
  days!: number;

  /** Where the rule stands. */
  @IsString()
  @Matches(ONE_LINE)
  @MaxLength(100)
  clause: string = '';

  /** The version that was read, 0 where no paper was brought in. Where somebody was first, the request is refused. */
  @IsInt()
  @Min(0)
  version!: number;
}

/** Of which item a paper is, and what it is called; the file is the body. */
export class BringPaperQuery {
  @IsUUID()
  itemId!: string;

  @IsString()
  @IsNotEmpty()
  @Matches(ONE_LINE)
  @MaxLength(PAPER_LIMITS.titleLength)
  title!: string;

  /** The version that was read, 0 where no paper was brought in. Where somebody was first, the request is refused. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  version!: number;
}

/** Papers that go out together: the newest version of each. */
export class SendPapersRequest extends OnVersionRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PAPER_LIMITS.papers)
  @IsUUID(undefined, { each: true })
  paperIds!: string[];
}

export class WithdrawPaperRequest extends OnVersionRequest {
  /** Why it is no longer put to the congress. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}
