import type { Reach } from '../access/authorities.js';
import { type Bind, isSigner } from '../access/visible.js';

/**
 * The promises that somebody may see, as a condition on `commitments k` and `proposals p`: of the committee and those who oversee, those
 * of their sessions; of a unit, its own; of an author, those on their proposals.
 */
export function seenOnLedger({ memberId, handles, inCharge, offices }: Reach, bind: Bind): string {
  const units = [...handles, ...inCharge];
  return `(${[
    isSigner(memberId, bind),
    ...(units.length === 0 ? [] : [`k.unit_id = ANY(${bind(units)}::uuid[])`]),
    ...(offices.length === 0 ? [] : [offices.includes(null) ? 'true' : `k.session_id = ANY(${bind(offices)}::uuid[])`]),
  ].join(' OR ')})`;
}
