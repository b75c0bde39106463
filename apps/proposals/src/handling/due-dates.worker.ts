import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { settleDueDate } from '@plenum/proposals-domain';
import { ProposalChanges } from '../access/proposal-changes.js';
import { SettlingWorker } from '../access/settling.worker.js';

const SWEEP_MS = 3_600_000; // Holidays are announced once a year, with a release or as an organisation's own calendar.

/** What has no day before the next session is not looked at until a later one is set up. */
const PROVISIONAL = `SELECT d.id, d.subject_id AS "handlingId", d.proposal_id AS "proposalId", d.organisation_id AS "organisationId"
  FROM deadlines d WHERE d.provisional AND d.met_at IS NULL AND d.subject_kind = 'handling' AND d.matter IN ('reply', 'contact')
    AND d.id > $1
    AND (d.due_on IS NOT NULL OR EXISTS (
      SELECT FROM proposals p JOIN directory_sessions own ON own.id = p.session_id
      JOIN directory_sessions later ON later.organisation_id = p.organisation_id AND later.opens_at > own.opens_at
      WHERE p.id = d.proposal_id AND later.opens_at > d.started_on::date))
  ORDER BY d.id LIMIT $2`;

interface ProvisionalDate {
  readonly id: string;
  readonly handlingId: string;
  readonly proposalId: string;
  readonly organisationId: string;
}

/** Settles provisional due dates once the holidays that they rest on are announced, or the session that they are due before is set up. */
@Injectable()
export class DueDatesWorker extends SettlingWorker<ProvisionalDate> {
  constructor(
    private readonly database: Database,
    private readonly changes: ProposalChanges,
  ) {
    super({ name: 'DueDates', everyMs: SWEEP_MS });
  }

  protected find(after: string, limit: number): Promise<readonly ProvisionalDate[]> {
    return this.database.query<ProvisionalDate>(PROVISIONAL, [after, limit]);
  }

  protected settle({ handlingId, proposalId, organisationId }: ProvisionalDate): Promise<boolean> {
    return this.changes.settleHandling({ proposalId, handlingId, organisationId, action: 'settle-due-date' }, settleDueDate);
  }
}
