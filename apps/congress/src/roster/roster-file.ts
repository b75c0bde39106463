import { CongressErrors, readRosterTable, ROSTER_LIMITS, type RosterLine } from '@plenum/congress-domain';
import { CsvError, parse } from 'csv-parse/sync';
import { hasStream, isCompoundFile } from './compound-file.js';
import { readFirstSheet } from './workbook.js';
import { isZip } from './zip-archive.js';

const DELIMITERS = [',', '\t', ';'] as const;
const RECORD_LENGTH_MAX = 64 * 1024; // A quote that is never closed must not swallow the file.

/**
 * The lines of an uploaded roster: `.xlsx`, or `.csv` in UTF-8 (with or without a mark) or GB18030.
 * What a file is, its bytes say and not its name.
 * @throws `congress.roster-unreadable` saying why.
 */
export async function readRosterFile(bytes: Buffer): Promise<readonly RosterLine[]> {
  if (isCompoundFile(bytes))
    throw CongressErrors.rosterUnreadable(hasStream(bytes, 'EncryptedPackage') ? 'password-protected' : 'old-workbook');
  if (!isZip(bytes)) return readRosterTable(readCsv(bytes));
  const { cells, merged } = await readFirstSheet(bytes);
  return readRosterTable(cells, merged);
}

function readCsv(bytes: Buffer): readonly (readonly string[])[] {
  const text = decode(bytes);
  if (text.includes('\0')) throw CongressErrors.rosterUnreadable('not-a-text');
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: false,
      max_record_size: RECORD_LENGTH_MAX,
      to: ROSTER_LIMITS.rowsWithBlanks + 1, // One row too many is enough to see.
    });
  } catch (error) {
    if (error instanceof CsvError)
      throw CongressErrors.rosterUnreadable('not-a-table', typeof error['lines'] === 'number' ? { row: error['lines'] } : {});
    throw error;
  }
}

/** UTF-8 where the bytes are valid UTF-8, else GB18030, which is what Excel writes in China. */
function decode(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  throw CongressErrors.rosterUnreadable('not-a-text');
}

const LINES_LOOKED_AT = 20; // A title above the header has no delimiter.

/** The delimiter that one of the first lines has most of. */
function delimiterOf(text: string): string {
  const first = text.split(/\r?\n/, LINES_LOOKED_AT);
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, times: Math.max(...first.map((line) => line.split(delimiter).length)) }));
  return counted.reduce((most, next) => (next.times > most.times ? next : most)).delimiter;
}
