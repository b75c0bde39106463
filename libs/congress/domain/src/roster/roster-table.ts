import { CongressErrors } from '../congress.errors.js';
import { tidyField } from '../members/member-fields.js';
import { ROSTER_HEADINGS } from './roster-wording.js';

/** The columns of a roster, in the order in which the template has them. */
export const ROSTER_COLUMNS = ['staffNo', 'name', 'unit', 'email', 'standing', 'delegation', 'kind'] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** One line of a roster: its row in the file (the header is row 1) and the cells of the columns that the file has. */
export interface RosterLine {
  readonly row: number;
  readonly values: Readonly<Partial<Record<RosterColumn, string>>>;
}

/** What a roster file may hold at most: beyond it, it is not a roster of one organisation. */
export const ROSTER_LIMITS = { bytes: 5_242_880, rows: 10_000, rowsWithBlanks: 20_000, columns: 64, cellLength: 200 } as const;

const NEEDED: readonly RosterColumn[] = ['staffNo', 'name'];

/**
 * The lines of a table below its header: the first row that names the needed columns, past a title and the like, else the first that is not empty.
 * Columns of other headings are left out, empty rows too.
 * @throws `congress.roster-unreadable` with `empty`, `missing-column:<column>`, `column-twice:<column>`, `too-many-rows` or `too-many-columns`.
 */
export function readRosterTable(table: readonly (readonly string[])[]): readonly RosterLine[] {
  if (table.length > ROSTER_LIMITS.rowsWithBlanks) throw CongressErrors.rosterUnreadable('too-many-rows');
  const headerIndex = headerOf(table);
  const header = table[headerIndex];
  if (!header) throw CongressErrors.rosterUnreadable('empty');
  if (header.length > ROSTER_LIMITS.columns) throw CongressErrors.rosterUnreadable('too-many-columns');
  const places = placesOf(header);
  const lines = table
    .map((cells, index) => ({ row: index + 1, values: Object.fromEntries([...places].map(([column, at]) => [column, cells[at] ?? ''])) }))
    .slice(headerIndex + 1)
    .filter(({ values }) => Object.values(values).some((cell) => tidyField(cell) !== ''));
  if (lines.length === 0) throw CongressErrors.rosterUnreadable('empty');
  if (lines.length > ROSTER_LIMITS.rows) throw CongressErrors.rosterUnreadable('too-many-rows');
  return lines;
}

const TITLE_ROWS_MAX = 20; // A title, a date, an author, a note: beyond it, a row that reads like a header is data.

function headerOf(table: readonly (readonly string[])[]): number {
  const named = table.slice(0, TITLE_ROWS_MAX).findIndex((cells) => NEEDED.every((column) => cells.some((cell) => isHeading(cell, column))));
  return named >= 0 ? named : table.findIndex((cells) => cells.some((cell) => tidyField(cell) !== ''));
}

const isHeading = (cell: string, column: RosterColumn): boolean => ROSTER_HEADINGS[column].includes(tidyField(cell).toLowerCase());

function placesOf(header: readonly string[]): ReadonlyMap<RosterColumn, number> {
  const places = new Map<RosterColumn, number>();
  header.forEach((heading, at) => {
    const column = ROSTER_COLUMNS.find((candidate) => isHeading(heading, candidate));
    if (!column) return;
    if (places.has(column)) throw CongressErrors.rosterUnreadable(`column-twice:${column}`);
    places.set(column, at);
  });
  const missing = NEEDED.find((column) => !places.has(column));
  if (missing) throw CongressErrors.rosterUnreadable(`missing-column:${missing}`);
  return places;
}
