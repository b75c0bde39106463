import { isStopped, recounted } from '@plenum/calendar';
import { AWAITING_REPLY, altered, roundUnderWay } from '../proposal/handling.js';
import type { Change } from '../proposal/proposal.js';
import type { PolicyContext } from '../proposal/policy.js';
import { replyOwed } from './assignment.js';
import type { HandlingInMatter } from './policy.js';

/**
 * Settles a due date that rested on holidays not announced yet, once they are: counted anew from the day it was counted from, and final
 * from then on. Null where nothing is provisional, nothing is owed any more, or the year is still not announced.
 */
export function settleDueDate({ proposal, handling }: HandlingInMatter, context: PolicyContext): Change | null {
  const { due, state, id: handlingId } = handling;
  if (!due.provisional || isStopped(due) || !AWAITING_REPLY.includes(state)) return null;
  const final = recounted(due, context.calendar);
  if (final.provisional) return null;
  const round = roundUnderWay(handling);
  const settled = altered(handling, { due: final });
  return {
    proposal,
    handlings: [settled],
    events: [{ type: 'DueDateSettled', handlingId, round, dueOn: final.dueOn, before: due.dueOn }, replyOwed(settled, context)],
  };
}
