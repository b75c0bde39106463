import { CongressErrors, ROSTER_LIMITS } from '@plenum/congress-domain';
import { readSheet } from 'read-excel-file/universal';
import { unpack } from './zip-archive.js';

const UNPACKED_BYTES_MAX = 33_554_432; // Ten thousand rows unpack to a fifth of it; a file that unpacks to more is an attack.
const TAG = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const PLACE = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const CELL = /^([A-Z]{0,3})(\d{1,7})$/;

/**
 * The cells of the first sheet of an `.xlsx` file as text. Formulas are never evaluated: a cell has the value that was saved with it.
 * @throws `congress.roster-unreadable` with `not-a-workbook`, `too-large` when it would unpack to more than 32 MiB, or `too-many-cells`.
 */
export async function readFirstSheet(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const unpacked = await unpack(bytes, UNPACKED_BYTES_MAX);
  if (!unpacked.ok) throw CongressErrors.rosterUnreadable(unpacked.reason === 'too-large' ? 'too-large' : 'not-a-workbook');
  if (!unpacked.contents.every((content) => isSmallSheet(content.toString('utf8')))) throw CongressErrors.rosterUnreadable('too-many-cells');
  const rows = await readSheet(new Uint8Array(bytes).buffer, 1, { parseNumber: plainNumber }).catch(() => {
    throw CongressErrors.rosterUnreadable('not-a-workbook');
  });
  return rows.map((row) => row.map(textOf));
}

/**
 * Whether no cell stands beyond the limits. The reader makes every cell before the last one, so a single cell at XFD1048576
 * would be seventeen billion. What holds no cells is small.
 */
function isSmallSheet(xml: string): boolean {
  let [rows, cellsInRow] = [0, 0];
  for (const [, tag, attributes = ''] of xml.matchAll(TAG)) {
    if (tag === 'row') [rows, cellsInRow] = [rows + 1, 0];
    else cellsInRow += 1;
    const [, doubleQuoted, singleQuoted] = PLACE.exec(attributes) ?? [];
    const place = doubleQuoted ?? singleQuoted;
    const [, column = '', row = ''] = CELL.exec(place ?? '') ?? [];
    if (place !== undefined && row === '') return false;
    if (Math.max(rows, Number(row)) > ROSTER_LIMITS.rowsWithBlanks || Math.max(cellsInRow, columnNumber(column)) > ROSTER_LIMITS.columns) return false;
  }
  return true;
}

/** A is 1, Z is 26, AA is 27; no letters are 0. */
const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Staff numbers are often kept as numbers: the digits as they were saved, not as a binary fraction reads them. */
const plainNumber = (saved: string): string => (/^-?\d+$/.test(saved) ? saved : String(Number(saved)));

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell);
}
