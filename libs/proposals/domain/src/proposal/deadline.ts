import { ladderSteps, remindedOn } from '@plenum/calendar';
import type { DeadlineMatter, DeadlineMetEvent, DeadlineMovedEvent, DeadlineSetEvent, DeadlineSubject } from './proposal.events.js';
import type { PolicyContext } from './policy.js';

type Times = Pick<DeadlineSetEvent, 'dueAt' | 'remindOn' | 'steps'>;

/** Something owed by the end of a day. */
export type Deadline = Omit<DeadlineSetEvent, 'type' | keyof Times>;

/** By whose rules and days it runs. */
export type DeadlineContext = Pick<PolicyContext, 'call' | 'calendar'>;

/** The fact that a deadline runs: until 24:00 of its day, with the steps of the call's ladder. */
export function deadlineSet(deadline: Deadline, context: DeadlineContext): DeadlineSetEvent {
  return { type: 'DeadlineSet', ...deadline, ...timesOf(deadline, context) };
}

/** The fact that a deadline stands, runs on, or was moved; the deadline as it is then. */
export function deadlineMoved(type: DeadlineMovedEvent['type'], deadline: Deadline, context: PolicyContext): DeadlineMovedEvent {
  return { type, ...deadline, ...timesOf(deadline, context) };
}

function timesOf({ dueOn, startedOn }: Deadline, { call, calendar }: DeadlineContext): Times {
  const steps = ladderSteps(call.settings.ladder, dueOn, calendar);
  return { dueAt: calendar.endOf(dueOn), remindOn: remindedOn(steps, startedOn, calendar), steps };
}

/** The fact that nothing is owed any more: done, unless it is waived. */
export function deadlineMet(
  about: DeadlineSubject,
  matter: DeadlineMatter,
  round: number,
  fate: 'done' | 'waived' = 'done',
): DeadlineMetEvent {
  return { type: 'DeadlineMet', about, matter, round, ...(fate === 'waived' ? { waived: true } : {}) };
}
