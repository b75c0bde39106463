import { CongressErrors } from '../congress.errors.js';
import { foldField } from '../members/field-folding.js';
import { tidyField } from '../members/member-fields.js';
import { cellKey, type CoveredCells, coveredBy, type MergedCells } from './merged-cells.js';
import { ROSTER_COLUMNS, type RosterColumn } from './roster-columns.js';
import { ROSTER_HEADINGS } from './roster-wording.js';

/**
 * What the file did to a cell, where its text alone does not tell: `filled` took the text of a merged range, `torn` lies in one,
 * `digits-lost` was longer.
 */
export type RosterMark = 'filled' | 'torn' | 'digits-lost';

/** One line of a roster: its row in the file (rows count from 1, as spreadsheets do) and the cells of the columns that the file has. */
export interface RosterLine {
  readonly row: number;
  readonly values: Readonly<Partial<Record<RosterColumn, string>>>;
  readonly marks?: Readonly<Partial<Record<RosterColumn, RosterMark>>>;
}

/** A cell of a table: a text, or a number as it was saved. */
export type RosterCell = string | { readonly number: string };

/** What a roster file may hold at most: beyond it, it is not a roster of one organisation. */
export const ROSTER_LIMITS = { bytes: 5_242_880, rows: 10_000, rowsWithBlanks: 20_000, columns: 64, cellLength: 200 } as const;

const NEEDED: readonly RosterColumn[] = ['staffNo', 'name'];

/**
 * The lines of a table below its header: the first row that names the needed columns, past a title and the like, else the one that names
 * most. Columns of other headings are left out, empty rows too.
 * @throws `congress.roster-unreadable` with `empty`, `missing-column:<column>`, `column-twice:<column>`, `too-many-rows`,
 * `too-many-columns` or `too-many-cells`, and where.
 */
export function readRosterTable(table: readonly (readonly RosterCell[])[], merged: readonly MergedCells[] = []): readonly RosterLine[] {
  if (table.length > ROSTER_LIMITS.rowsWithBlanks) throw CongressErrors.rosterUnreadable('too-many-rows');
  const headerIndex = headerOf(table);
  const header = table[headerIndex];
  if (!header) throw CongressErrors.rosterUnreadable('empty');
  if (header.length > ROSTER_LIMITS.columns) throw CongressErrors.rosterUnreadable('too-many-columns', { row: headerIndex + 1 });
  const places = placesOf(header, headerIndex + 1);
  const covered = coveredBy(withinLimits(merged, table.length), places, headerIndex + 1, (row, column) => textOf(table[row]?.[column]));
  const lines = table.flatMap((cells, index) =>
    index <= headerIndex || isBlank(cells, places) ? [] : [lineOf(cells, index, places, covered)],
  );
  if (lines.length === 0) throw CongressErrors.rosterUnreadable('empty');
  if (lines.length > ROSTER_LIMITS.rows) throw CongressErrors.rosterUnreadable('too-many-rows');
  return withDigitsLost(lines);
}

const EXACT_DIGITS = 15; // A spreadsheet keeps no more of a number.

/**
 * The digits as they were saved, not as a binary fraction reads them; what is too long for a number, as a spreadsheet shows it: 1.23E+17.
 */
function textOf(cell: RosterCell | undefined): string {
  if (cell === undefined) return '';
  // No database takes either; both are refused with their cell.
  if (typeof cell === 'string') return cell.replace(/[\0\p{Cs}]/gu, '\ufffd');
  if (/^-?\d+$/.test(cell.number)) return cell.number;
  const number = Number(cell.number);
  return isExact(number) ? String(number) : number.toExponential().toUpperCase();
}

const isExact = (number: number): boolean => Math.abs(number) < 10 ** EXACT_DIGITS;

const isBlank = (cells: readonly RosterCell[], places: ReadonlyMap<RosterColumn, number>): boolean =>
  [...places.values()].every((at) => tidyField(textOf(cells[at])) === '');

