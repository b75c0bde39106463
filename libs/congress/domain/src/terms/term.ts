import { type CivilDate, isCivilDate, plusDays, plusMonths } from '@plenum/calendar';
import { type FieldFault, MalformedError } from '@plenum/kernel';
import { CongressErrors } from '../congress.errors.js';
import type { CongressKind } from '../congress.vocabulary.js';

/** A term of a congress (届): its sessions lie between its first and its last day, both included. */
export interface Term {
  readonly id: string;
  readonly organisationId: string;
  readonly termNo: number;
  readonly kind: CongressKind;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const TERM_YEARS = [3, 5] as const; // Order 32: a congress's term is three or five years (DOMAIN R6).
const TERM_NO_MAX = 200;

/**
 * A term that neither is too long or too short nor shares a day with another of the same kind.
 * Three years from 1 September end on 31 August, or on 1 September where the rules count to the same day.
 * @throws MalformedError on a number or day that is none.
 * @throws `congress.term-length`, `congress.terms-overlap`
 */
export function setUpTerm(
  given: Omit<Term, 'from' | 'to'> & { readonly from: string; readonly to: string },
  others: readonly Term[],
): Term {
  const { from, to, termNo } = given;
  const faults: FieldFault[] = [
    ...(Number.isInteger(termNo) && termNo >= 1 && termNo <= TERM_NO_MAX ? [] : [{ field: 'termNo', reason: 'range' }]),
    ...(isCivilDate(from) ? [] : [{ field: 'from', reason: 'no-such-date' }]),
    ...(isCivilDate(to) ? [] : [{ field: 'to', reason: 'no-such-date' }]),
  ];
  if (faults.length > 0 || !isCivilDate(from) || !isCivilDate(to)) throw new MalformedError(faults);
  if (!isTermOfYears(from, to)) throw CongressErrors.termLength();
  const overlapping = others.find((other) => other.kind === given.kind && other.from <= to && from <= other.to);
  if (overlapping) throw CongressErrors.termsOverlap(overlapping.termNo);
  return { ...given, from, to };
}

function isTermOfYears(from: CivilDate, to: CivilDate): boolean {
  return TERM_YEARS.some((years) => {
    const sameDay = plusMonths(from, years * 12);
    return to === sameDay || to === plusDays(sameDay, -1);
  });
}
