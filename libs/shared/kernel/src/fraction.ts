/**
 * A share of a base, kept as integers. `inclusive` means "at least" (以上), otherwise "more than" (过, 超过).
 * The two words differ in the rules: 半数以上 is >= 1/2, 过半数 is > 1/2.
 */
export interface Fraction {
  readonly num: number;
  readonly den: number;
  readonly inclusive: boolean;
}

/**
 * The smallest count that reaches the fraction of `base` (a whole number >= 0).
 * With base 0 nothing is reached; the figure is then 0 or 1, and {@link reaches} says no.
 * @throws RangeError when a figure is not a safe whole number or the fraction is not one.
 */
export function needed(fraction: Fraction, base: number): number {
  assertFraction(fraction);
  assertCount(base, 'base');
  const num = BigInt(fraction.num) * BigInt(base);
  const den = BigInt(fraction.den);
  const floor = num / den;
  const atLeast = floor * den === num ? floor : floor + 1n;
  return Number(fraction.inclusive ? atLeast : floor + 1n);
}

/** Whether `count` reaches the fraction of `base`. With base 0 nothing is reached. */
export function reaches(count: number, fraction: Fraction, base: number): boolean {
  assertCount(count, 'count');
  return base > 0 && count >= needed(fraction, base);
}

function assertFraction({ num, den }: Fraction): void {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || num < 0 || den < 1 || num > den) {
    throw new RangeError(`fraction: ${num}/${den} is not a share of a whole`);
  }
}

function assertCount(value: number, title: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${title}: a whole number is needed, got ${value}`);
}
