import { type CivilDate, extended, stopped } from '@plenum/calendar';
import { contactRunningOn, contactRuns } from '../proposal/contact-period.js';
import { type Handling, roundUnderWay } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { DeadlineMovedEvent, ProposalEvent } from '../proposal/proposal.events.js';
import { type ReplyPeriod, runningOn } from '../proposal/reply-period.js';
import { replyRuns } from './assignment.js';

/** What becomes of a handling, and what happened with it. */
export interface HandlingEffect {
  readonly parts: Partial<Handling>;
  readonly events: readonly ProposalEvent[];
}

/** The unit's time stands from today on (PROPOSALS 2), for its reply and for speaking with the proposer. */
export function stopClock(handling: Handling, context: PolicyContext): HandlingEffect {
  const today = context.calendar.dayOf(context.at);
  const due = stopped(handling.due, today);
  const contactDue = handling.contactDue && stopped(handling.contactDue, today);
  const now = { ...handling, due, contactDue };
  return {
    parts: { due, contactDue },
    events: [replyRuns('DeadlineStopped', now, context), ...contactRuns('DeadlineStopped', now, context)],
  };
}

/** The unit's time runs on, this day the last that is not counted. */
export function resumeClock(handling: Handling, on: CivilDate, context: PolicyContext): HandlingEffect {
  const contactDue = contactRunningOn(handling, on, context);
  const ofReply = until(handling, runningOn(handling.due, on, context.calendar), 'DeadlineResumed', context);
  return {
    parts: { ...ofReply.parts, contactDue },
    events: [...ofReply.events, ...contactRuns('DeadlineResumed', { ...handling, contactDue }, context)],
  };
}

/** The unit has until another day. */
export function extendClock(handling: Handling, dueOn: CivilDate, context: PolicyContext): HandlingEffect {
  return until(handling, extended(handling.due, dueOn), 'DeadlineExtended', context);
}

function until(handling: Handling, due: ReplyPeriod, type: DeadlineMovedEvent['type'], context: PolicyContext): HandlingEffect {
  const because = type === 'DeadlineExtended' ? 'extended' : 'resumed';
  const [before, { dueOn }] = [handling.due.dueOn, due];
  const told: ProposalEvent[] =
    dueOn === before || dueOn === null || before === null
      ? []
      : [{ type: 'DueDateMoved', handlingId: handling.id, round: roundUnderWay(handling), dueOn, before, because }];
  return { parts: { due }, events: [replyRuns(type, { ...handling, due }, context), ...told] };
}
