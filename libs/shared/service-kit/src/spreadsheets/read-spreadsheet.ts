import { CsvError, parse } from 'csv-parse/sync';
import { hasStream, isCompoundFile } from './compound-file.js';
import type { RefuseSpreadsheet, Spreadsheet, SpreadsheetLimits } from './spreadsheet.js';
import { readFirstSheet } from './workbook.js';
import { isZip } from './zip-archive.js';

const DELIMITERS = [',', '\t', ';'] as const;
const RECORD_LENGTH_MAX = 256 * 1024; // Four texts of 20,000 characters; a quote that is never closed must not swallow the file.

/**
 * The table in an uploaded file: `.xlsx`, or `.csv` in UTF-8 (with or without a mark) or GB18030. What a file is, its bytes say and not its
 * name. @throws what `refuse` makes of why it cannot be read
 */
export async function readSpreadsheet(bytes: Buffer, limits: SpreadsheetLimits, refuse: RefuseSpreadsheet): Promise<Spreadsheet> {
  if (isCompoundFile(bytes)) throw refuse(hasStream(bytes, 'EncryptedPackage') ? 'password-protected' : 'old-workbook');
  return isZip(bytes) ? readFirstSheet(bytes, limits, refuse) : { cells: readCsv(bytes, limits, refuse), merged: [] };
}

function readCsv(bytes: Buffer, limits: SpreadsheetLimits, refuse: RefuseSpreadsheet): readonly (readonly string[])[] {
  const text = decode(bytes, refuse);
  if (text.includes('\0')) throw refuse('not-a-text');
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: false,
      max_record_size: RECORD_LENGTH_MAX,
      to: limits.rows + 1, // One row too many is enough to see.
    });
  } catch (error) {
    if (error instanceof CsvError) throw refuse('not-a-table', typeof error['lines'] === 'number' ? { row: error['lines'] } : {});
    throw error;
  }
}

/** UTF-8 where the bytes are valid UTF-8, else GB18030, which is what Excel writes in China. */
function decode(bytes: Buffer, refuse: RefuseSpreadsheet): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw refuse('not-a-text');
}

const LINES_LOOKED_AT = 20; // A title above the header has no delimiter.

/** The delimiter that one of the first lines has most of. */
function delimiterOf(text: string): string {
  const first = text.split(/\r?\n/, LINES_LOOKED_AT);
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, times: Math.max(...first.map((line) => line.split(delimiter).length)) }));
  return counted.reduce((most, next) => (next.times > most.times ? next : most)).delimiter;
}
