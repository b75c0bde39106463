import type { BallotView } from '../../api/shapes.js';

/** A threshold of the counting contract (COUNTING): "at least" when inclusive, else "more than"; of which base. */
export interface Threshold {
  readonly num: number;
  readonly den: number;
  readonly inclusive: boolean;
  readonly base: (typeof BASES)[number];
}

export const BASES = ['roll', 'present', 'issued', 'returned', 'valid', 'cast'] as const;

/** What a set of facts states as a threshold, or null. Where it names no base, it is measured by the roll, as a quorum is. */
export function thresholdIn(stated: unknown): Threshold | null {
  const { num, den, inclusive, base } = (stated ?? {}) as Partial<Record<keyof Threshold, unknown>>;
  if (typeof num !== 'number' || typeof den !== 'number' || typeof inclusive !== 'boolean') return null;
  return { num, den, inclusive, base: BASES.find((known) => known === base) ?? 'roll' };
}

/** The smallest count that reaches a fraction of a base: whole numbers only (COUNTING). */
export function neededOf({ num, den, inclusive }: Pick<Threshold, 'num' | 'den' | 'inclusive'>, base: number): number {
  const [product, divisor] = [BigInt(base) * BigInt(num), BigInt(den)];
  return Number(inclusive ? (product + divisor - 1n) / divisor : product / divisor + 1n);
}

/**
 * Whether names may be written on the paper beside those that stand on it (另选他人): they may, unless the rules say that they may not
 * (COUNTING).
 */
export const writesNames = ({ kind, rules }: Pick<BallotView, 'kind' | 'rules'>): boolean =>
  kind === 'election' && (rules?.['writeIns'] ?? 'free') !== 'none';
