import type { HistoryLine } from './check-history.js';
import { HISTORY_COLUMNS, HISTORY_LIMITS, type HistoryColumn, NEEDED_COLUMNS } from './history-columns.js';
import { EXPORT_HEADINGS, EXPORT_MARK, HISTORY_HEADINGS } from './history-wording.js';

/** Why a table cannot be read at all; the row is where that was seen, from 1. */
export interface UnreadableHistory {
  readonly reason: 'empty' | 'too-many-rows' | 'too-many-columns' | 'missing-column' | 'column-twice';
  readonly column?: HistoryColumn;
  readonly row?: number;
}

/** The lines of a table, or why there are none to be had. */
export type ReadHistory = { readonly ok: true; readonly lines: readonly HistoryLine[] } | ({ readonly ok: false } & UnreadableHistory);

const TITLE_ROWS_MAX = 20; // A title, a date, an author, a note: beyond it, a row that reads like a header is data.

/**
 * The lines of a table of earlier matters below its header: the first row that names the needed columns, past a title and the like.
 * Columns of other headings are left out, empty rows too. What the house exported is read by its own headings.
 */
export function readHistoryTable(table: readonly (readonly string[])[]): ReadHistory {
  if (table.length > HISTORY_LIMITS.rowsWithBlanks) return refused('too-many-rows');
  const at = table.slice(0, TITLE_ROWS_MAX).findIndex((cells) => NEEDED_COLUMNS.every((column) => placesOf(cells, column).length > 0));
  const header = table[at];
  if (!header) return withoutHeader(table);
  if (header.length > HISTORY_LIMITS.columns) return refused('too-many-columns', { row: at + 1 });
  const twice = HISTORY_COLUMNS.find((column) => placesOf(header, column).length > 1);
  if (twice) return refused('column-twice', { column: twice, row: at + 1 });
  const places = HISTORY_COLUMNS.flatMap((column) => placesOf(header, column).map((place) => [column, place] as const));
  const lines = table.slice(at + 1).flatMap((cells, nth): HistoryLine[] => {
    const values = places.map(([column, place]) => [column, textOf(cells[place])] as const);
    return values.every(([, text]) => text === '') ? [] : [{ row: at + nth + 2, values: Object.fromEntries(values) }];
  });
  if (lines.length === 0) return refused('empty');
  return lines.length > HISTORY_LIMITS.rows ? refused('too-many-rows') : { ok: true, lines };
}

/** Says which of the needed columns is not there, of the row that names most. */
function withoutHeader(table: readonly (readonly string[])[]): ReadHistory {
  const rows = table.slice(0, TITLE_ROWS_MAX);
  if (rows.every((cells) => cells.every((cell) => textOf(cell) === ''))) return refused('empty');
  const column = NEEDED_COLUMNS.find((needed) => !rows.some((cells) => placesOf(cells, needed).length > 0)) ?? 'number';
  return refused('missing-column', { column });
}

const refused = (reason: UnreadableHistory['reason'], where: Omit<UnreadableHistory, 'reason'> = {}): ReadHistory => ({
  ok: false,
  reason,
  ...where,
});

function placesOf(cells: readonly string[], column: HistoryColumn): readonly number[] {
  const headings = cells.map(headingOf);
  const has = (own: readonly string[]): boolean => own.some((heading) => headings.includes(headingOf(heading)));
  const isOwn = has(EXPORT_MARK) && NEEDED_COLUMNS.every((needed) => has(EXPORT_HEADINGS[needed]));
  const known = isOwn ? EXPORT_HEADINGS[column].map(headingOf) : HISTORY_HEADINGS[column];
  return headings.flatMap((heading, place) => (known.includes(heading) ? [place] : []));
}

const headingOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toLowerCase();

/** An exported text that begins with a dash has an apostrophe before it, so that no spreadsheet works it out. */
const NEUTRAL = /^'(?=[-－])/u;

/** No database takes a zero byte or half a character. */
const textOf = (cell: string | undefined): string =>
  (cell ?? '')
    .replace(/[\0\p{Cs}]/gu, '\ufffd')
    .trim()
    .replace(NEUTRAL, '');
