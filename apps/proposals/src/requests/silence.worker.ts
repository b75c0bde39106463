import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Request } from '@plenum/proposals-domain';
import { RequestChanges } from '../access/request-changes.js';
import { DAYS_SWEEP_MS, latestDay, SettlingWorker } from '../access/settling.worker.js';
import { RequestRepository } from '../storage/request.repository.js';

/** Settles what silence counts as, once the last day for an answer is over where the congress sits. */
@Injectable()
export class SilenceWorker extends SettlingWorker<Request> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly requests: RequestRepository,
    private readonly changes: RequestChanges,
  ) {
    super({ name: 'Silence', everyMs: DAYS_SWEEP_MS });
  }

  protected find(after: string, limit: number): Promise<readonly Request[]> {
    return this.requests.pastDue(this.database, latestDay(this.clock), after, limit);
  }

  protected settle(request: Request): Promise<boolean> {
    return this.changes.settleSilence(request);
  }
}
