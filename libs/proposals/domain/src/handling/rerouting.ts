import type { CivilDate } from '@plenum/calendar';
import type { Authority } from '../proposal/authority.js';
import { contactPeriod, contactRuns } from '../proposal/contact-period.js';
import { type Handling, unitsOf } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { begun, dueOf, replyOwed, type HandlingChange } from './assignment.js';
import type { HandlingInMatter } from './policy.js';
import type { HandlingEffect } from './stopping.js';

/** Which unit, and by when; by the rule of the call where no day is said. */
export interface OtherUnit {
  readonly unitId: string;
  readonly dueOn: CivilDate | null;
}

/**
 * Another unit leads the work instead, from the beginning: it signs for the assignment, speaks with the proposer itself, and its time is
 * counted from today (改交).
 * @throws `proposals.unit-named-twice`, `proposals.due-in-the-past`
 */
export function reassigned(
  { handling }: HandlingInMatter,
  by: Authority,
  { unitId, dueOn }: OtherUnit,
  context: PolicyContext,
): HandlingEffect {
  assertNoLead(unitId, handling, context);
  const { id: handlingId, leadUnitId: formerId } = handling;
  const due = dueOf(dueOn === null ? {} : { dueOn }, context);
  const assistingUnitIds = handling.assistingUnitIds.filter((id) => id !== unitId);
  const assigned = { by: by.memberId, at: context.at };
  const contactDue = contactPeriod(context);
  const parts = {
    leadUnitId: unitId,
    assistingUnitIds,
    state: 'ASSIGNED',
    assigned,
    acknowledged: null,
    due,
    contactDue,
    asked: [],
  } as const;
  const now = { ...handling, ...parts };
  return {
    parts,
    events: [
      { type: 'AssignmentTakenAway', handlingId, unitId: formerId },
      { type: 'ProposalAssigned', handlingId, leadUnitId: unitId, assistingUnitIds, dueOn: due.dueOn },
      replyOwed(now, context),
      ...contactRuns('DeadlineSet', now, context),
    ],
  };
}

/** One more unit gives its opinion to the lead unit. @throws `proposals.unit-named-twice` */
export function assisted({ handling }: HandlingInMatter, unitId: string): HandlingEffect {
  assertNoUnit(unitId, [handling]);
  const { id: handlingId, due } = handling;
  return {
    parts: { assistingUnitIds: [...handling.assistingUnitIds, unitId] },
    events: [{ type: 'AssistingUnitAdded', handlingId, unitId, dueOn: due.dueOn }],
  };
}

/**
 * One more unit answers for itself, with a time of its own.
 * @throws `proposals.unit-named-twice`, `proposals.due-in-the-past`
 */
export function separated(
  { proposal, handling }: HandlingInMatter,
  by: Authority,
  handlingId: string,
  { unitId, dueOn }: OtherUnit,
  context: PolicyContext,
): HandlingChange {
  assertNoUnit(unitId, [handling]);
  assertNoLead(unitId, null, context);
  return begun(
    proposal,
    by,
    { handlingId, leadUnitId: unitId, assistingUnitIds: [], instruction: handling.instruction, ...(dueOn && { dueOn }) },
    context,
  );
}

/** Refuses a unit that leads the work already, or other work on the matter. @throws `proposals.unit-named-twice` */
export function assertNoLead(unitId: string, own: Handling | null, { handlings }: PolicyContext): void {
  const leads = [...handlings, ...(own ? [own] : [])].map(({ leadUnitId }) => leadUnitId);
  if (leads.includes(unitId)) throw ProposalErrors.unitNamedTwice(unitId);
}

/** Refuses a unit that has a part in the work already. @throws `proposals.unit-named-twice` */
export function assertNoUnit(unitId: string, handlings: readonly Handling[]): void {
  if (unitsOf(handlings).includes(unitId)) throw ProposalErrors.unitNamedTwice(unitId);
}
