import type { DomainError, RefusalDetails } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { type AppointmentEnd, SCHEDULED_ACTS, type ScheduledAct, type Appointment } from '../record/conduct.js';
import { BALLOT_STATES, type BallotState } from '../record/vocabulary.js';
import { procedureOf } from '../rules/procedure.js';
import { hasPaper } from '../rules/vocabulary.js';

/** When the voting shall open and close; null takes a time back, and what is left out stays. */
export interface Times {
  readonly opensAt?: Date | null;
  readonly closesAt?: Date | null;
}

const byTheClock = (ballot: Ballot): DomainError | null =>
  procedureOf(ballot).timing === 'by-the-clock' ? null : BallotErrors.notByTheClock();

/** From the adopted rules on: a draft may still say that it is done by hand. */
const BEFORE_OPENING: readonly BallotState[] = BALLOT_STATES.slice(BALLOT_STATES.indexOf('RULES_ADOPTED'), BALLOT_STATES.indexOf('OPEN'));

export const SCHEDULE: Policy = { action: 'schedule', who: organiser, from: [...BEFORE_OPENING, 'OPEN'], precondition: byTheClock };

/**
 * Appoints when the voting opens and closes by itself, where the adopted rules have it so. Votes on paper and by hands are closed with
 * figures that people find, so only a sealed ballot is closed by the clock.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.not-by-the-clock`, `ballot.time-past`, `ballot.closing-needs-figures`,
 * `ballot.closes-before-opening`
 */
export function schedule(ballot: Ballot, by: Authority, times: Times, now: Date): Change {
  assertAllowed(SCHEDULE, ballot, by);
  const { opensAt = timeOf(ballot, 'open'), closesAt = timeOf(ballot, 'close') } = times;
  const refused = faultOf(ballot, times, now) ?? (opensAt && closesAt && closesAt <= opensAt ? BallotErrors.closesBeforeOpening() : null);
  if (refused) throw refused;
  const set = (act: ScheduledAct, at: Date | null | undefined): Appointment[] => (at ? [{ act, at, setBy: by.memberId, end: null }] : []);
  const stays = ballot.appointments.filter(
    ({ act, end }) => end !== null || (act === 'open' ? times.opensAt : times.closesAt) === undefined,
  );
  return changed(ballot, { appointments: [...stays, ...set('open', times.opensAt), ...set('close', times.closesAt)] });
}

function faultOf(ballot: Ballot, { opensAt, closesAt }: Times, now: Date): DomainError | null {
  if (opensAt && ballot.state === 'OPEN') return BallotErrors.wrongState(SCHEDULE.action, ballot.state);
  if (closesAt && (ballot.channel === 'hands' || hasPaper(ballot.channel))) return BallotErrors.closingNeedsFigures();
  if (opensAt && opensAt <= now) return BallotErrors.timePast('open');
  return closesAt && closesAt <= now ? BallotErrors.timePast('close') : null;
}

const awaited = ({ appointments }: Ballot): readonly Appointment[] => appointments.filter(({ end }) => end === null);

/** When something is to be done by itself; null where nothing is appointed. */
export const timeOf = (ballot: Ballot, act: ScheduledAct): Date | null =>
  awaited(ballot).find((appointment) => appointment.act === act)?.at ?? null;

/** When something is to be done next; null when nothing is appointed. */
export function nextTime(ballot: Ballot): Date | null {
  const times = awaited(ballot).map(({ at }) => at.getTime());
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** The appointment that is due, the opening first. Null when none is. */
export function dueAppointment(ballot: Ballot, now: Date): Appointment | null {
  const due = awaited(ballot).filter(({ at }) => at <= now);
  return SCHEDULED_ACTS.flatMap((act) => due.find((appointment) => appointment.act === act) ?? [])[0] ?? null;
}

/** Whether what was appointed has been done by hand, or cannot be done any more. */
export function isMoot({ state }: Ballot, { act }: Appointment): boolean {
  return !(act === 'open' ? BEFORE_OPENING : [...BEFORE_OPENING, 'OPEN']).includes(state);
}

/** Notes that an appointment was kept; `kept` is what opening or closing changed. */
export function appointmentDone(kept: Change, appointment: Appointment, at: Date): Change {
  return { ballot: { ...kept.ballot, appointments: ended(kept.ballot, appointment, 'done', at) }, events: kept.events };
}

/** Notes that an appointment came to nothing because it had been done before. */
export function appointmentMoot(ballot: Ballot, appointment: Appointment, at: Date): Change {
  return changed(ballot, { appointments: ended(ballot, appointment, 'moot', at) });
}

/** Every appointment that is still awaited comes to nothing, since the ballot does. */
export const cancelledAppointments = ({ appointments }: Ballot, at: Date): readonly Appointment[] =>
  appointments.map((each) => (each.end === null ? { ...each, end: { what: 'moot', at, refusal: null } } : each));

/** Keeps the refusal of an appointment on the ballot and tells the organisers: it is not tried again, they decide what to do. */
export function appointmentRefused(
  ballot: Ballot,
  appointment: Appointment,
  refusal: { readonly code: string; readonly details: RefusalDetails | null },
  at: Date,
): Change {
  const { act } = appointment;
  return changed(
    ballot,
    { appointments: ended(ballot, appointment, 'refused', at, refusal) },
    { type: 'ScheduleRefused', act, code: refusal.code },
  );
}

function ended(
  ballot: Ballot,
  { act }: Appointment,
  what: AppointmentEnd,
  at: Date,
  refusal: { code: string; details: RefusalDetails | null } | null = null,
): readonly Appointment[] {
  return ballot.appointments.map((each) => (each.act === act && each.end === null ? { ...each, end: { what, at, refusal } } : each));
}
