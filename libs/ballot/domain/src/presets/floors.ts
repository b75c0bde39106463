import type { DueRule } from '@plenum/calendar';
import type { Fraction } from '@plenum/kernel';
import { BASES, type ElectionRules, type ResolutionRules, type Threshold } from '../counting/case.js';
import type { Procedure } from '../rules/procedure.js';
import { isShorter } from './periods.js';

/** Where a source asks something: its article, where that was seen, and how sure it is. */
export interface Clause {
  readonly article: string | null;
  readonly mark: SourceMark;
}

/** What a source asks at least. */
export type Floor = { readonly clause: Clause } & (
  | { readonly asks: 'quorum'; readonly fraction: Fraction }
  | { readonly asks: 'threshold'; readonly threshold: Threshold }
  | { readonly asks: 'surplus'; readonly rate: { readonly num: number; readonly den: number } }
  | { readonly asks: 'secret' }
  | { readonly asks: 'item-by-item' }
  | { readonly asks: 'nomination-notice'; readonly period: DueRule }
  | { readonly asks: 'approval' }
  | { readonly asks: 'publication'; readonly period: DueRule }
);

export const FLOORS = [
  'quorum',
  'threshold',
  'surplus',
  'secret',
  'item-by-item',
  'nomination-notice',
  'approval',
  'publication',
] as const satisfies readonly Floor['asks'][];

/** Rules and procedure as read, and whether the vote is by raised hands. */
export interface MeasuredRules {
  readonly rules: ElectionRules | ResolutionRules;
  readonly procedure: Procedure;
  readonly isOpen: boolean;
}

/** Whether the rules stay below what the source asks. */
export function isBelow(floor: Floor, { rules, procedure, isOpen }: MeasuredRules): boolean {
  switch (floor.asks) {
    case 'quorum':
      return rules.quorum === null || isLess(rules.quorum, floor.fraction);
    case 'threshold':
      return isWeaker('pass' in rules ? rules.pass : rules.elect, floor.threshold);
    case 'surplus':
      return 'surplus' in rules && (rules.surplus === null || ratio(rules.surplus.rate, floor.rate) < 0n);
    case 'secret':
      return isOpen;
    case 'item-by-item':
      return 'bundle' in rules && rules.bundle === 'all';
    case 'nomination-notice':
      return procedure.nomination === null || isShorter(procedure.nomination.notice, floor.period);
    case 'approval':
      return procedure.approval === null;
    case 'publication':
      return procedure.publication === null || isShorter(procedure.publication, floor.period);
  }
}

/** A threshold of a smaller base is weaker whatever its share, since nobody knows beforehand how small that base will be. */
function isWeaker(given: Threshold, asked: Threshold): boolean {
  return BASES.indexOf(given.base) > BASES.indexOf(asked.base) || isLess(given, asked);
}

/** Half or more is less than more than half. */
function isLess(given: Fraction, asked: Fraction): boolean {
  const compared = ratio(given, asked);
  return compared < 0n || (compared === 0n && given.inclusive && !asked.inclusive);
}

/** Below zero where the first share is the smaller, by whole numbers only. */
const ratio = (one: { num: number; den: number }, other: { num: number; den: number }): bigint =>
  BigInt(one.num) * BigInt(other.den) - BigInt(other.num) * BigInt(one.den);

/**
 * How sure a source is (DOMAIN): a statute read in full, an excerpt of a published page, general knowledge. What is not verified has no
 * preset.
 */
export type SourceMark = 'T' | 'E' | 'U';
