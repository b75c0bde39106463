import { dueDate } from '@plenum/calendar';
import { deadlineSet } from '../proposal/deadline.js';
import { type Change, type Proposal, changed, latestReply, roundUnderWay } from '../proposal/proposal.js';
import type { PolicyContext } from '../proposal/policy.js';
import { AWAITING_REPLY } from './reply.js';

/**
 * Settles a due date that rested on holidays not announced yet, once they are: counted anew from the day it was counted from, and final
 * from then on. Null where nothing is provisional, nothing is owed any more, or the year is still not announced.
 */
export function settleDueDate(proposal: Proposal, context: PolicyContext): Change | null {
  const { assignment, state } = proposal;
  if (!assignment?.dueProvisional || !AWAITING_REPLY.includes(state)) return null;
  const { call, calendar } = context;
  const rating = latestReply(proposal)?.rating;
  const [rule, startedAt] = rating ? [call.settings.rehandleDue, rating.at] : [call.settings.replyDue, assignment.at];
  if (rule.kind === 'before-session') return null;
  const { dueOn, provisional } = dueDate(rule, calendar.dayOf(startedAt), calendar);
  if (provisional) return null;
  const round = roundUnderWay(proposal);
  return changed(
    proposal,
    { assignment: { ...assignment, dueOn, dueProvisional: false } },
    { type: 'DueDateSettled', round, dueOn, before: assignment.dueOn },
    deadlineSet({ matter: 'reply', round, dueOn, owedBy: { unitId: assignment.leadUnitId } }, context),
  );
}
