import type { ResultRow } from './result-rows.js';

// Eight lines of the size that the last row reads stand below each other on the wall: a title of two, the outcome and the columns take four
// of them.
const LINES = 4;
const SHORT_NAME = 6; // A longer name, of a matter say, takes two lines.

/** The rows of a result, as many at once as the wall has room for; one page where there are none. */
export function pagesOf(rows: readonly ResultRow[]): readonly (readonly ResultRow[])[] {
  const each = rows.some(({ label }) => [...label].length > SHORT_NAME) ? LINES / 2 : LINES;
  const count = Math.max(1, Math.ceil(rows.length / each));
  return Array.from({ length: count }, (_, at) => rows.slice(at * each, (at + 1) * each));
}
