import { type CivilDate, dueDate } from '@plenum/calendar';
import { deadlineSet } from './deadline.js';
import { type Change, type Proposal, changed } from './proposal.js';
import { ProposalErrors } from './proposal.errors.js';
import { type Circumstances, type Rule, assertAllowed } from './rule.js';
import { type Standing, committee, leadUnit } from './standing.js';

/** Who handles it (承办单位): one lead unit, some that assist; by when, unless the call's rule says. */
export interface Routing {
  readonly leadUnitId: string;
  readonly assistingUnitIds: readonly string[];
  readonly dueOn?: CivilDate;
}

export const ASSIGN: Rule = { action: 'assign', who: committee, from: ['FILED', 'SUGGESTION'] };

/**
 * Assigns a filed proposal or a suggestion to its units; the reply is owed from now on.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.lead-unit-assists-itself`, `proposals.due-in-the-past`,
 *   and what the calendar refuses
 */
export function assign(proposal: Proposal, by: Standing, routing: Routing, circumstances: Circumstances): Change {
  assertAllowed(ASSIGN, proposal, by, circumstances);
  const { leadUnitId } = routing;
  const assistingUnitIds = [...new Set(routing.assistingUnitIds)];
  if (assistingUnitIds.includes(leadUnitId)) throw ProposalErrors.leadUnitAssistsItself();
  const { dueOn, provisional } = due(routing, circumstances);
  const assignment = { leadUnitId, assistingUnitIds, dueOn, dueProvisional: provisional, by: by.memberId, at: circumstances.at, acknowledged: null };
  return changed(
    proposal,
    { state: 'ASSIGNED', assignment },
    { type: 'ProposalAssigned', leadUnitId, assistingUnitIds, dueOn },
    deadlineSet({ matter: 'reply', round: 1, dueOn, owedBy: { unitId: leadUnitId } }, circumstances),
  );
}

export const ACKNOWLEDGE: Rule = { action: 'acknowledge', who: leadUnit, from: ['ASSIGNED'] };

/** The lead unit signs for the assignment (签收). @throws `proposals.not-the-handling-unit`, `proposals.wrong-state` */
export function acknowledge(proposal: Proposal, by: Standing, circumstances: Circumstances): Change {
  assertAllowed(ACKNOWLEDGE, proposal, by, circumstances);
  const acknowledged = { by: by.memberId, at: circumstances.at };
  return changed(proposal, { state: 'IN_PROGRESS', assignment: { ...proposal.assignment!, acknowledged } });
}

function due(routing: Routing, { call, at, calendar }: Circumstances): { dueOn: CivilDate; provisional: boolean } {
  const today = calendar.dayOf(at);
  const date = routing.dueOn ? { dueOn: routing.dueOn, provisional: false } : dueDate(call.settings.replyDue, today, calendar);
  if (date.dueOn < today) throw ProposalErrors.dueInThePast(date.dueOn);
  return date;
}
