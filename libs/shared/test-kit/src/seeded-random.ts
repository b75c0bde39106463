/** Chance that gives the same again from the same seed. */
export interface SeededRandom {
  /** A number from 0 up to 1, 1 excluded. */
  next(): number;
  /** A whole number from 0 up to `below`, excluded. */
  integer(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** A new array with the same items in another order (Fisher and Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/** Chance from a seed (the mulberry32 generator: 32 bits of state, not for secrets). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number): number => Math.floor(next() * below);
  return {
    next,
    integer,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError('There is nothing to pick from.');
      return items[integer(items.length)] as T;
    },
    shuffle<T>(items: readonly T[]): T[] {
      const shuffled = [...items];
      for (let i = shuffled.length - 1; i > 0; i -= 1) {
        const j = integer(i + 1);
        [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
      }
      return shuffled;
    },
  };
}
