import writeWorkbook, { type Feature } from 'write-excel-file/node';

/** A cell: a text that has room for its lines, or spills over where it is not wrapped. */
export type PrintedCell =
  | { readonly value: string; readonly type: StringConstructor; readonly wrap?: boolean; readonly fontWeight?: 'bold' }
  | { readonly value: number; readonly type: NumberConstructor };

/** A sheet as it is handed over: its first row is its head. */
export interface PrintedSheet {
  readonly data: readonly (readonly PrintedCell[])[];
  /** Its name. */
  readonly sheet: string;
  /** As wide as so many characters. */
  readonly columns: readonly { readonly width: number }[];
  /** The column that says what a row is about; it is printed again on each page of a sheet that is wider than one. */
  readonly nameColumn?: string;
}

/** As many characters beside each other as can still be read on A4 across. */
const LEGIBLE = 220;
const LINE_POINTS = 15;
const ROW_POINTS_MAX = 409; // As the format has it.
const XML = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => XML[letter as keyof typeof XML]);

/** How many pages beside each other a sheet takes: one, unless nobody could read it. */
const pagesAcross = ({ columns }: Pick<PrintedSheet, 'columns'>): number =>
  Math.max(1, Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / LEGIBLE));

function titlesOf(sheet: PrintedSheet, nth: number): string {
  const name = `'${escaped(sheet.sheet.replaceAll("'", "''"))}'!`; // Within the apostrophes of a formula those of a name are doubled.
  const column = sheet.nameColumn && pagesAcross(sheet) > 1 ? `${name}$${sheet.nameColumn}:$${sheet.nameColumn},` : '';
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${nth}">${column}${name}$1:$1</definedName>`;
}

/** How many lines a text takes in a column: what is not of the Latin script is twice as wide. */
const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.replaceAll(/[^\0-\u02ff]/g, '00').length / (width - 1))), 0);

/** A row with room for all of its lines: not every program makes it by itself. */
function roomy(cells: readonly PrintedCell[], columns: PrintedSheet['columns']) {
  const lines = cells.map((cell, nth) => (typeof cell.value === 'string' && 'wrap' in cell ? linesIn(cell.value, columns[nth]!.width) : 1));
  const height = Math.min(LINE_POINTS * Math.max(1, ...lines), ROW_POINTS_MAX);
  return cells.map((cell, nth) => ({ ...cell, alignVertical: 'top' as const, ...(nth === 0 && { height }) }));
}

/** What the library has no option for. */
const printOf = (sheets: readonly PrintedSheet[]): Feature<Buffer> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) => xml.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        transformElementAttributes: (tag, attributes, _nth, _options, { sheetIndex }) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: pagesAcross(sheets[sheetIndex]!), fitToHeight: 0 } : attributes,
      },
      'xl/workbook.xml': {
        transform: (xml) => xml.replace(/<definedNames\s*\/>/, () => `<definedNames>${sheets.map(titlesOf).join('')}</definedNames>`),
      },
    },
  },
});

/**
 * Writes a workbook that prints well: on A4 across, each sheet as wide as one page, or as few as can be read, its first row at the top of
 * each page.
 */
export function writePrintedWorkbook(sheets: readonly PrintedSheet[]): Promise<Buffer> {
  const across = sheets.map(({ sheet, columns, data }) => ({
    sheet,
    columns,
    data: data.map((cells) => roomy(cells, columns)),
    orientation: 'landscape',
    stickyRowsCount: 1,
  }));
  return writeWorkbook(across as never, { features: [printOf(sheets)] } as never).toBuffer();
}
