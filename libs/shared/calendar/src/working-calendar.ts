import { CalendarErrors } from './calendar.errors.js';
import { type CivilDate, civilDate, plusDays, weekday } from './civil-date.js';
import { publicDay } from './holidays.js';
import { DEFAULT_ZONE, assertTimeZone, dayOf, endOfDay } from './time-zone.js';

/** What an organisation changes in the public calendar, as data: its own days off (校庆, 寒假) and its own working days. */
export interface CalendarOverrides {
  readonly zone?: string;
  readonly daysOff?: readonly string[];
  readonly workingDays?: readonly string[];
}

/** What a day is, and whether that can still change because the year's notice is not out (`provisional`). */
export interface DayKind {
  readonly working: boolean;
  readonly because: 'weekday' | 'weekend' | 'holiday' | 'shifted-working-day' | 'organisation';
  readonly provisional: boolean;
}

/** A day reached by counting; `provisional` when a day on the way was. */
export interface Reached {
  readonly date: CivilDate;
  readonly provisional: boolean;
}

/** The overrides themselves, whole and in order, when they are sound. @throws as {@link WorkingCalendar} */
export function checkedOverrides(given: CalendarOverrides): Required<CalendarOverrides> {
  const { zone } = new WorkingCalendar(given);
  return { zone, daysOff: [...(given.daysOff ?? [])].sort(), workingDays: [...(given.workingDays ?? [])].sort() };
}

/** The longest period counted, in days of any kind: ten years. */
export const PERIOD_MAX_DAYS = 3660;

/** The working days of China's calendar with its shifted weekends, in one time zone, with an organisation's overrides. */
export class WorkingCalendar {
  readonly zone: string;
  private readonly daysOff: ReadonlySet<string>;
  private readonly workingDays: ReadonlySet<string>;

  /** @throws `calendar.no-such-date`, `calendar.contradictory-override`, `calendar.unknown-time-zone` */
  constructor({ zone = DEFAULT_ZONE, daysOff = [], workingDays = [] }: CalendarOverrides = {}) {
    this.zone = zone;
    assertTimeZone(zone);
    this.daysOff = new Set(daysOff.map(civilDate));
    this.workingDays = new Set(workingDays.map(civilDate));
    const both = workingDays.find((date) => this.daysOff.has(date));
    if (both !== undefined) throw CalendarErrors.contradictoryOverride(both);
  }

  /** The civil day of an instant in this calendar's zone. */
  dayOf(instant: Date): CivilDate {
    return dayOf(instant, this.zone);
  }

  /** 24:00 of the day: the first instant past it. */
  endOf(date: CivilDate): Date {
    return endOfDay(date, this.zone);
  }

  /** What the day is. @throws `calendar.year-not-covered` */
  kindOf(date: CivilDate): DayKind {
    if (this.daysOff.has(date)) return { working: false, because: 'organisation', provisional: false };
    if (this.workingDays.has(date)) return { working: true, because: 'organisation', provisional: false };
    const { kind, announced } = publicDay(date);
    if (kind !== 'ordinary') return { working: kind === 'shifted-working-day', because: kind, provisional: !announced };
    const working = weekday(date) <= 5;
    return { working, because: working ? 'weekday' : 'weekend', provisional: !announced };
  }

  /** Whether people work on the day, as far as is known. @throws `calendar.year-not-covered` */
  isWorkingDay(date: CivilDate): boolean {
    return this.kindOf(date).working;
  }

  /** The `n`th working day after `from`, which is itself not counted. @throws `calendar.not-a-period`, `calendar.year-not-covered` */
  afterWorkingDays(from: CivilDate, n: number): Reached {
    assertPeriod(n);
    let [date, left, provisional] = [from, n, false];
    while (left > 0) {
      date = plusDays(date, 1);
      const kind = this.kindOf(date);
      provisional ||= kind.provisional;
      if (kind.working) left -= 1;
    }
    return { date, provisional };
  }

  /** The first working day on or after the day. @throws `calendar.year-not-covered` */
  workingDayFrom(from: CivilDate): Reached {
    let [date, kind] = [from, this.kindOf(from)];
    let provisional = kind.provisional;
    while (!kind.working) {
      date = plusDays(date, 1);
      kind = this.kindOf(date);
      provisional ||= kind.provisional;
    }
    return { date, provisional };
  }

  /** Working days after `from` up to and including `to`; 0 when `to` is not later. @throws `calendar.year-not-covered` */
  workingDaysBetween(from: CivilDate, to: CivilDate): number {
    let count = 0;
    for (let date = from; date < to;) {
      date = plusDays(date, 1);
      if (this.isWorkingDay(date)) count += 1;
    }
    return count;
  }
}

/** @throws `calendar.not-a-period` unless a whole number from 1 to {@link PERIOD_MAX_DAYS}. */
export function assertPeriod(n: number): void {
  if (!Number.isInteger(n) || n < 1 || n > PERIOD_MAX_DAYS) throw CalendarErrors.notAPeriod(n);
}
