import writeWorkbook from 'write-excel-file/node';

/** A sheet to write: its name, how wide each column is in characters, and its rows, the first of which is the head. */
export interface SheetToWrite {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const CONTROL = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;
const CELL_MAX = 32_767; // Of the workbook format.
const NAME_MAX = 31; // Of the workbook format, too.

/** A text that the workbook format can hold. */
export const holdable = (text: string): string => text.replaceAll(CONTROL, '').slice(0, CELL_MAX);

/** Writes an `.xlsx` file. A text is a text, never a formula. */
export async function writeSpreadsheet(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const written = sheets.map(({ name, widths, rows }) => ({
    sheet: name.replaceAll(/[[\]*?:/\\]/g, ' ').slice(0, NAME_MAX),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: rows.map((cells, nth) =>
      cells.map((value) =>
        typeof value === 'number'
          ? { value, type: Number }
          : { value: holdable(value), type: String, ...(nth === 0 && { fontWeight: 'bold' as const }) },
      ),
    ),
  }));
  return writeWorkbook(written as never).toBuffer();
}
