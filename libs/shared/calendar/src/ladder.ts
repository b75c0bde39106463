import type { CivilDate } from './civil-date.js';
import { partsOf, plusDays } from './civil-date.js';
import { FIRST_YEAR, LAST_YEAR } from './holidays.js';
import { startOfDay } from './time-zone.js';
import type { WorkingCalendar } from './working-calendar.js';

/** Who may hear of a deadline: who owes it, the head of their unit, the leader in charge of it, and who chases it. */
export const LADDER_HEARERS = ['debtor', 'head', 'leader', 'committee'] as const;
export type LadderHearer = (typeof LADDER_HEARERS)[number];

/** A rung: so many working days after the last day, or before it where it is less than nothing; nothing is the day itself. */
export interface LadderRung {
  readonly workingDays: number;
  readonly hears: readonly LadderHearer[];
}

/** Once more every so many working days after the last rung, so many times at most. */
export interface LadderRepeat {
  readonly everyWorkingDays: number;
  readonly times: number;
  readonly hears: readonly LadderHearer[];
}

/** When who is reminded of what is due (催办): first those who owe it, then those above them. */
export interface Ladder {
  /** The earliest first. */
  readonly rungs: readonly LadderRung[];
  /** Null where nobody is reminded after the last rung. */
  readonly then: LadderRepeat | null;
}

/** A rung of one deadline, at its instant. */
export interface LadderStep extends LadderRung {
  readonly at: Date;
}

/** How long a ladder may be: what is more floods people, who then read none of it. */
export const LADDER_LIMITS = {
  rungs: { min: 1, max: 12 },
  workingDays: { min: -60, max: 60 },
  everyWorkingDays: { min: 3, max: 60 },
  times: { min: 1, max: 26 },
} as const;

/** Fifteen, five and one working days before; on the day; one after to the head as well, five after to the leader, then weekly to all. */
export const USUAL_LADDER: Ladder = {
  rungs: [
    { workingDays: -15, hears: ['debtor'] },
    { workingDays: -5, hears: ['debtor'] },
    { workingDays: -1, hears: ['debtor'] },
    { workingDays: 0, hears: ['debtor'] },
    { workingDays: 1, hears: ['debtor', 'head'] },
    { workingDays: 5, hears: ['debtor', 'head', 'leader'] },
  ],
  then: { everyWorkingDays: 5, times: 12, hears: ['debtor', 'head', 'leader', 'committee'] },
};

const REMIND_AT_HOUR = 9; // When people are at work.
const HOUR_MS = 3_600_000;

/** Whether a ladder is within its limits: rungs in order, each heard by somebody. */
export function isLadder({ rungs, then }: Ladder): boolean {
  return (
    isWithin('rungs', rungs.length) &&
    rungs.every((rung, at) => isRung(rung) && rung.workingDays > (rungs[at - 1]?.workingDays ?? -Infinity)) &&
    (then === null || (isWithin('everyWorkingDays', then.everyWorkingDays) && isWithin('times', then.times) && isHeard(then.hears)))
  );
}

/**
 * The steps by which people are reminded of what is due on a day, the earliest first: at nine in the morning where the organisation is.
 * The State's calendar is known for this century: of a day beyond it nobody is reminded.
 */
export function ladderSteps(ladder: Ladder, dueOn: CivilDate, calendar: WorkingCalendar): readonly LadderStep[] {
  const { year } = partsOf(dueOn);
  if (year <= FIRST_YEAR || year >= LAST_YEAR - 1) return [];
  const rungs = [...ladder.rungs, ...repeated(ladder)];
  const before = onDays([...rungs].reverse().filter(isBefore), dueOn, calendar).reverse();
  const after = onDays(
    rungs.filter((rung) => !isBefore(rung)),
    dueOn,
    calendar,
  );
  return [...before, ...after];
}

/**
 * The day on which a deadline begins to be due soon (临期): that of the first reminder before its last day. What is told on the day from
 * which the period is counted reminds of nothing, since whoever owes it was told that day. Null where nobody is reminded before the day.
 */
export function remindedOn(steps: readonly LadderStep[], startedOn: CivilDate, calendar: WorkingCalendar): CivilDate | null {
  const days = steps.filter(isBefore).map(({ at }) => calendar.dayOf(at));
  return days.find((day) => day > startedOn) ?? null;
}

/** The rungs after the last one, which may itself be before the last day: they are counted from that day on. */
function repeated({ rungs, then }: Ladder): readonly LadderRung[] {
  if (then === null) return [];
  const last = Math.max(0, rungs.at(-1)?.workingDays ?? 0);
  return [...Array(then.times).keys()].map((nth) => ({ workingDays: last + (nth + 1) * then.everyWorkingDays, hears: then.hears }));
}

/** Walks once from the last day, over the rungs that lie in one direction, the nearest first. */
function onDays(rungs: readonly LadderRung[], dueOn: CivilDate, calendar: WorkingCalendar): LadderStep[] {
  let [date, walked] = [dueOn, 0];
  return rungs.map((rung) => {
    const direction = Math.sign(rung.workingDays);
    while (walked !== rung.workingDays) {
      date = plusDays(date, direction);
      if (calendar.isWorkingDay(date)) walked += direction;
    }
    return { ...rung, at: new Date(startOfDay(date, calendar.zone).getTime() + REMIND_AT_HOUR * HOUR_MS) };
  });
}

const isBefore = ({ workingDays }: LadderRung): boolean => workingDays < 0;

const isRung = ({ workingDays, hears }: LadderRung): boolean => isWithin('workingDays', workingDays) && isHeard(hears);

const isHeard = (hears: readonly LadderHearer[]): boolean =>
  hears.length > 0 && new Set(hears).size === hears.length && hears.every((hearer) => LADDER_HEARERS.includes(hearer));

function isWithin(limit: keyof typeof LADDER_LIMITS, value: number): boolean {
  const { min, max } = LADDER_LIMITS[limit];
  return Number.isInteger(value) && value >= min && value <= max;
}
