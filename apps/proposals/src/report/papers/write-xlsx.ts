import { writePrintedWorkbook } from '../../shapes/printed-workbook.js';
import type { PaperTable } from './paper.js';
import { datedBy } from './same-bytes.js';

const NAME_MAX = 31; // As the format has it.
const WIDTH_PER_PART = 4;

/** Writes tables as a workbook, a sheet each: the same tables give the same bytes. A text is a text, never a formula. */
export async function writeXlsx(tables: readonly PaperTable[], foot: readonly string[], at: Date): Promise<Buffer> {
  const sheets = tables.map(({ caption, head, rows, widths }) => ({
    sheet: caption.replaceAll(/[[\]*?:/\\]/g, ' ').slice(0, NAME_MAX),
    columns: widths.map((width) => ({ width: width * WIDTH_PER_PART })),
    data: [
      head.map((value) => ({ value, type: String, wrap: true, fontWeight: 'bold' as const })),
      ...rows.map((cells) =>
        cells.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true })),
      ),
      ...foot.map((value) => [{ value, type: String }]),
    ],
  }));
  return datedBy(await writePrintedWorkbook(sheets), at);
}
