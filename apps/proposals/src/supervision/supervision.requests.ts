import { type CivilDate, isCivilDate } from '@plenum/calendar';
import { MalformedError } from '@plenum/kernel';
import { Length } from '@plenum/service-kit';
import { IsInt, IsString, IsUUID, Min, ValidateIf } from 'class-validator';

const REASON_MAX = 1_000;
const WITH_WHOM_MAX = 500;
const FOUND_MAX = 5_000;

/** What is decided on a supervision as it was read; 0 where nobody had looked after the matter yet. */
export class OnSupervisionRequest {
  /** The version that was read. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(0)
  version!: number;
}

/** Why it is a key matter. */
export class KeyMatterRequest extends OnSupervisionRequest {
  @IsString()
  @Length(1, REASON_MAX)
  reason!: string;
}

/** Whose case it is. */
export class CaseOwnerRequest extends OnSupervisionRequest {
  /** A member of the committee, or null for nobody. */
  @ValidateIf(({ memberId }: CaseOwnerRequest) => memberId !== null)
  @IsUUID()
  memberId!: string | null;
}

/** A visit: when, with whom, and what was found. It changes nothing that somebody else wrote. */
export class VisitRequest {
  /** `YYYY-MM-DD`, not ahead. */
  @IsString()
  visitedOn!: string;

  @IsString()
  @Length(1, WITH_WHOM_MAX)
  withWhom!: string;

  @IsString()
  @Length(1, FOUND_MAX)
  found!: string;
}

/** The day that a request names. @throws MalformedError where it does not exist */
export function visitedOnOf({ visitedOn }: VisitRequest): CivilDate {
  if (!isCivilDate(visitedOn)) throw new MalformedError([{ field: 'visitedOn', reason: 'no-such-date' }]);
  return visitedOn;
}
