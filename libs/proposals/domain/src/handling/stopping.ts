import { type CivilDate, extended, resumed, type RunningPeriod, stopped } from '@plenum/calendar';
import { deadlineMoved } from '../proposal/deadline.js';
import { type Handling, roundUnderWay } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { DeadlineMovedEvent, ProposalEvent } from '../proposal/proposal.events.js';
import { replyDeadlineOf } from './assignment.js';

/** What becomes of a handling, and what happened with it. */
export interface HandlingEffect {
  readonly parts: Partial<Handling>;
  readonly events: readonly ProposalEvent[];
}

/** The unit's time stands from today on (PROPOSALS 2). */
export function stopClock(handling: Handling, context: PolicyContext): HandlingEffect {
  const due = stopped(handling.due, context.calendar.dayOf(context.at));
  return { parts: { due }, events: [moved('DeadlineStopped', { ...handling, due }, context)] };
}

/** The unit's time runs on, this day the last that is not counted. */
export function resumeClock(handling: Handling, on: CivilDate, context: PolicyContext): HandlingEffect {
  return until(handling, resumed(handling.due, on, context.calendar), 'DeadlineResumed', context);
}

/** The unit has until another day. */
export function extendClock(handling: Handling, dueOn: CivilDate, context: PolicyContext): HandlingEffect {
  return until(handling, extended(handling.due, dueOn), 'DeadlineExtended', context);
}

function until(handling: Handling, due: RunningPeriod, type: DeadlineMovedEvent['type'], context: PolicyContext): HandlingEffect {
  const because = type === 'DeadlineExtended' ? 'extended' : 'resumed';
  const [before, { dueOn }] = [handling.due.dueOn, due];
  const told: ProposalEvent[] =
    dueOn === before ? [] : [{ type: 'DueDateMoved', handlingId: handling.id, round: roundUnderWay(handling), dueOn, before, because }];
  return { parts: { due }, events: [moved(type, { ...handling, due }, context), ...told] };
}

const moved = (type: DeadlineMovedEvent['type'], handling: Handling, context: PolicyContext): DeadlineMovedEvent =>
  deadlineMoved(type, replyDeadlineOf(handling), context);
