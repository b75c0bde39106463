/** So many of so many. */
export interface Rate {
  readonly part: number;
  readonly whole: number;
}

/** A rate in per cent with one place, rounded half up from whole numbers as the report rounds it; null of nothing. */
export function ratePercent({ part, whole }: Rate): string | null {
  return whole === 0 ? null : (Math.floor((2_000 * part + whole) / (2 * whole)) / 10).toFixed(1);
}
