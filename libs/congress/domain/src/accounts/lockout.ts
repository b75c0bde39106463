const FAILURES_MAX = 5;
const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;

/**
 * Until when an account is locked after these failed attempts; null when it is not.
 * Five failures within a quarter of an hour lock it for a quarter of an hour from the fifth. A success forgets them all.
 */
export function lockedUntil(failures: readonly Date[], now: Date): Date | null {
  const last = latest(failures);
  const [first, fifth] = [last[0], last[FAILURES_MAX - 1]];
  if (!first || !fifth || fifth.getTime() - first.getTime() > WINDOW_MS) return null;
  const until = new Date(fifth.getTime() + LOCK_MS);
  return now < until ? until : null;
}

/** The failures to remember after one more: the newest five say all there is to say. */
export const afterFailure = (failures: readonly Date[], at: Date): readonly Date[] => latest([...failures, at]);

const latest = (failures: readonly Date[]): readonly Date[] => [...failures].sort((a, b) => a.getTime() - b.getTime()).slice(-FAILURES_MAX);
