import { type SeatCandidate, staffNoKey } from '@plenum/congress-domain';
import type { Transaction } from '@plenum/database';

/** Whom somebody wants to be seated: a list of staff numbers, or everybody of a unit. */
export interface SeatsWanted {
  readonly staffNos: readonly string[];
  readonly unitId: string | null;
}

// Seats are written under a lock of their session, which asks the members again: nothing is locked here.
const CANDIDATES = `
  SELECT id, staff_no AS "staffNo", active, standing FROM members
   WHERE organisation_id = $1 AND (CASE WHEN $3::uuid IS NULL THEN upper(staff_no) = ANY($2) ELSE unit_id = $3 END) ORDER BY staff_no`;

/** The members among whom the wanted are. */
export const candidatesOf = (tx: Transaction, organisationId: string, { staffNos, unitId }: SeatsWanted): Promise<SeatCandidate[]> =>
  tx.query(CANDIDATES, [organisationId, staffNos.map(staffNoKey), unitId]);
