import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { startOfDay } from '@plenum/calendar';
import type { Transaction } from '@plenum/database';
import { Directory, type DirectorySession } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { type CallWindow, type HistoryEntry, importedMatter, openCall } from '@plenum/proposals-domain';
import type { Actor, ChangeRequest } from '@plenum/service-kit';
import { CallRepository } from '../storage/call.repository.js';
import { CommitmentRepository } from '../storage/commitment.repository.js';
import { calendarOf } from '../storage/proposal.rows.js';
import { ProposalRepository } from '../storage/proposal.repository.js';

const ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('history-import ' || $1, 0))";
/** A number is drawn under the lock of its count: whoever waits for it sees what was brought in meanwhile, and draws the next. */
const NO_NUMBER_DRAWN = `INSERT INTO number_counters AS c (session_id, series, latest) VALUES ($1, 'PROPOSAL', 0), ($1, 'SUGGESTION', 0)
  ON CONFLICT (session_id, series) DO UPDATE SET latest = c.latest`;
const MARK = `INSERT INTO imported_matters
  (proposal_id, organisation_id, session_id, number, proposer, import_id, imported_by, imported_at, unit)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT u.name FROM directory_units u WHERE u.id = $9))`;
const DAY_MS = 86_400_000;

/** Where earlier matters are written among the proposals, each marked as imported. No event is made: nobody is told. */
@Injectable()
export class ImportedMatters {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly commitments: CommitmentRepository,
    private readonly calls: CallRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  /**
   * Two imports of one session come one after the other: what the first brought in the second knows. Nothing is filed in it meanwhile, so
   * that no docket number is given twice.
   */
  async lock(tx: Transaction, sessionId: string): Promise<void> {
    await tx.query(ONE_AT_A_TIME, [sessionId]);
    await tx.query(NO_NUMBER_DRAWN, [sessionId]);
  }

  /** Writes these, each under the number of its row. */
  async write(
    tx: Transaction,
    request: ChangeRequest<Actor>,
    session: DirectorySession,
    { importId, entries }: { readonly importId: string; readonly entries: readonly HistoryEntry[] },
  ): Promise<void> {
    const { organisationId, memberId } = request.actor;
    const overrides = await this.directory.calendar(tx, organisationId);
    const { zone } = overrides;
    const at = this.clock.now();
    const of = {
      call: await this.callOf(tx, session),
      calendar: calendarOf(overrides),
      by: memberId,
      at,
      startOf: (day: HistoryEntry['submittedOn']) => startOfDay(day, zone),
    };
    for (const entry of entries) {
      const ids = { proposalId: randomUUID(), handlingId: randomUUID(), commitmentId: randomUUID() };
      const matter = importedMatter(entry, { ...ids, leadProposerId: entry.proposer.memberId ?? randomUUID() }, of);
      await this.proposals.bringIn(tx, request, matter);
      if (matter.commitment) await this.commitments.bringIn(tx, request, matter.proposal, matter.commitment);
      const told = [entry.number, entry.proposer.name, importId, memberId, at, entry.unitId];
      await tx.query(MARK, [ids.proposalId, organisationId, session.id, ...told]);
    }
  }

  /** A call of that session; where there was none here, one whose window was over before it began. Nobody is told of it. */
  private async callOf(tx: Transaction, { id: sessionId, organisationId, opensAt }: DirectorySession): Promise<CallWindow> {
    const [known] = await this.calls.list(tx, organisationId, sessionId);
    if (known) return known;
    const window = { opensAt: new Date(opensAt.getTime() - DAY_MS), closesAt: opensAt };
    const call = openCall({ id: randomUUID(), organisationId, sessionId, ...window, settings: {} });
    await this.calls.add(tx, call);
    return call;
  }
}
