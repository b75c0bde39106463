import { type CivilDate, type DueDate, type WorkingCalendar, dueDate } from '@plenum/calendar';
import type { ReplyDueRule } from '../call/settings.js';
import { deadlineSet } from '../proposal/deadline.js';
import { type Change, type Proposal, changed, roundUnderWay } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, committee, leadUnit } from '../proposal/authority.js';

/** Who handles it (承办单位): one lead unit, some that assist; by when, unless the call's rule says. */
export interface Routing {
  readonly leadUnitId: string;
  readonly assistingUnitIds: readonly string[];
  readonly dueOn?: CivilDate;
}

export const ASSIGN: Policy = { action: 'assign', who: committee, from: ['FILED', 'SUGGESTION'] };

/**
 * Assigns a filed proposal or a suggestion to its units; the reply is owed from now on.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.lead-unit-assists-itself`, `proposals.due-in-the-past`,
 *   `proposals.due-date-unknown` where the rule has no day yet, and what the calendar refuses
 */
export function assign(proposal: Proposal, by: Authority, routing: Routing, context: PolicyContext): Change {
  assertAllowed(ASSIGN, proposal, by, context);
  const { leadUnitId } = routing;
  const assistingUnitIds = [...new Set(routing.assistingUnitIds)];
  if (assistingUnitIds.includes(leadUnitId)) throw ProposalErrors.leadUnitAssistsItself();
  const { dueOn, provisional } = due(routing, context);
  const assignment = {
    leadUnitId,
    assistingUnitIds,
    dueOn,
    dueProvisional: provisional,
    by: by.memberId,
    at: context.at,
    acknowledged: null,
  };
  return changed(
    proposal,
    { state: 'ASSIGNED', assignment },
    { type: 'ProposalAssigned', leadUnitId, assistingUnitIds, dueOn },
    deadlineSet({ matter: 'reply', round: roundUnderWay(proposal), dueOn, owedBy: { unitId: leadUnitId } }, context),
  );
}

export const ACKNOWLEDGE: Policy = { action: 'acknowledge', who: leadUnit, from: ['ASSIGNED'] };

/** The lead unit signs for the assignment (签收). @throws `proposals.not-the-handling-unit`, `proposals.wrong-state` */
export function acknowledge(proposal: Proposal, by: Authority, context: PolicyContext): Change {
  assertAllowed(ACKNOWLEDGE, proposal, by, context);
  const acknowledged = { by: by.memberId, at: context.at };
  const assignment = { ...proposal.assignment!, acknowledged };
  return changed(proposal, { state: 'IN_PROGRESS', assignment }, { type: 'AssignmentAcknowledged' });
}

function due(routing: Routing, { call, at, calendar }: PolicyContext): { dueOn: CivilDate; provisional: boolean } {
  const today = calendar.dayOf(at);
  const date = routing.dueOn ? { dueOn: routing.dueOn, provisional: false } : ruled(call.settings.replyDue, today, calendar);
  if (date.dueOn < today) throw ProposalErrors.dueInThePast(date.dueOn);
  return date;
}

function ruled(rule: ReplyDueRule, today: CivilDate, calendar: WorkingCalendar): DueDate {
  if (rule.kind === 'before-session') throw ProposalErrors.dueDateUnknown();
  return dueDate(rule, today, calendar);
}
