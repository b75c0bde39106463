import type { BlankFields } from '../fields.js';

/** How a ballot comes from the one that it follows. */
export const DESCENTS = ['next-round', 'second-stage'] as const;
export type DescentKind = (typeof DESCENTS)[number];

/** How a ballot comes from the one that it follows, and what that one fixed about who stands. */
export interface Descent {
  readonly as: DescentKind;
  /** Who stands because the outcome before put them there, by the ids of their choices. They cannot be taken off. */
  readonly standing: readonly string[];
  /** Whether others may be put beside them. */
  readonly othersMayStand: boolean;
  /** The members who alone may stand; null for everybody. In a second stage these are the elected. */
  readonly eligible: readonly string[] | null;
}

/** Where a ballot comes from: null in each for a first round of its own. */
export interface Lineage {
  /** The ballot whose outcome asked for this one; null for a first round. */
  readonly follows: string | null;
  /** How it comes from the one that it follows; null for a ballot of its own. */
  readonly descent: Descent | null;
  /** The election whose list this ballot shortens (预选); null for a vote of its own. */
  readonly primaryOf: string | null;
  /** The ballot that this one repeats, since that one was annulled, rejected or decided nothing; it stays as it is. */
  readonly rerunOf: string | null;
  /** The ballot that this one rehearses; null of a real one. */
  readonly rehearses: string | null;
}

export const LINEAGE_FIELDS: BlankFields<Lineage> = {
  follows: { blank: null, audited: true },
  descent: { blank: null, audited: true },
  primaryOf: { blank: null, audited: true },
  rerunOf: { blank: null, audited: true },
  rehearses: { blank: null, audited: false },
};
