import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import {
  DAYS_SETTLED_BY,
  type DeadlineMatter,
  type ProvisionalDay,
  settleAnswerDay,
  settleCommitmentDay,
  settleEndorsementDay,
  settleExplanationDay,
  settleFeedbackDay,
} from '@plenum/proposals-domain';
import { CommitmentChanges } from '../access/commitment-changes.js';
import { type ChangeContext, ProposalChanges } from '../access/proposal-changes.js';
import { RequestChanges } from '../access/request-changes.js';
import { SettlingWorker } from '../access/settling.worker.js';
import { DeadlineRepository, type ProvisionalDeadline } from '../storage/parts/deadline.repository.js';

const SWEEP_MS = 3_600_000; // Holidays are announced once a year, with a release or as an organisation's own calendar.
const ACTION = 'settle-day';

/** Those of work under way run and stand together: the worker of due dates settles them. */
const MATTERS = (Object.keys(DAYS_SETTLED_BY) as DeadlineMatter[]).filter((matter) => DAYS_SETTLED_BY[matter] !== 'work');

/** Settles every other day that rested on holidays not announced yet, once they are: of ratings, explanations, promises and answers. */
@Injectable()
export class AnnouncedDaysWorker extends SettlingWorker<ProvisionalDeadline> {
  constructor(
    private readonly database: Database,
    private readonly deadlines: DeadlineRepository,
    private readonly proposals: ProposalChanges,
    private readonly requests: RequestChanges,
    private readonly commitments: CommitmentChanges,
  ) {
    super({ name: 'AnnouncedDays', everyMs: SWEEP_MS });
  }

  protected find(after: string, limit: number): Promise<readonly ProvisionalDeadline[]> {
    return this.deadlines.provisional(this.database, MATTERS, after, limit);
  }

  protected settle(deadline: ProvisionalDeadline): Promise<boolean> {
    const { id, matter, subjectId, proposalId, organisationId } = deadline;
    const about = { proposalId, organisationId, action: ACTION };
    // The day is read again behind the lock: whoever came first has settled it, or done what was owed.
    const by =
      <T, Made>(change: (it: T, day: ProvisionalDay, context: ChangeContext) => Made | null) =>
      async (it: T, context: ChangeContext): Promise<Made | null> => {
        const day = await this.deadlines.provisionalDay(context.tx, id);
        return day && change(it, day, context);
      };
    switch (DAYS_SETTLED_BY[matter]) {
      case 'work':
        return Promise.resolve(false);
      case 'handling':
        return this.proposals.settleHandling(
          { ...about, handlingId: subjectId },
          by(matter === 'feedback' ? settleFeedbackDay : settleExplanationDay),
        );
      case 'proposal':
        return this.proposals.settle(about, by(settleEndorsementDay));
      case 'request':
        return this.requests.settleByTime({ ...about, requestId: subjectId }, by(settleAnswerDay));
      case 'commitment':
        return this.commitments.settle({ commitmentId: subjectId, organisationId, action: ACTION }, by(settleCommitmentDay));
    }
  }
}
