import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { SweepWorker } from '@plenum/messaging';
import { latestReply, settleFeedback } from '@plenum/proposals-domain';
import { ProposalChanges } from '../access/proposal-changes.js';
import { RatingRepository } from '../storage/parts/rating.repository.js';

const SWEEP_MS = 600_000; // A day ends once a day; ten minutes after it nobody waits.
const BATCH_MAX = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const AHEAD_MS = 14 * 3_600_000; // Where the day ends first.

const PAST_DUE = `SELECT id, subject_id AS "handlingId", proposal_id AS "proposalId", organisation_id AS "organisationId" FROM deadlines
  WHERE met_at IS NULL AND matter = 'feedback' AND due_on < $1 AND id > $2 ORDER BY id LIMIT ${BATCH_MAX}`;

interface PastDue {
  readonly id: string;
  readonly handlingId: string;
  readonly proposalId: string;
  readonly organisationId: string;
}

/**
 * Settles replies that were not rated by all in time, once the last day is over where the congress sits: each once, in one transaction, by
 * whichever replica comes first. What is killed meanwhile has done nothing, and is done by the next.
 */
@Injectable()
export class FeedbackWorker extends SweepWorker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly changes: ProposalChanges,
    private readonly ratings: RatingRepository,
  ) {
    super({ name: 'Feedback', everyMs: SWEEP_MS });
  }

  /** One that cannot be settled keeps no other from it. @returns how many were settled @throws what went wrong first, after the last */
  async settleAll(stopping?: AbortSignal): Promise<number> {
    const latest = new Date(this.clock.now().getTime() + AHEAD_MS).toISOString().slice(0, 10);
    let [settled, after, isMore] = [0, BEFORE_ALL, true];
    const troubles: unknown[] = [];
    while (isMore && !stopping?.aborted) {
      const found = await this.database.query<PastDue>(PAST_DUE, [latest, after]);
      for (const one of found) {
        if (stopping?.aborted) break;
        settled += await this.settle(one).then(Number, (trouble: unknown) => (troubles.push(trouble), 0));
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

  private settle({ handlingId, proposalId, organisationId }: PastDue): Promise<boolean> {
    return this.changes.settleHandling(
      { proposalId, handlingId, organisationId, action: 'settle-feedback' },
      async (matter, { tx, ...context }) => {
        const round = latestReply(matter.handling)?.round ?? 0;
        return settleFeedback(matter, await this.ratings.ofRound(tx, handlingId, round), context);
      },
    );
  }
}
