import type { Clock } from '@plenum/kernel';
import { SweepWorker } from '@plenum/messaging';

const BATCH_MAX = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const AHEAD_MS = 14 * 3_600_000; // Where the day ends first.

/** How often days that are over are looked for: a day ends once a day, and ten minutes after it nobody waits. */
export const DAYS_SWEEP_MS = 600_000;

/** The latest day that has begun anywhere; whether an earlier one is over where the congress sits, its own calendar says. */
export const latestDay = (clock: Clock): string => new Date(clock.now().getTime() + AHEAD_MS).toISOString().slice(0, 10);

/**
 * Settles what time has brought about: each once, in one transaction, by whichever replica comes first. What is killed meanwhile has done
 * nothing, and is done by the next.
 */
export abstract class SettlingWorker<T extends { readonly id: string }> extends SweepWorker {
  /** Some of what may be settled, by id, after the one given. */
  protected abstract find(after: string, limit: number): Promise<readonly T[]>;

  /** @returns whether there was anything to settle */
  protected abstract settle(one: T): Promise<boolean>;

  /** One that cannot be settled keeps no other from it. @returns how many were settled @throws what went wrong first, after the last */
  async settleAll(stopping?: AbortSignal): Promise<number> {
    let [settled, after, isMore] = [0, BEFORE_ALL, true];
    const troubles: unknown[] = [];
    while (isMore && !stopping?.aborted) {
      const found = await this.find(after, BATCH_MAX);
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
}
