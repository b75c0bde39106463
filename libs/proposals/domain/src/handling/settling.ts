import { isStopped } from '@plenum/calendar';
import { contactAnnouncedAnew, contactRuns } from '../proposal/contact-period.js';
import { AWAITING_REPLY, altered, type Handling, roundUnderWay } from '../proposal/handling.js';
import type { Change } from '../proposal/proposal.js';
import type { PolicyContext } from '../proposal/policy.js';
import { announcedAnew, fixedBySession, isBySession } from '../proposal/reply-period.js';
import { replyOwed, replyRuns } from './assignment.js';
import type { HandlingInMatter } from './policy.js';
import type { HandlingEffect } from './stopping.js';

/**
 * Settles due dates that were not final. One that rested on holidays not announced yet is counted anew from the day it was counted from,
 * once they are, and final from then on; so is the day by which the proposer is to be spoken with. One before the next session has its day
 * once that is set up, and another where it opens on another day. Null where nothing is owed any more, or there is nothing new.
 */
export function settleDueDate({ proposal, handling }: HandlingInMatter, context: PolicyContext): Change | null {
  if (!AWAITING_REPLY.includes(handling.state)) return null;
  const ofReply = isBySession(handling.due) ? fixed(handling, context) : announced(handling, context);
  const effects = [ofReply, contactAnnounced(handling, context)].filter((one) => one !== null);
  if (effects.length === 0) return null;
  const parts = effects.reduce<HandlingEffect['parts']>((sofar, one) => ({ ...sofar, ...one.parts }), {});
  return { proposal, handlings: [altered(handling, parts)], events: effects.flatMap(({ events }) => events) };
}

function announced(handling: Handling, context: PolicyContext): HandlingEffect | null {
  const { due: before, id: handlingId } = handling;
  const due = isBySession(before) ? null : announcedAnew(before, context.calendar);
  if (due === null || before.dueOn === null) return null;
  const round = roundUnderWay(handling);
  return {
    parts: { due },
    events: [
      { type: 'DueDateSettled', handlingId, round, dueOn: due.dueOn, before: before.dueOn },
      replyOwed({ ...handling, due }, context),
    ],
  };
}

function contactAnnounced(handling: Handling, context: PolicyContext): HandlingEffect | null {
  const contactDue = contactAnnouncedAnew(handling, context);
  return contactDue && { parts: { contactDue }, events: contactRuns('DeadlineSet', { ...handling, contactDue }, context) };
}

function fixed(handling: Handling, context: PolicyContext): HandlingEffect | null {
  const { due: before, id: handlingId } = handling;
  const { laterSessions, calendar, at } = context;
  const due = isBySession(before) ? fixedBySession(before, laterSessions, calendar.dayOf(at)) : null;
  if (due === null || due.dueOn === null) return null;
  const round = roundUnderWay(handling);
  return {
    parts: { due },
    events: [
      { type: 'DueDateFixed', handlingId, round, dueOn: due.dueOn, before: before.dueOn },
      replyRuns(isStopped(due) ? 'DeadlineStopped' : 'DeadlineSet', { ...handling, due }, context),
    ],
  };
}
