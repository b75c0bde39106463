import type { BallotView, ElectionRules, ResolutionRules, Rules, Threshold } from '../../api/shapes.js';

/** What a threshold of the counting contract (COUNTING) may be a share of. */
export const BASES = ['roll', 'present', 'issued', 'returned', 'valid', 'cast'] as const satisfies readonly Threshold['base'][];

/** The threshold that is stated whole; null where none is. Where no base is named, it is measured by the roll, as a quorum is. */
export function thresholdIn(stated: Partial<Threshold> | null | undefined): Threshold | null {
  const { num, den, inclusive, base = 'roll' } = stated ?? {};
  return num === undefined || den === undefined || inclusive === undefined ? null : { num, den, inclusive, base };
}

/** Rules with what only some kinds of vote have, where they state it. */
export const statedIn = (rules: Rules): Partial<Omit<ElectionRules & ResolutionRules, 'quorum'>> & Pick<Rules, 'quorum'> => rules;

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
  kind === 'election' && (rules ? (statedIn(rules).writeIns ?? 'free') : 'free') !== 'none';
