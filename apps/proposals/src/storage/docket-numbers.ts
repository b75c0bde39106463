import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { StorageErrors } from './storage.errors.js';

const DIGITS_MIN = 3;

/** Docket numbers (案号): term, session and a running number, `7-2-001`. */
@Injectable()
export class DocketNumbers {
  constructor(private readonly directory: Directory) {}

  /**
   * The next number of a session. Unique and without gaps: the counter's row is locked until the transaction ends,
   * and a transaction that fails gives its number back.
   */
  async next(tx: Transaction, sessionId: string): Promise<string> {
    const session = await this.directory.session(tx, sessionId);
    if (!session) throw StorageErrors.notFound('session', sessionId);
    const [counter] = await tx.query<{ latest: number }>(
      `
        INSERT INTO docket_counters (session_id, latest)
        VALUES ($1, 1)
        ON CONFLICT (session_id)
        DO UPDATE SET latest = docket_counters.latest + 1
        RETURNING latest
      `,
      [sessionId],
    );
    return `${session.termNo}-${session.sessionNo}-${String(counter!.latest).padStart(DIGITS_MIN, '0')}`;
  }
}
