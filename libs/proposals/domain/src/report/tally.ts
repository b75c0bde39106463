import type { RatingGrade } from '../vocabulary/vocabulary.js';
import type { Matter, MatterClass } from './matter.js';

/** How a unit's last reply to a matter was rated. */
export interface UnitRating {
  readonly unitId: string;
  /** Null where the call does not ask for it. */
  readonly attitude: RatingGrade | null;
  readonly result: RatingGrade | null;
}

/** A matter with the ratings that were given until the cut-off; of one that is not closed nobody asks for them. */
export interface RatedMatter {
  readonly matter: Matter;
  readonly ratings: readonly UnitRating[];
}

/** How many different people, and how often they signed (人次): one person who signs three proposals counts three times. */
export interface Signers {
  readonly persons: number;
  readonly personTimes: number;
}

/** People from whom on grades are shown: of fewer, they could name somebody. */
export const SHOWN_FROM = 5;

interface Counted {
  readonly count: number;
}

/** Matters alike in all that decides how they are counted, but for the people and the headings. */
export interface KindTally extends Counted, Pick<Matter, 'class' | 'late' | 'closed' | 'outcome' | 'units'> {}

/** Matters of a class under one heading; null of those under none. */
export interface GroupTally extends Counted {
  readonly key: string | null;
  readonly class: MatterClass;
}

/** Ratings of one unit that are alike, of closed filed matters alone: of others nobody asks. */
export interface RatingTally extends Counted, UnitRating {
  /** Who gave them, as far as figures must tell them apart: {@link SHOWN_FROM} of them at most. */
  readonly leads: readonly string[];
}

/** What figures are made from: matters counted by what they have in common, and nothing more of any one of them. */
export interface Tally {
  readonly kinds: readonly KindTally[];
  readonly categories: readonly GroupTally[];
  readonly delegations: readonly GroupTally[];
  readonly ratings: readonly RatingTally[];
  readonly proposers: Signers;
  readonly seconders: Signers;
  /** Proposers and seconders together. */
  readonly signers: Signers;
}

/** Counts matters one by one. Where they are kept, the same is counted without bringing them here. */
export function tallyOf(rated: readonly RatedMatter[]): Tally {
  const matters = rated.map(({ matter }) => matter);
  const [leads, seconders] = [matters.map(({ leadProposerId }) => leadProposerId), matters.flatMap(({ seconderIds }) => seconderIds)];
  return {
    kinds: matters.map((matter) => ({
      class: matter.class,
      late: matter.late,
      units: matter.units,
      closed: matter.closed,
      outcome: matter.outcome,
      count: 1,
    })),
    categories: matters.map((matter) => ({ key: matter.category, class: matter.class, count: 1 })),
    delegations: matters.map((matter) => ({ key: matter.delegationId, class: matter.class, count: 1 })),
    ratings: rated.flatMap(ratingsOf),
    proposers: signersOf(leads),
    seconders: signersOf(seconders),
    signers: signersOf([...leads, ...seconders]),
  };
}

/** Whether anybody asks how its units were rated. */
export const isAsked = ({ class: name, closed }: Pick<Matter, 'class' | 'closed'>): boolean => closed && name === 'FILED';

function ratingsOf({ matter, ratings }: RatedMatter): readonly RatingTally[] {
  if (!isAsked(matter)) return [];
  return matter.units.flatMap((unit) => {
    const given = ratings.filter(({ unitId }) => unitId === unit.unitId);
    return given.map((rating) => ({ ...rating, leads: [matter.leadProposerId], count: 1 }));
  });
}

const signersOf = (people: readonly string[]): Signers => ({ persons: new Set(people).size, personTimes: people.length });

/** How many these are together. */
export const total = (tallies: readonly Counted[]): number => tallies.reduce((sum, { count }) => sum + count, 0);

/** What has the same key, in the order in which it comes. */
export function groupsOf<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
