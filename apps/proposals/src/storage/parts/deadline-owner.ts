import type { OwedBy } from '@plenum/proposals-domain';

/** Who owes it, as columns and events have it: members, a unit, or whoever holds an office of the session. */
export interface DeadlineOwner {
  readonly memberIds: readonly string[];
  readonly unitId: string | null;
  readonly office: 'committee' | null;
}

/** The owner of a deadline. */
export function ownerOf(owedBy: OwedBy): DeadlineOwner {
  if ('memberIds' in owedBy) return { memberIds: owedBy.memberIds, unitId: null, office: null };
  if ('unitId' in owedBy) return { memberIds: [], unitId: owedBy.unitId, office: null };
  return { memberIds: [], unitId: null, office: owedBy.office };
}