function lineOf(
  cells: readonly RosterCell[],
  index: number,
  places: ReadonlyMap<RosterColumn, number>,
  { ways, texts }: CoveredCells,
): RosterLine {
  const marks = [...places].flatMap(([column, at]): [RosterColumn, RosterMark][] => {
    const cell = cells[at];
    const isLong = typeof cell === 'object' && /^-?\d+$/.test(cell.number) && !isExact(Number(cell.number));
    const mark = ways.get(cellKey(index, column)) ?? (isLong ? 'digits-lost' : undefined);
    return mark ? [[column, mark]] : [];
  });
  const values = Object.fromEntries([...places].map(([column, at]) => [column, texts.get(cellKey(index, column)) ?? textOf(cells[at])]));
  return { row: index + 1, values, ...(marks.length > 0 ? { marks: Object.fromEntries(marks) } : {}) };
}

const LONG_NUMBER = new RegExp(`^\\d{${EXACT_DIGITS + 1},}$`);
const LONG_NUMBER_CUT = new RegExp(`^\\d{${EXACT_DIGITS}}0+$`);

/**
 * Texts show it, too: where all long staff numbers of a list end in zeros behind the fifteenth digit, they went through a spreadsheet as
 * numbers.
 */
function withDigitsLost(lines: readonly RosterLine[]): readonly RosterLine[] {
  const isLong = ({ values }: RosterLine) => LONG_NUMBER.test(tidyField(values.staffNo ?? ''));
  if (!lines.filter(isLong).every(({ values }) => LONG_NUMBER_CUT.test(tidyField(values.staffNo ?? '')))) return lines;
  return lines.map((line) => (isLong(line) ? { ...line, marks: { ...line.marks, staffNo: line.marks?.staffNo ?? 'digits-lost' } } : line));
}

/** Ranges end with the table; they are no more, and together cover no more cells, than it may have. */
function withinLimits(merged: readonly MergedCells[], rows: number): readonly MergedCells[] {
  if (merged.length > ROSTER_LIMITS.rowsWithBlanks) throw CongressErrors.rosterUnreadable('too-many-cells');
  const ranges = merged.map((range) => ({ ...range, bottom: Math.min(range.bottom, rows - 1) }));
  const covered = ranges.reduce(
    (sum, { top, left, bottom, right }) => sum + Math.max(0, bottom - top + 1) * (Math.min(right, ROSTER_LIMITS.columns) - left + 1),
    0,
  );
  if (covered > ROSTER_LIMITS.rowsWithBlanks * ROSTER_LIMITS.columns) throw CongressErrors.rosterUnreadable('too-many-cells');
  return ranges;
}

const TITLE_ROWS_MAX = 20; // A title, a date, an author, a note: beyond it, a row that reads like a header is data.

function headerOf(table: readonly (readonly RosterCell[])[]): number {
  const named = table
    .slice(0, TITLE_ROWS_MAX)
    .map((cells) => ROSTER_COLUMNS.filter((column) => cells.some((cell) => isHeading(cell, column))));
  const whole = named.findIndex((columns) => NEEDED.every((column) => columns.includes(column)));
  if (whole >= 0) return whole;
  const most = Math.max(0, ...named.map(({ length }) => length));
  return most > 0
    ? named.findIndex(({ length }) => length === most)
    : table.findIndex((cells) => cells.some((cell) => tidyField(textOf(cell)) !== ''));
}

const headingOf = (text: string): string => foldField(text).text.replaceAll(' ', '').toLowerCase(); // "姓　名" is set wide.

const isHeading = (cell: RosterCell, column: RosterColumn): boolean => ROSTER_HEADINGS[column].includes(headingOf(textOf(cell)));

function placesOf(header: readonly RosterCell[], row: number): ReadonlyMap<RosterColumn, number> {
  const places = new Map<RosterColumn, number>();
  header.forEach((heading, at) => {
    const column = ROSTER_COLUMNS.find((candidate) => isHeading(heading, candidate));
    if (!column) return;
    const before = places.get(column);
    if (before !== undefined)
      throw CongressErrors.rosterUnreadable(`column-twice:${column}`, { row, cells: `${cellName(before, row)}, ${cellName(at, row)}` });
    places.set(column, at);
  });
  const missing = NEEDED.find((column) => !places.has(column));
  if (missing) throw CongressErrors.rosterUnreadable(`missing-column:${missing}`, { row });
  return places;
}

/** A cell as spreadsheets call it: the first column is A, behind Z comes AA. */
function cellName(column: number, row: number): string {
  const letters = (number: number): string =>
    number < 0 ? '' : letters(Math.floor(number / 26) - 1) + String.fromCharCode(65 + (number % 26));
  return `${letters(column)}${row}`;
}
