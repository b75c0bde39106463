import { needed, reaches } from '@plenum/kernel';
import type { Fraction } from '@plenum/kernel';
import type { Base, Counts, Threshold } from './case.js';

export const TWO_THIRDS: Fraction = { num: 2, den: 3, inclusive: true };
export const MORE_THAN_HALF: Fraction = { num: 1, den: 2, inclusive: false };
export const HALF_OR_MORE: Fraction = { num: 1, den: 2, inclusive: true };

/** A share kept exactly, with its percentage for people: one decimal, half up; null of an empty base. */
export interface Share {
  readonly num: number;
  readonly den: number;
  readonly percent: string | null;
}

/** 有效票: what is returned and not spoiled. */
export const validOf = ({ returned, invalid }: Counts): number => returned - invalid;

/** The size of a base; `cast` is yes + no of the item in question. */
export function baseOf(base: Base, counts: Counts, cast: number): number {
  if (base === 'cast') return cast;
  return base === 'valid' ? validOf(counts) : counts[base];
}

/** A threshold laid over its base: how many are needed, and whether a count gets there. */
export interface ThresholdCheck {
  readonly threshold: Threshold;
  readonly size: number;
  readonly needed: number;
  readonly reachedBy: (count: number) => boolean;
}

/** Lays a threshold over the figures of a vote. */
export function checkThreshold(threshold: Threshold, counts: Counts, cast = 0): ThresholdCheck {
  const size = baseOf(threshold.base, counts, cast);
  return {
    threshold,
    size,
    needed: needed(threshold, size),
    reachedBy: (count) => reaches(count, threshold, size),
  };
}

/** The share as people read it: `20` of `47` is `42.6`. */
export function shareOf(num: number, den: number): Share {
  if (den === 0) return { num, den, percent: null };
  const tenths = (BigInt(num) * 2000n + BigInt(den)) / (2n * BigInt(den));
  return { num, den, percent: `${tenths / 10n}.${tenths % 10n}` };
}

/** The words of a fraction as parameters of an explanation. */
export const fractionParameters = ({ num, den, inclusive }: Fraction) => ({ num, den, inclusive });

/** Adds without leaving the whole numbers, however large the terms. */
export const total = (terms: Iterable<number>): bigint => {
  let sum = 0n;
  for (const term of terms) sum += BigInt(term);
  return sum;
};

/** The smallest whole number not below `of` times num/den. */
export const ceilOf = (of: number, num: number, den: number): number => Number((BigInt(of) * BigInt(num) + BigInt(den) - 1n) / BigInt(den));
