import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { assertCurrent, type HistoryLine, type HistoryRow, historySummary } from '@plenum/proposals-domain';
import { type Actor, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { StorageErrors } from '../storage/storage.errors.js';

/** A table of earlier matters as it was uploaded and checked. */
export interface HistoryImport {
  readonly id: string;
  readonly sessionId: string;
  readonly fileName: string;
  readonly uploadedAt: Date;
  /** Null until it is confirmed: nothing of it has been written. */
  readonly confirmedAt: Date | null;
  readonly lines: readonly HistoryLine[];
  readonly rows: readonly HistoryRow[];
  readonly version: number;
}

const COLUMNS = `id, session_id AS "sessionId", file_name AS "fileName", uploaded_at AS "uploadedAt", confirmed_at AS "confirmedAt",
  lines, rows, version`;
const FIND = `SELECT ${COLUMNS} FROM history_imports WHERE id = $1 AND organisation_id = $2`;
const FORGOTTEN = `DELETE FROM history_imports
  WHERE organisation_id = $1 AND confirmed_at IS NULL AND uploaded_at < $2::timestamptz - interval '7 days'`;
const ADD = `INSERT INTO history_imports (id, organisation_id, session_id, file_name, uploaded_by, uploaded_at, lines, rows, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)`;
const RENEW = 'UPDATE history_imports SET rows = $2, version = version + 1 WHERE id = $1';
const CONFIRMED = "UPDATE history_imports SET confirmed_at = $2, lines = '[]' WHERE id = $1";

const ROWS_NAMED_MAX = 100; // The renewed preview has them all.

/** Tables of earlier matters, from their upload to their confirmation. */
@Injectable()
export class HistoryImports {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
    private readonly clock: Clock,
  ) {}

  /** One of the organisation. @throws `proposals.not-found` */
  async find(from: Queryable, id: string, organisationId: string): Promise<HistoryImport> {
    return found(await from.query<HistoryImport>(FIND, [id, organisationId]), id);
  }

  /** Keeps a table with its preview; ones that nobody confirmed within a week are forgotten. */
  async add(
    request: ChangeRequest<Actor>,
    { id, sessionId, fileName, lines }: Pick<HistoryImport, 'id' | 'sessionId' | 'fileName' | 'lines'>,
    check: (tx: Transaction) => Promise<readonly HistoryRow[]>,
  ): Promise<void> {
    const { organisationId, memberId } = request.actor;
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const rows = await check(tx);
      await tx.query(FORGOTTEN, [organisationId, now]);
      await tx.query(ADD, [id, organisationId, sessionId, fileName, memberId, now, JSON.stringify(lines), JSON.stringify(rows)]);
      await this.records.write(tx, request, this.recordOf({ id, sessionId, rows }));
    });
  }

  /**
   * Confirms a table once; again is no change. Where the lines would do another thing now than the preview says, it is renewed instead and
   * nothing is written. @returns the rows that differ
   * @throws `proposals.not-found`, `proposals.outdated`
   */
  async confirm(
    request: ChangeRequest<Actor> & { readonly id: string; readonly read: number },
    recheck: (tx: Transaction, found: HistoryImport) => Promise<readonly HistoryRow[]>,
    write: (tx: Transaction, found: HistoryImport) => Promise<void>,
  ): Promise<readonly string[]> {
    const { id, read, actor } = request;
    return this.database.transaction(async (tx) => {
      const table = found(await tx.query<HistoryImport>(`${FIND} FOR UPDATE`, [id, actor.organisationId]), id);
      if (table.confirmedAt) return [];
      assertCurrent(table, read);
      const rows = await recheck(tx, table);
      const differing = rows.filter((row, nth) => !isDeepStrictEqual(row, table.rows[nth])).map(({ row }) => String(row));
      if (differing.length > 0) {
        await tx.query(RENEW, [id, JSON.stringify(rows)]);
        return differing.slice(0, ROWS_NAMED_MAX);
      }
      await write(tx, table);
      await tx.query(CONFIRMED, [id, this.clock.now()]);
      await this.records.write(tx, request, this.recordOf(table));
      return [];
    });
  }

  private recordOf({ id, sessionId, rows }: Pick<HistoryImport, 'id' | 'sessionId' | 'rows'>) {
    return { subject: { kind: 'history-import', id }, after: { sessionId, summary: historySummary(rows) } };
  }
}

function found([table]: readonly HistoryImport[], id: string): HistoryImport {
  if (!table) throw StorageErrors.notFound('import', id);
  return table;
}
