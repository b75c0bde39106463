import { type CivilDate, plusDays } from './civil-date.js';
import type { RunningPeriod, Stop } from './running-period.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Days in a row that a period does not count: they are not worked, or it stood. */
export interface DaysLeftOut {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly because: 'not-worked' | 'stood';
}

/** How a period comes to its last day. */
export interface CountedDays {
  readonly counted: number;
  /** The earliest first. */
  readonly leftOut: readonly DaysLeftOut[];
}

/** What the days of a period are counted by, whatever its rule. */
type CountedPeriod = Pick<RunningPeriod, 'startedOn' | 'dueOn' | 'stops'> & { readonly rule: { readonly kind: string } | null };

/** The days from the one after the start to the last: how many count, and which do not. Only a rule in working days leaves out days off. */
export function countedDays({ rule, startedOn, dueOn, stops }: CountedPeriod, calendar: WorkingCalendar): CountedDays {
  const isInWorkingDays = rule?.kind === 'working-days';
  const leftOut: DaysLeftOut[] = [];
  let counted = 0;
  for (let date = plusDays(startedOn, 1); date <= dueOn; date = plusDays(date, 1)) {
    const because = stops.some((stop) => standsOn(stop, date))
      ? 'stood'
      : isInWorkingDays && !calendar.kindOf(date).working
        ? 'not-worked'
        : null;
    if (because === null) counted += 1;
    else addDay(leftOut, date, because);
  }
  return { counted, leftOut };
}

const standsOn = ({ from, until }: Stop, date: CivilDate): boolean => date > from && (until === null || date <= until);

function addDay(leftOut: DaysLeftOut[], date: CivilDate, because: DaysLeftOut['because']): void {
  const last = leftOut.at(-1);
  if (last?.because === because && plusDays(last.until, 1) === date) leftOut[leftOut.length - 1] = { ...last, until: date };
  else leftOut.push({ from: date, until: date, because });
}
