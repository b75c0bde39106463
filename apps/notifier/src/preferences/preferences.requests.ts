import { type Digest, DIGESTS, LOCALES, type Locale, MUTABLE } from '@plenum/contracts';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** How one wants to be told. */
export class PreferencesRequest {
  /** The language of everything that is sent. */
  @IsIn(LOCALES)
  locale: Locale;

  /** What is not to come on which way, as `kind:way`; what nobody can do without is no such thing by mail. */
  @IsArray()
  @ArrayMaxSize(MUTABLE.length)
  @ArrayUnique()
  @IsIn(MUTABLE, { each: true })
  muted: string[];

  /** Quiet hours from, as `22:00` by the clock of the house; with their end, or left out with it. */
  @IsOptional()
  @Matches(TIME)
  quietFrom?: string | null;

  /** Quiet hours up to, on the next day where that is earlier. */
  @IsOptional()
  @Matches(TIME)
  quietTo?: string | null;

  /** How often what can wait is mailed. */
  @IsIn(DIGESTS)
  digest: Digest;

  /** The hour at which what is gathered goes out. */
  @IsInt()
  @Min(0)
  @Max(23)
  digestHour: number;

  /** The day of the week on which it does so weekly: 1 is Monday. */
  @IsInt()
  @Min(1)
  @Max(7)
  digestDay: number;

  /** The version that was read, 0 for none. Where it has changed since, the request is refused. */
  @IsInt()
  @Min(0)
  version!: number;
}
