import { HISTORY_LIMITS, type HistoryLine, readHistoryTable } from '@plenum/proposals-domain';
import { readSpreadsheet, type SpreadsheetCell } from '@plenum/service-kit';
import { HistoryErrors } from './history.errors.js';

const LIMITS = { rows: HISTORY_LIMITS.rowsWithBlanks, columns: HISTORY_LIMITS.columns };

/**
 * The lines of an uploaded table of earlier matters: `.xlsx`, or `.csv` in UTF-8 (with or without a mark) or GB18030.
 * @throws `proposals.history-unreadable` saying why
 */
export async function readHistoryFile(bytes: Buffer): Promise<readonly HistoryLine[]> {
  if (bytes.length > HISTORY_LIMITS.bytes) throw HistoryErrors.unreadable('too-large');
  const { cells } = await readSpreadsheet(bytes, LIMITS, HistoryErrors.unreadable);
  const read = readHistoryTable(cells.map((row) => row.map(textOf)));
  if (read.ok) return read.lines;
  const { reason, row, column } = read;
  throw HistoryErrors.unreadable(reason, { ...(row !== undefined && { row }), ...(column && { column }) });
}

const textOf = (cell: SpreadsheetCell): string => (typeof cell === 'string' ? cell : cell.number);
