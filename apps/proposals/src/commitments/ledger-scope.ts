import type { Reach } from '../access/authorities.js';
import { type Bind, isAuthor } from '../access/visible.js';

/**
 * The promises that somebody may see, as a condition on `commitments k` and `proposals p`: of the committee and those who oversee, those
 * of their sessions, but for what is confidential; of a unit, its own; of an author, those on their proposals.
 */
export function seenOnLedger({ memberId, handles, inCharge, reviews, overseen }: Reach, bind: Bind): string {
  const units = [...handles, ...inCharge];
  return `(${[
    isAuthor(memberId, bind),
    ...(units.length === 0 ? [] : [`k.unit_id = ANY(${bind(units)}::uuid[])`]),
    ...ofSessions(reviews, bind),
    ...ofSessions(overseen, bind).map((sessions) => `(p.confidential IS NULL AND ${sessions})`),
  ].join(' OR ')})`;
}

function ofSessions(sessionIds: readonly (string | null)[], bind: Bind): readonly string[] {
  if (sessionIds.length === 0) return [];
  return [sessionIds.includes(null) ? 'true' : `k.session_id = ANY(${bind(sessionIds)}::uuid[])`];
}
