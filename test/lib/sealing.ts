import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Choices, SealedPaper } from '@plenum/ballot-crypto';
import { repositoryRoot } from './repository.js';

/** A paper that a device is to seal: with its secret, what it marks. */
export interface SealingOrder {
  readonly secret: bigint;
  readonly choices: Choices;
}

const THREADS = 2;
const PROGRAM = 'test/lib/sealing-thread.mjs';

/** Seals papers in threads, in the order of the orders. The libraries must have been built. */
export async function sealInThreads(election: string, orders: readonly SealingOrder[]): Promise<SealedPaper[]> {
  const share = Math.ceil(orders.length / THREADS);
  const parts = Array.from({ length: THREADS }, (_, nth) => orders.slice(nth * share, (nth + 1) * share)).filter(
    ({ length }) => length > 0,
  );
  const sealed = await Promise.all(
    parts.map(async (part) => {
      const worker = new Worker(join(repositoryRoot(), PROGRAM), {
        workerData: { election, orders: part.map(({ secret, choices }) => ({ secret, choices })) },
      }); // Whose they are stays here.
      const [papers] = (await once(worker, 'message')) as [SealedPaper[]];
      return papers;
    }),
  );
  return sealed.flat();
}
