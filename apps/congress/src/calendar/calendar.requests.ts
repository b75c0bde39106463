import { Length } from '@plenum/service-kit';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsString, Matches, Min } from 'class-validator';

const DAYS_MAX = 1000;
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What an organisation changes in the public calendar. */
export class SetCalendarRequest {
  /** IANA name, e.g. `Asia/Shanghai`. */
  @IsString()
  @Length(1, 64)
  zone: string = 'Asia/Shanghai';

  /** Days on which it does not work, `YYYY-MM-DD`. */
  @IsArray()
  @ArrayMaxSize(DAYS_MAX)
  @ArrayUnique()
  @Matches(CIVIL_DATE, { each: true })
  daysOff: string[] = [];

  /** Days on which it works although others do not. */
  @IsArray()
  @ArrayMaxSize(DAYS_MAX)
  @ArrayUnique()
  @Matches(CIVIL_DATE, { each: true })
  workingDays: string[] = [];

  /** The version that was read, 0 for the public calendar. Where somebody has changed the calendar since, the request is refused. */
  @IsInt()
  @Min(0)
  version!: number;
}
