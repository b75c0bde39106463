import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';
import {
  type Change,
  type DrawnNumbers,
  type NumberSeries,
  numbered,
  numbersOwed,
  type PolicyContext,
  type Proposal,
} from '@plenum/proposals-domain';
import { StorageErrors } from './storage.errors.js';

const DRAW = `
INSERT INTO number_counters AS c (session_id, series, latest) VALUES ($1, $2, 1)
  ON CONFLICT (session_id, series) DO UPDATE SET latest = c.latest + 1 RETURNING latest
`;

const IS_IMPORTED = 'SELECT 1 FROM imported_matters WHERE session_id = $1 AND number = $2';

/** The running numbers of each session: receipt numbers (收文号), and docket numbers (案号) of either track. */
@Injectable()
export class RunningNumbers {
  constructor(private readonly directory: Directory) {}

  /**
   * The change with every number that its proposal is owed. Unique and without gaps: the row of a counter is locked until the transaction
   * ends, and a transaction that fails gives its number back. Asked last, so that the counter is held no longer than it must be.
   */
  async complete(tx: Transaction, change: Change, context: PolicyContext): Promise<Change> {
    const { proposal } = change;
    const owed = numbersOwed(proposal, context.call.settings);
    if (owed.length === 0) return change;
    return { ...change, proposal: await this.numbered(tx, proposal, owed, context) };
  }

  private async numbered(
    tx: Transaction,
    proposal: Proposal,
    owed: readonly NumberSeries[],
    { call, calendar, at }: PolicyContext,
  ): Promise<Proposal> {
    const session = await this.directory.session(tx, proposal.sessionId);
    if (!session) throw StorageErrors.notFound('session', proposal.sessionId);
    const drawn: Partial<Record<NumberSeries, number>> = {};
    for (const series of owed) drawn[series] = await this.next(tx, proposal.sessionId, series);
    const { termNo, sessionNo } = session;
    const by = { termNo, sessionNo, today: calendar.dayOf(at) };
    const { track } = proposal;
    if (track === null || drawn[track] === undefined) return numbered(proposal, drawn satisfies DrawnNumbers, by, call.settings);
    for (;;) {
      const complete = numbered(proposal, drawn satisfies DrawnNumbers, by, call.settings);
      if (!(await this.isImported(tx, complete))) return complete;
      drawn[track] = await this.next(tx, proposal.sessionId, track);
    }
  }

  /** Whether an earlier matter was brought in under that docket number: it keeps it, and the next one is drawn. */
  private async isImported(tx: Transaction, { sessionId, docketNo }: Proposal): Promise<boolean> {
    return (await tx.query(IS_IMPORTED, [sessionId, docketNo])).length > 0;
  }

  private async next(tx: Transaction, sessionId: string, series: NumberSeries): Promise<number> {
    const [counter] = await tx.query<{ latest: number }>(DRAW, [sessionId, series]);
    return counter!.latest;
  }
}
