import { setTimeout as pause } from 'node:timers/promises';

/**
 * Soon at first, then less often: who looks without a pause takes the time from what is awaited, and is slowed down at a door as one who
 * asks too often.
 */
const PAUSE_MS = { first: 25, most: 200, growth: 1.2 } as const;
// Patience, not a measure: a laden machine may take long, and below a minute the probe itself says what was missing.
const TIMEOUT_MS = 40_000;

/** What a probe may be told: how long it may take, and what to say about the last thing it saw. */
export interface ProbeOptions<T> {
  readonly timeoutMs?: number;
  readonly describe?: (last: T | undefined) => string | Promise<string>;
}

/**
 * Looks again and again until `look` gives something (neither false, null nor undefined) and returns it. An error of `look`
 * counts as "not yet". At the end of the time it fails with what was awaited, what `describe` says of the last sight, and the last error.
 */
export async function probe<T>(
  awaited: string,
  look: () => T | Promise<T>,
  { timeoutMs = TIMEOUT_MS, describe = (last) => JSON.stringify(last) ?? 'nothing' }: ProbeOptions<T> = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + timeoutMs;
  let last: T | undefined;
  let trouble: unknown;
  for (let pauseMs: number = PAUSE_MS.first; ; pauseMs = Math.min(pauseMs * PAUSE_MS.growth, PAUSE_MS.most)) {
    try {
      last = await look();
      trouble = undefined;
      if (last !== false && last !== null && last !== undefined) return last as NonNullable<Exclude<T, false>>;
    } catch (error) {
      trouble = error;
    }
    if (performance.now() >= end) break;
    await pause(pauseMs);
  }
  const after = `Within ${timeoutMs} ms it did not come about that ${awaited}; last seen: ${await describe(last)}`;
  throw new Error(trouble === undefined ? after : `${after}; last error: ${trouble instanceof Error ? trouble.message : String(trouble)}`, {
    cause: trouble,
  });
}
