import {
  type CivilDate,
  isStopped,
  plusDays,
  recounted,
  resumed,
  type RunningPeriod,
  standsNoMore,
  type WorkingCalendar,
} from '@plenum/calendar';
import type { BeforeSessionRule } from '../call/settings.js';

/** The rule of a reply that is due before the next session, with the day on which that opens; null until it is set up. */
export interface BeforeOpening extends BeforeSessionRule {
  readonly opensOn: CivilDate | null;
}

/** A period that ends before the next session; without a last day until that is set up (PROPOSALS 2). */
export interface SessionPeriod extends Omit<RunningPeriod, 'rule' | 'dueOn'> {
  readonly rule: BeforeOpening;
  readonly dueOn: CivilDate | null;
}

/** By when a reply is due. */
export type ReplyPeriod = RunningPeriod | SessionPeriod;

/** Whether it ends before the next session. */
export const isBySession = (due: ReplyPeriod): due is SessionPeriod => due.rule?.kind === 'before-session';

/** Whether its last day is over on this day; never while it has none. */
export const isPast = ({ dueOn }: Pick<ReplyPeriod, 'dueOn'>, today: CivilDate): boolean => dueOn !== null && today > dueOn;

/** A period until so many days before the next session; `sessions` are the days on which later ones open, the first first. */
export function periodBeforeSession(
  { kind, days }: BeforeSessionRule,
  startedOn: CivilDate,
  sessions: readonly CivilDate[],
): SessionPeriod {
  const opensOn = nextAfter(startedOn, sessions);
  const dueOn = opensOn && plusDays(opensOn, -days);
  return { rule: { kind, days, opensOn }, dueOn, provisional: dueOn === null, startedOn, stops: [], extendedFrom: null };
}

/**
 * The period with the day that follows from the sessions as they are set up now: no day that is past where that comes too late, so that
 * nobody is overdue at once. Null where it stays: it was counted from this session already, none is set up, or the committee set a day.
 */
export function fixedBySession(due: SessionPeriod, sessions: readonly CivilDate[], today: CivilDate): SessionPeriod | null {
  const { rule, startedOn, extendedFrom } = due;
  const opensOn = nextAfter(startedOn, sessions);
  if (opensOn === null || opensOn === rule.opensOn || extendedFrom !== null) return null;
  const counted = plusDays(opensOn, -rule.days);
  return { ...due, rule: { ...rule, opensOn }, dueOn: counted < today ? today : counted, provisional: false };
}

/** The period running on from the day after; one before a session keeps its day, like any date (PROPOSALS 2). */
export function runningOn(due: ReplyPeriod, on: CivilDate, calendar: WorkingCalendar): ReplyPeriod {
  return isBySession(due) ? standsNoMore(due, on) : resumed(due, on, calendar);
}

/** The period counted anew once its holidays are announced; null where that says nothing new, or it stands. */
export function announcedAnew(due: RunningPeriod, calendar: WorkingCalendar): RunningPeriod | null {
  if (!due.provisional || isStopped(due)) return null;
  const final = recounted(due, calendar);
  return final.provisional ? null : final;
}

const nextAfter = (startedOn: CivilDate, sessions: readonly CivilDate[]): CivilDate | null =>
  sessions.find((opensOn) => opensOn > startedOn) ?? null;
