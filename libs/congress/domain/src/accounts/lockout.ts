const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;

/** As many failures as one origin (an address, or a device that the account knows) may have with one account. */
export const FAILURES_OF_ORIGIN_MAX = 5;
/**
 * As many as all origins that the account does not know may have together: so many addresses guess at one person only if somebody has
 * set them to it. Devices that the account knows are let in all the same.
 */
export const FAILURES_OF_STRANGERS_MAX = 60;

/**
 * Until when nothing is tried after these failed attempts; null when it may be.
 * As many failures as `max` within a quarter of an hour lock for a quarter of an hour from the last. A success forgets them all.
 */
export function lockedUntil(failures: readonly Date[], now: Date, max: number = FAILURES_OF_ORIGIN_MAX): Date | null {
  const newest = latest(failures, max);
  const [first, last] = [newest[0], newest[max - 1]];
  if (!first || !last || last.getTime() - first.getTime() > WINDOW_MS) return null;
  const until = new Date(last.getTime() + LOCK_MS);
  return now < until ? until : null;
}

/** The failures to remember after one more: the newest say all there is to say. */
export const afterFailure = (failures: readonly Date[], at: Date, max: number = FAILURES_OF_ORIGIN_MAX): readonly Date[] =>
  latest([...failures, at], max);

const latest = (failures: readonly Date[], max: number): readonly Date[] =>
  [...failures].sort((a, b) => a.getTime() - b.getTime()).slice(-max);
