/**
 * What became of something that was given to a way: it got there; it may get there later, not before the pause where the receiver names
 * one; or it never will as it is. The reason is a stable word, never what the receiver said, which may repeat an address.
 */
export type WayOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'trouble'; readonly reason: string; readonly pauseMs?: number }
  | { readonly outcome: 'refused'; readonly reason: string };

/** A way on which people are told (ADR-0042): it gives one thing to whoever carries it, and says what became of it. */
export interface Way<Item> {
  /** Never throws. */
  post(item: Item): Promise<WayOutcome>;
}

/** How a way tries again. */
export interface Retries {
  readonly firstMs: number;
  readonly atMostMs: number;
  readonly triesMax: number;
}

/**
 * How long to wait after so many tries, this one included: twice as long each time, and never shorter than the receiver asked for. Null
 * when it is given up.
 */
export function pauseAfter(tries: number, { firstMs, atMostMs, triesMax }: Retries, askedMs = 0): number | null {
  if (tries >= triesMax) return null;
  return Math.max(askedMs, Math.min(firstMs * 2 ** (tries - 1), atMostMs));
}

/** The instant so long after another. */
export const later = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
