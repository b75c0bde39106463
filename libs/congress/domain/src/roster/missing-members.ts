import { staffNoKey } from '../accounts/sign-in-subject.js';
import { foldName } from '../members/field-folding.js';
import type { RosterRow } from './check-roster.js';
import type { RosterFault } from './roster-cells.js';

/**
 * The members whom a list does not name: they may have left, or been forgotten. Where a row's staff number was refused its name stands for
 * it: nobody has left because a spreadsheet broke a number.
 */
export function missingMembers<M extends { readonly staffNo: string; readonly name: string }>(
  rows: readonly Pick<RosterRow, 'values' | 'faults'>[],
  members: readonly M[],
): readonly M[] {
  const numbers = new Set(rows.map(({ values }) => staffNoKey(values.staffNo ?? '')));
  const names = new Set(rows.filter(({ faults }) => faults.some(isOfNobody)).map(({ values }) => values.name ?? ''));
  return members.filter(({ staffNo, name }) => !numbers.has(staffNoKey(staffNo)) && !names.has(foldName(name).text));
}

// Those two are somebody's number.
const isOfNobody = ({ column, reason }: RosterFault): boolean => column === 'staffNo' && reason !== 'duplicate' && reason !== 'has-left';
