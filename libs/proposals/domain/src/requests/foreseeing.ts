import type { CivilDate } from '@plenum/calendar';
import { DomainError } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { RequestOutcome } from '../vocabulary/vocabulary.js';
import { answer, answerRefusal, type OpenRequest } from './answering.js';

/** Until when the unit's reply would be due after an answer given now; null where the answer must say a day, or cannot be given so. */
export interface ForeseenOutcome {
  readonly outcome: RequestOutcome;
  readonly dueOn: CivilDate | null;
}

/** What each answer that the member may give now to a request about the work of a unit leads to: the answer itself, given and not kept. */
export function foreseen(open: OpenRequest, by: Authority, context: PolicyContext): readonly ForeseenOutcome[] {
  if (answerRefusal(open, by) !== null || !open.handling) return [];
  return open.rule.outcomes.map((outcome) => ({ outcome, dueOn: dueOnAfter(open, by, outcome, context) }));
}

function dueOnAfter(open: OpenRequest, by: Authority, outcome: RequestOutcome, context: PolicyContext): CivilDate | null {
  try {
    const { proposals } = answer(open, by, { outcome, reason: outcome, terms: null }, context);
    const changed = proposals.flatMap(({ handlings = [] }) => handlings).find(({ id }) => id === open.handling?.id);
    return (changed ?? open.handling)?.due.dueOn ?? null;
  } catch (refused) {
    if (refused instanceof DomainError) return null;
    throw refused;
  }
}
