import { TERM_YEARS } from './sample-people.js';

/**
 * A term in which a session of some months ago lies as well as one of some weeks from now: it began with the academic year before this one.
 */
export function termAround(day: Date): { readonly from: string; readonly to: string } {
  const begun = day.getUTCMonth() >= 8 ? day.getUTCFullYear() : day.getUTCFullYear() - 1;
  return { from: `${begun - 1}-09-01`, to: `${begun - 1 + TERM_YEARS}-08-31` };
}
