import { isStopped } from '@plenum/calendar';
import { AWAITING_REPLY, altered, roundUnderWay } from '../proposal/handling.js';
import type { Change } from '../proposal/proposal.js';
import type { PolicyContext } from '../proposal/policy.js';
import { announcedAnew, fixedBySession, isBySession } from '../proposal/reply-period.js';
import { replyOwed, replyRuns } from './assignment.js';
import type { HandlingInMatter } from './policy.js';

/**
 * Settles a due date that was not final. One that rested on holidays not announced yet is counted anew from the day it was counted from,
 * once they are, and final from then on. One before the next session has its day once that is set up, and another where it opens on
 * another day. Null where nothing is owed any more, or there is nothing new.
 */
export function settleDueDate(matter: HandlingInMatter, context: PolicyContext): Change | null {
  if (!AWAITING_REPLY.includes(matter.handling.state)) return null;
  return isBySession(matter.handling.due) ? fixed(matter, context) : announced(matter, context);
}

function announced({ proposal, handling }: HandlingInMatter, context: PolicyContext): Change | null {
  const { due, id: handlingId } = handling;
  const final = isBySession(due) ? null : announcedAnew(due, context.calendar);
  if (final === null || due.dueOn === null) return null;
  const round = roundUnderWay(handling);
  const settled = altered(handling, { due: final });
  return {
    proposal,
    handlings: [settled],
    events: [{ type: 'DueDateSettled', handlingId, round, dueOn: final.dueOn, before: due.dueOn }, replyOwed(settled, context)],
  };
}

function fixed({ proposal, handling }: HandlingInMatter, context: PolicyContext): Change | null {
  const { due, id: handlingId } = handling;
  const { laterSessions, calendar, at } = context;
  const now = isBySession(due) ? fixedBySession(due, laterSessions, calendar.dayOf(at)) : null;
  if (now === null || now.dueOn === null) return null;
  const settled = altered(handling, { due: now });
  const round = roundUnderWay(handling);
  return {
    proposal,
    handlings: [settled],
    events: [
      { type: 'DueDateFixed', handlingId, round, dueOn: now.dueOn, before: due.dueOn },
      replyRuns(isStopped(now) ? 'DeadlineStopped' : 'DeadlineSet', settled, context),
    ],
  };
}
