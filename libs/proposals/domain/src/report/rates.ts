import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/** A rate with both its numbers: so many of so many, never a bare percentage. */
export interface Rate {
  readonly part: number;
  readonly whole: number;
}

/** The rate in thousandths, rounded half up, without a fraction on the way; null of nothing. */
export function perMille({ part, whole }: Rate): number | null {
  return whole === 0 ? null : Math.floor((2_000 * part + whole) / (2 * whole));
}

/**
 * Refuses figures whose parts are not the whole, by the name of the figure: such a report is not printed.
 * @throws `proposals.figures-do-not-add-up`
 */
export function assertAddsUp(figure: string, whole: number, parts: readonly number[]): void {
  const sum = parts.reduce((sofar, part) => sofar + part, 0);
  if (sum !== whole) throw ProposalErrors.figuresDoNotAddUp(figure, whole, sum);
}
