import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { SweepWorker } from '@plenum/messaging';
import { settleEndorsement } from '@plenum/proposals-domain';
import { ProposalChanges } from '../access/proposal-changes.js';

const SWEEP_MS = 600_000; // A day ends once a day; ten minutes after it nobody waits.
const BATCH_MAX = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const AHEAD_MS = 14 * 3_600_000; // Where the day ends first.

const PAST_DUE = `SELECT id, proposal_id AS "proposalId", organisation_id AS "organisationId" FROM deadlines
  WHERE matter = 'endorsement' AND met_at IS NULL AND due_on < $1 AND id > $2 ORDER BY id LIMIT ${BATCH_MAX}`;

/** Hands proposals in whose time with the head of the delegation is over; each once, by whichever replica comes first. */
@Injectable()
export class EndorsementWorker extends SweepWorker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: ProposalChanges,
  ) {
    super({ name: 'Endorsements', everyMs: SWEEP_MS });
  }

  /** One that cannot be settled keeps no other from it. @returns how many were settled @throws what went wrong first, after the last */
  async settleAll(stopping?: AbortSignal): Promise<number> {
    const latest = new Date(this.clock.now().getTime() + AHEAD_MS).toISOString().slice(0, 10);
    let [settled, after, isMore] = [0, BEFORE_ALL, true];
    const troubles: unknown[] = [];
    while (isMore && !stopping?.aborted) {
      const found = await this.database.query<{ id: string; proposalId: string; organisationId: string }>(PAST_DUE, [latest, after]);
      for (const { proposalId, organisationId } of found) {
        if (stopping?.aborted) break;
        const settling = this.changes.settle({ proposalId, organisationId, action: 'settle-endorsement' }, settleEndorsement);
        settled += await settling.then(Number, (trouble: unknown) => (troubles.push(trouble), 0));
      }
      after = found.at(-1)?.id ?? after;
      isMore = found.length === BATCH_MAX;
    }
    if (troubles.length > 0) throw troubles[0];
    return settled;
  }

  protected async sweep(stopping: AbortSignal): Promise<void> {
    await this.settleAll(stopping);
  }
}
