import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { settleEndorsement } from '@plenum/proposals-domain';
import { ProposalChanges } from '../access/proposal-changes.js';
import { DAYS_SWEEP_MS, latestDay, SettlingWorker } from '../access/settling.worker.js';

const PAST_DUE = `SELECT id, proposal_id AS "proposalId", organisation_id AS "organisationId" FROM deadlines
  WHERE matter = 'endorsement' AND met_at IS NULL AND due_on < $1 AND id > $2 ORDER BY id LIMIT $3`;

interface PastDue {
  readonly id: string;
  readonly proposalId: string;
  readonly organisationId: string;
}

/** Hands proposals in whose time with the head of the delegation is over. */
@Injectable()
export class EndorsementWorker extends SettlingWorker<PastDue> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: ProposalChanges,
  ) {
    super({ name: 'Endorsements', everyMs: DAYS_SWEEP_MS });
  }

  protected find(after: string, limit: number): Promise<readonly PastDue[]> {
    return this.database.query<PastDue>(PAST_DUE, [latestDay(this.clock), after, limit]);
  }

  protected settle({ proposalId, organisationId }: PastDue): Promise<boolean> {
    return this.changes.settle({ proposalId, organisationId, action: 'settle-endorsement' }, settleEndorsement);
  }
}
