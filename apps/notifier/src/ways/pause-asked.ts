const PAUSE_AT_MOST_MS = 3_600_000;

/**
 * The pause that a receiver asks for in its header (RFC 9110, 10.2.3: seconds, or a date), an hour at most; nothing where it does not say,
 * or says it in no known way.
 */
export function pauseAsked(retryAfter: string | null, now: Date): number | undefined {
  if (retryAfter === null) return undefined;
  const said = retryAfter.trim();
  const ms = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), PAUSE_AT_MOST_MS);
}
