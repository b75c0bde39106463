import { holdable } from '@plenum/service-kit';
import { writePrintedWorkbook } from '../shapes/printed-workbook.js';
import { csvField } from './cells.js';
import { type Cell, EXPORT_COLUMNS, EXPORT_TABLES, type ExportColumn, type ExportRow, type ExportTable } from './tables/export-tables.js';
import type { MattersExported } from './matters-export.query.js';
import type { ExportWords } from './messages/wording.js';

const MARK = '\uFEFF'; // Without it, spreadsheets read Chinese in UTF-8 as something else.
const NAME_COLUMN = 'B'; // The docket number; the first is for programs.
const WIDTH = 18;
const WIDTHS: Partial<Record<ExportColumn, number>> = {
  proposalId: 38,
  promiseId: 38,
  subject: 40,
  grounds: 48,
  measures: 48,
  text: 48,
  promise: 40,
};

/** All tables of an export as they were read, by the names of their columns. */
export function writeJson({ content, at }: MattersExported): Buffer {
  return Buffer.from(JSON.stringify({ at, ...content }, null, 1));
}

/** A table of an export in words, for spreadsheets. Nothing in it is a formula. */
export function writeCsv(table: ExportTable, { content, zone }: MattersExported, words: ExportWords): Buffer {
  const lines = inWords(table, content[table], words, zone).map((cells) => cells.map((cell) => csvField(String(cell))).join(','));
  return Buffer.from(`${MARK}${lines.join('\r\n')}\r\n`);
}

/** All tables as a workbook, a sheet each. A text is a text, never a formula. */
export async function writeWorkbookOf({ content, zone }: MattersExported, words: ExportWords): Promise<Buffer> {
  const sheets = EXPORT_TABLES.map((table) => ({
    sheet: words.tables[table],
    columns: EXPORT_COLUMNS[table].map((column) => ({ width: WIDTHS[column] ?? WIDTH })),
    nameColumn: NAME_COLUMN,
    data: inWords(table, content[table], words, zone).map((cells, nth) =>
      cells.map((value) =>
        typeof value === 'number'
          ? { value, type: Number }
          : { value: holdable(value), type: String, wrap: true, ...(nth === 0 && { fontWeight: 'bold' as const }) },
      ),
    ),
  }));
  return writePrintedWorkbook(sheets);
}

function inWords(
  table: ExportTable,
  rows: readonly ExportRow[],
  words: ExportWords,
  zone: string,
): readonly (readonly (string | number)[])[] {
  const columns: readonly ExportColumn[] = EXPORT_COLUMNS[table];
  const timeOf = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const told = (column: ExportColumn, cell: Cell | undefined): string | number => {
    if (cell === null || cell === undefined) return '';
    if (cell instanceof Date) return timeOf.format(cell);
    if (typeof cell === 'boolean') return cell ? words.yes : words.no;
    return typeof cell === 'string' ? (words.values[column]?.[cell] ?? cell) : cell;
  };
  return [columns.map((column) => words.columns[column]), ...rows.map((row) => columns.map((column) => told(column, row[column])))];
}
