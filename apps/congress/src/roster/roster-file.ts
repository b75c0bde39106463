import { CongressErrors, readRosterTable, ROSTER_LIMITS, type RosterLine } from '@plenum/congress-domain';
import { readSpreadsheet } from '@plenum/service-kit';

const LIMITS = { rows: ROSTER_LIMITS.rowsWithBlanks, columns: ROSTER_LIMITS.columns };

/**
 * The lines of an uploaded roster: `.xlsx`, or `.csv` in UTF-8 (with or without a mark) or GB18030.
 * @throws `congress.roster-unreadable` saying why.
 */
export async function readRosterFile(bytes: Buffer): Promise<readonly RosterLine[]> {
  const { cells, merged } = await readSpreadsheet(bytes, LIMITS, CongressErrors.rosterUnreadable);
  return readRosterTable(cells, merged);
}
