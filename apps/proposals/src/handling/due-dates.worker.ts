import { Injectable } from '@nestjs/common';
import { SweepWorker } from '@plenum/messaging';
import { settleDueDate } from '@plenum/proposals-domain';
import { Database } from '@plenum/database';
import { ProposalRepository } from '../storage/proposal.repository.js';

const SWEEP_MS = 3_600_000; // Holidays are announced once a year, with a release or as an organisation's own calendar.
const BATCH_MAX = 200;

const PROVISIONAL = `SELECT id, organisation_id AS "organisationId" FROM proposals
  WHERE assignment ->> 'dueProvisional' = 'true' AND state IN ('ASSIGNED', 'IN_PROGRESS') AND id > $1 ORDER BY id LIMIT ${BATCH_MAX}`;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Settles provisional due dates once the holidays that they rest on are announced; each once, by whichever replica comes first. */
@Injectable()
export class DueDatesWorker extends SweepWorker {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
  ) {
    super({ name: 'DueDates', everyMs: SWEEP_MS });
  }

  /** @returns how many were settled */
  async settleAll(stopping?: AbortSignal): Promise<number> {
    let [settled, after, isMore] = [0, BEFORE_ALL, true];
    while (isMore && !stopping?.aborted) {
      const rows = await this.database.query<{ id: string; organisationId: string }>(PROVISIONAL, [after]);
      for (const { id, organisationId } of rows) {
        const isSettled = await this.proposals.settle({ proposalId: id, organisationId, action: 'settle-due-date' }, settleDueDate);
        settled += isSettled ? 1 : 0;
      }
      after = rows.at(-1)?.id ?? after;
      isMore = rows.length === BATCH_MAX;
    }
    return settled;
  }

  protected async sweep(stopping: AbortSignal): Promise<void> {
    await this.settleAll(stopping);
  }
}
