import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { latestReply, settleFeedback } from '@plenum/proposals-domain';
import { ProposalChanges } from '../access/proposal-changes.js';
import { DAYS_SWEEP_MS, latestDay, SettlingWorker } from '../access/settling.worker.js';
import { RatingRepository } from '../storage/parts/rating.repository.js';

const PAST_DUE = `SELECT id, subject_id AS "handlingId", proposal_id AS "proposalId", organisation_id AS "organisationId" FROM deadlines
  WHERE met_at IS NULL AND matter = 'feedback' AND due_on < $1 AND id > $2 ORDER BY id LIMIT $3`;

interface PastDue {
  readonly id: string;
  readonly handlingId: string;
  readonly proposalId: string;
  readonly organisationId: string;
}

/** Settles replies that were not rated by all in time, once the last day is over where the congress sits. */
@Injectable()
export class FeedbackWorker extends SettlingWorker<PastDue> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: ProposalChanges,
    private readonly ratings: RatingRepository,
  ) {
    super({ name: 'Feedback', everyMs: DAYS_SWEEP_MS });
  }

  protected find(after: string, limit: number): Promise<readonly PastDue[]> {
    return this.database.query<PastDue>(PAST_DUE, [latestDay(this.clock), after, limit]);
  }

  protected settle({ handlingId, proposalId, organisationId }: PastDue): Promise<boolean> {
    return this.changes.settleHandling(
      { proposalId, handlingId, organisationId, action: 'settle-feedback' },
      async (matter, { tx, ...context }) => {
        const round = latestReply(matter.handling)?.round ?? 0;
        return settleFeedback(matter, await this.ratings.ofRound(tx, handlingId, round), context);
      },
    );
  }
}
