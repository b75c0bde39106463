/** A share of a whole, as whole numbers: "more than half" is 1/2 and not inclusive, "two thirds or more" 2/3 and inclusive (DOMAIN 1.1). */
export interface Share {
  readonly num: number;
  readonly den: number;
  /** Whether exactly the share is enough (以上), or it must be exceeded (过, 超过). */
  readonly inclusive: boolean;
}

/** Whether so many of all reach the share. Whole numbers only: nothing is rounded. */
export function isReached({ num, den, inclusive }: Share, count: number, all: number): boolean {
  return inclusive ? count * den >= num * all : count * den > num * all;
}

/** The least number of all that reaches the share. */
export function leastOf({ num, den, inclusive }: Share, all: number): number {
  const exact = num * all;
  return inclusive ? Math.ceil(exact / den) : Math.floor(exact / den) + 1;
}

/** Whether it is a share at all: more than nothing and at most the whole, which no more can exceed. */
export function isShare({ num, den, inclusive }: Share): boolean {
  const isWhole = Number.isInteger(num) && Number.isInteger(den) && den <= DENOMINATOR_MAX;
  return isWhole && num >= 1 && (inclusive ? num <= den : num < den);
}

const DENOMINATOR_MAX = 100;
