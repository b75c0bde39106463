import { Injectable } from '@nestjs/common';
import {
  type Doubt,
  type DoubtReason,
  Entries,
  type Entry,
  type EntryNo,
  type Ruling,
  type Sheet,
  type Verdict,
} from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

interface SheetRow {
  readonly reading: number;
  readonly no: number;
  readonly marks: Readonly<Record<string, string>>;
  readonly writeIns: readonly string[];
  readonly doubt: Doubt | null;
}

interface RulingRow extends Pick<SheetRow, 'no' | 'marks' | 'writeIns'> {
  readonly scrutineerId: string;
  readonly verdict: Verdict;
  readonly reason: DoubtReason;
}

const DECISION = 3;
const SHEETS =
  'SELECT reading, sheet_no AS no, marks, write_ins AS "writeIns", doubt FROM ballot_sheets WHERE ballot_id = $1 ORDER BY sheet_no';
const WRITE = `
  INSERT INTO ballot_sheets (ballot_id, reading, sheet_no, marks, write_ins, doubt)
  SELECT $1, $2, no, marks, write_ins, doubt
  FROM unnest($3::int[], $4::jsonb[], $5::jsonb[], $6::jsonb[]) AS s (no, marks, write_ins, doubt)
  ON CONFLICT (ballot_id, reading, sheet_no) DO UPDATE SET marks = excluded.marks, write_ins = excluded.write_ins, doubt = excluded.doubt
`;
const RULINGS = `SELECT sheet_no AS no, scrutineer_id AS "scrutineerId", verdict, reason, marks, write_ins AS "writeIns"
  FROM ballot_rulings WHERE ballot_id = $1 ORDER BY sheet_no, scrutineer_id`;
const RULE = `
INSERT INTO ballot_rulings (ballot_id, sheet_no, scrutineer_id, verdict, reason, marks, write_ins) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (ballot_id, sheet_no, scrutineer_id)
  DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, marks = excluded.marks, write_ins = excluded.write_ins
`;

/** The sheets of a paper ballot as two tellers read them, as a third decided, and as scrutineers decided what was doubtful. */
@Injectable()
export class EntriesRepository {
  async entriesOf(from: Queryable, ballotId: string): Promise<Entries> {
    const entries = await from.query<Omit<Entry, 'sheets'>>(
      'SELECT entry_no AS "entryNo", teller_id AS "tellerId" FROM ballot_entries WHERE ballot_id = $1',
      [ballotId],
    );
    const rows = entries.length === 0 ? [] : await from.query<SheetRow>(SHEETS, [ballotId]);
    const read = (reading: number): Sheet[] => rows.filter((row) => row.reading === reading).map(toSheet);
    const rulings = entries.length === 0 ? [] : await from.query<RulingRow>(RULINGS, [ballotId]);
    return new Entries(
      entries.sort((one, other) => one.entryNo - other.entryNo).map((entry) => ({ ...entry, sheets: read(entry.entryNo) })),
      read(DECISION),
      rulings.map(toRuling),
    );
  }

  /** Keeps sheets of an entry, in place of those with the same number. */
  async keep(tx: Transaction, ballotId: string, { entryNo, tellerId }: Entry, sheets: readonly Sheet[]): Promise<void> {
    await tx.query('INSERT INTO ballot_entries (ballot_id, entry_no, teller_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      ballotId,
      entryNo,
      tellerId,
    ]);
    await write(tx, ballotId, entryNo, sheets);
  }

  /** Keeps how a sheet reads that was read differently. */
  decide(tx: Transaction, ballotId: string, sheet: Sheet): Promise<void> {
    return write(tx, ballotId, DECISION, [sheet]);
  }

  /** Keeps how a scrutineer decides a doubtful sheet, in place of the own decision before. */
  async rule(tx: Transaction, ballotId: string, { scrutineerId, verdict, reason, sheet }: Ruling): Promise<void> {
    await tx.query(RULE, [
      ballotId,
      sheet.no,
      scrutineerId,
      verdict,
      reason,
      JSON.stringify(Object.fromEntries(sheet.marks)),
      JSON.stringify(sheet.writeIns),
    ]);
  }
}

async function write(tx: Transaction, ballotId: string, reading: EntryNo | typeof DECISION, sheets: readonly Sheet[]): Promise<void> {
  const numbers = sheets.map(({ no }) => no);
  const marks = sheets.map((sheet) => JSON.stringify(Object.fromEntries(sheet.marks)));
  const writeIns = sheets.map((sheet) => JSON.stringify(sheet.writeIns));
  const doubts = sheets.map(({ doubt }) => doubt && JSON.stringify(doubt));
  await tx.query(WRITE, [ballotId, reading, numbers, marks, writeIns, doubts]);
}

const toSheet = ({ no, marks, writeIns, doubt }: SheetRow): Sheet => ({ no, marks: new Map(Object.entries(marks)), writeIns, doubt });

const toRuling = ({ scrutineerId, verdict, reason, ...read }: RulingRow): Ruling => ({
  scrutineerId,
  verdict,
  reason,
  sheet: toSheet({ reading: DECISION, doubt: null, ...read }),
});
