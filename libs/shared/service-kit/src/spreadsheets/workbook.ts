import { readSheet } from 'read-excel-file/universal';
import type { MergedRange, RefuseSpreadsheet, Spreadsheet, SpreadsheetCell, SpreadsheetLimits } from './spreadsheet.js';
import { unpack } from './zip-archive.js';

const UNPACKED_BYTES_MAX = 33_554_432; // Ten thousand rows unpack to a fifth of it; a file that unpacks to more is an attack.
const TAG = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])/;
const PLACE = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const CELL = /^([A-Z]{0,3})(\d{1,7})$/;

/**
 * Reads the first sheet of an `.xlsx` file. Formulas are never evaluated: a cell has the value that was saved with it.
 * @throws what `refuse` makes of `not-a-workbook`, `too-large` when it would unpack to more than 32 MiB, or `too-many-cells`.
 */
export async function readFirstSheet(bytes: Buffer, limits: SpreadsheetLimits, refuse: RefuseSpreadsheet): Promise<Spreadsheet> {
  const unpacked = await unpack(bytes, UNPACKED_BYTES_MAX);
  if (!unpacked.ok) throw refuse(unpacked.reason === 'too-large' ? 'too-large' : 'not-a-workbook');
  const files = new Map(unpacked.files.map(({ name, content }) => [name, content.toString('utf8')]));
  if (![...files.values()].every((xml) => isSmallSheet(xml, limits))) throw refuse('too-many-cells');
  const rows = await readSheet(new Uint8Array(bytes).buffer, 1, { parseNumber: (number) => ({ number }) }).catch(() => {
    throw refuse('not-a-workbook');
  });
  return { cells: rows.map((row) => row.map(cellOf)), merged: mergedIn(firstSheetOf(files)) };
}

const SHEET = /<(?:[\w.-]{1,40}:)?sheet\s[^<>]{0,2000}>/;
const RELATION = /<(?:[\w.-]{1,40}:)?Relationship\s[^<>]{0,2000}>/g;
const MERGED = /<(?:[\w.-]{1,40}:)?mergeCell\s[^<>]{0,200}>/g;
const RANGE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;

/** The text of the first sheet, as the workbook names it and its relations place it; of a workbook that does not tell, all sheets. */
function firstSheetOf(files: ReadonlyMap<string, string>): string {
  const relation = attributeOf(SHEET.exec(files.get('xl/workbook.xml') ?? '')?.[0], 'id');
  const [placed] =
    (files.get('xl/_rels/workbook.xml.rels') ?? '')
      .match(RELATION)
      ?.filter((tag) => relation !== undefined && attributeOf(tag, 'Id') === relation) ?? [];
  const target = attributeOf(placed, 'Target') ?? '';
  return files.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? [...files.values()].join('');
}

const attributeOf = (tag: string | undefined, name: string): string | undefined =>
  new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag ?? '')
    ?.slice(1)
    .find((value) => value !== undefined);

function mergedIn(sheet: string): readonly MergedRange[] {
  return (sheet.match(MERGED) ?? []).flatMap((tag) => {
    const [, left = '', top = '', right = '', bottom = ''] = RANGE.exec(attributeOf(tag, 'ref') ?? '') ?? [];
    return left === ''
      ? []
      : [{ top: Number(top) - 1, left: columnNumber(left) - 1, bottom: Number(bottom) - 1, right: columnNumber(right) - 1 }];
  });
}

/**
 * Whether no cell stands beyond the limits. The reader makes every cell before the last one, so a single cell at XFD1048576
 * would be seventeen billion. What holds no cells is small.
 */
function isSmallSheet(xml: string, limits: SpreadsheetLimits): boolean {
  let [rows, cellsInRow] = [0, 0];
  const tags = new RegExp(TAG, 'g');
  for (let found = tags.exec(xml); found; found = tags.exec(xml)) {
    const end = endOfTag(xml, tags.lastIndex);
    if (end < 0) return false; // Everything to the end of the file is one tag: no workbook, and not worth a second look.
    if (found[1] === 'row') [rows, cellsInRow] = [rows + 1, 0];
    else cellsInRow += 1;
    const [, doubleQuoted, singleQuoted] = PLACE.exec(xml.slice(tags.lastIndex, end)) ?? [];
    const place = doubleQuoted ?? singleQuoted;
    const [, column = '', row = ''] = CELL.exec(place ?? '') ?? [];
    if (place !== undefined && row === '') return false;
    if (Math.max(rows, Number(row)) > limits.rows || Math.max(cellsInRow, columnNumber(column)) > limits.columns) return false;
    tags.lastIndex = end;
  }
  return true;
}

/**
 * Where a tag ends whose attributes begin here, or -1. Sought by hand: a pattern would look at an open tag again from each of its
 * characters.
 */
function endOfTag(xml: string, start: number): number {
  const stop = /["'>]/g;
  for (let at = start; at >= 0;) {
    stop.lastIndex = at;
    const found = stop.exec(xml);
    if (!found) return -1;
    if (found[0] === '>') return found.index;
    const closing = xml.indexOf(found[0], found.index + 1);
    at = closing < 0 ? -1 : closing + 1;
  }
  return -1;
}

/** A is 1, Z is 26, AA is 27; no letters are 0. */
const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

function cellOf(cell: unknown): SpreadsheetCell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'object' && cell !== null && 'number' in cell) return { number: String(cell.number) };
  return cell === null || cell === undefined ? '' : String(cell as string | boolean);
}
