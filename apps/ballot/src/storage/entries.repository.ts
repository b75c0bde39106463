import { Injectable } from '@nestjs/common';
import { Entries, type Entry, type EntryNo, type Sheet } from '@plenum/ballot-domain';
import type { Readable } from '@plenum/directory';
import type { Transaction } from '@plenum/messaging';

interface SheetRow {
  readonly reading: number;
  readonly no: number;
  readonly marks: Readonly<Record<string, string>>;
  readonly writeIns: readonly string[];
}

const DECISION = 3;
const SHEETS = 'SELECT reading, sheet_no AS no, marks, write_ins AS "writeIns" FROM ballot_sheets WHERE ballot_id = $1 ORDER BY sheet_no';
const WRITE = `
  INSERT INTO ballot_sheets (ballot_id, reading, sheet_no, marks, write_ins)
  SELECT $1, $2, no, marks, write_ins FROM unnest($3::int[], $4::jsonb[], $5::jsonb[]) AS s (no, marks, write_ins)
  ON CONFLICT (ballot_id, reading, sheet_no) DO UPDATE SET marks = excluded.marks, write_ins = excluded.write_ins`;

/** The sheets of a paper ballot as two tellers read them, and as a third decided. */
@Injectable()
export class EntriesRepository {
  async of(from: Readable, ballotId: string): Promise<Entries> {
    const entries = (await from.query('SELECT entry_no AS "entryNo", teller_id AS "tellerId" FROM ballot_entries WHERE ballot_id = $1', [ballotId])) as Omit<Entry, 'sheets'>[];
    const rows = entries.length === 0 ? [] : ((await from.query(SHEETS, [ballotId])) as SheetRow[]);
    const read = (reading: number): Sheet[] => rows.filter((row) => row.reading === reading).map(toSheet);
    return new Entries(entries.sort((one, other) => one.entryNo - other.entryNo).map((entry) => ({ ...entry, sheets: read(entry.entryNo) })), read(DECISION));
  }

  /** Keeps sheets of an entry, in place of those with the same number. */
  async keep(tx: Transaction, ballotId: string, { entryNo, tellerId }: Entry, sheets: readonly Sheet[]): Promise<void> {
    await tx.query('INSERT INTO ballot_entries (ballot_id, entry_no, teller_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [ballotId, entryNo, tellerId]);
    await write(tx, ballotId, entryNo, sheets);
  }

  /** Keeps how a sheet reads that was read differently. */
  decide(tx: Transaction, ballotId: string, sheet: Sheet): Promise<void> {
    return write(tx, ballotId, DECISION, [sheet]);
  }
}

async function write(tx: Transaction, ballotId: string, reading: EntryNo | typeof DECISION, sheets: readonly Sheet[]): Promise<void> {
  const numbers = sheets.map(({ no }) => no);
  const marks = sheets.map((sheet) => JSON.stringify(Object.fromEntries(sheet.marks)));
  const writeIns = sheets.map((sheet) => JSON.stringify(sheet.writeIns));
  await tx.query(WRITE, [ballotId, reading, numbers, marks, writeIns]);
}

const toSheet = ({ no, marks, writeIns }: SheetRow): Sheet => ({ no, marks: new Map(Object.entries(marks)), writeIns });
