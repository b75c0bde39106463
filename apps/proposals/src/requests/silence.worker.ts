import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { SweepWorker } from '@plenum/messaging';
import { RequestChanges } from '../access/request-changes.js';
import { RequestRepository } from '../storage/request.repository.js';

const SWEEP_MS = 600_000; // A day ends once a day; ten minutes after it nobody waits.
const BATCH_MAX = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const AHEAD_MS = 14 * 3_600_000; // Where the day ends first.

/** Settles what silence counts as, once the last day for an answer is over where the congress sits; by whichever replica comes first. */
@Injectable()
export class SilenceWorker extends SweepWorker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly requests: RequestRepository,
    private readonly changes: RequestChanges,
  ) {
    super({ name: 'Silence', everyMs: SWEEP_MS });
  }

  /** One that cannot be settled keeps no other from it. @returns how many were settled @throws what went wrong first, after the last */
  async settleAll(stopping?: AbortSignal): Promise<number> {
    const latest = new Date(this.clock.now().getTime() + AHEAD_MS).toISOString().slice(0, 10);
    let [settled, after, isMore] = [0, BEFORE_ALL, true];
    const troubles: unknown[] = [];
    while (isMore && !stopping?.aborted) {
      const found = await this.requests.pastDue(this.database, latest, after, BATCH_MAX);
      for (const request of found) {
        if (stopping?.aborted) break;
        settled += await this.changes.settleSilence(request).then(Number, (trouble: unknown) => (troubles.push(trouble), 0));
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
