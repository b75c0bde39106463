import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { settleDueDate } from '@plenum/proposals-domain';
import { ProposalChanges } from '../access/proposal-changes.js';
import { SettlingWorker } from '../access/settling.worker.js';

const SWEEP_MS = 3_600_000; // Holidays are announced once a year, with a release or as an organisation's own calendar.

const PROVISIONAL = `SELECT id, subject_id AS "handlingId", proposal_id AS "proposalId", organisation_id AS "organisationId" FROM deadlines
  WHERE provisional AND met_at IS NULL AND subject_kind = 'handling' AND matter = 'reply' AND id > $1 ORDER BY id LIMIT $2`;

interface ProvisionalDate {
  readonly id: string;
  readonly handlingId: string;
  readonly proposalId: string;
  readonly organisationId: string;
}

/** Settles provisional due dates once the holidays that they rest on are announced. */
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
