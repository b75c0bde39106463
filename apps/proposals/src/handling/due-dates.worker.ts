import { Injectable } from '@nestjs/common';
import { SweepWorker } from '@plenum/messaging';
import { settleDueDate } from '@plenum/proposals-domain';
import { Database } from '@plenum/database';
import { ProposalChanges } from '../access/proposal-changes.js';

const SWEEP_MS = 3_600_000; // Holidays are announced once a year, with a release or as an organisation's own calendar.
const BATCH_MAX = 200;

const PROVISIONAL = `SELECT id, subject_id AS "handlingId", proposal_id AS "proposalId", organisation_id AS "organisationId" FROM deadlines
  WHERE provisional AND met_at IS NULL AND subject_kind = 'handling' AND matter = 'reply' AND id > $1 ORDER BY id LIMIT ${BATCH_MAX}`;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Settles provisional due dates once the holidays that they rest on are announced; each once, by whichever replica comes first. */
@Injectable()
export class DueDatesWorker extends SweepWorker {
  constructor(
    private readonly database: Database,
    private readonly changes: ProposalChanges,
  ) {
    super({ name: 'DueDates', everyMs: SWEEP_MS });
  }

  /** One that cannot be settled keeps no other from it. @returns how many were settled @throws what went wrong first, after the last */
  async settleAll(stopping?: AbortSignal): Promise<number> {
    let [settled, after, isMore] = [0, BEFORE_ALL, true];
    const troubles: unknown[] = [];
    while (isMore && !stopping?.aborted) {
      const rows = await this.database.query<{ id: string; handlingId: string; proposalId: string; organisationId: string }>(PROVISIONAL, [
        after,
      ]);
      for (const { handlingId, proposalId, organisationId } of rows) {
        if (stopping?.aborted) break;
        const settling = this.changes.settleHandling({ proposalId, handlingId, organisationId, action: 'settle-due-date' }, settleDueDate);
        settled += await settling.then(Number, (trouble: unknown) => (troubles.push(trouble), 0));
      }
      after = rows.at(-1)?.id ?? after;
      isMore = rows.length === BATCH_MAX;
    }
    if (troubles.length > 0) throw troubles[0];
    return settled;
  }

  protected async sweep(stopping: AbortSignal): Promise<void> {
    await this.settleAll(stopping);
  }
}
