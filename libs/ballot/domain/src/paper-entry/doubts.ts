import { Input, readDistinct } from '../counting/input.js';
import { DOUBT_REASONS, type DoubtReason } from '../record/count.js';

/** A teller leaves a sheet to the scrutineers: as a whole, or for the marks of some choices. */
export interface Doubt {
  readonly reason: DoubtReason;
  /** Ids of the choices whose marks are in doubt; none for the whole sheet. */
  readonly marks: readonly string[];
}

/** Reads what a teller doubts on a sheet. @throws MalformedError with the faulty field */
export function readDoubt(input: Input): Doubt {
  const { reason, marks } = input.fields(['reason', 'marks']);
  return { reason: reason.word(DOUBT_REASONS), marks: readDistinct(marks.maybe((ids) => ids.list()) ?? [], (id) => id.text()) };
}
