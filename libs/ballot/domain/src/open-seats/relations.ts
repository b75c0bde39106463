import type { Ballot } from '../record/ballot.js';

type Related = Pick<Ballot, 'id' | 'follows' | 'descent' | 'primaryOf' | 'rerunOf'>;

/** What another ballot is to this one, where one of them came directly of the other; null where neither did. */
export function relationOf(ballot: Related, other: Related): Relation | null {
  if (ballot.follows === other.id) return ballot.descent?.as === 'second-stage' ? 'first-stage' : 'round-before';
  if (other.follows === ballot.id) return other.descent?.as === 'second-stage' ? 'second-stage' : 'next-round';
  if (ballot.primaryOf === other.id) return 'election';
  if (other.primaryOf === ballot.id) return 'primary';
  if (ballot.rerunOf === other.id) return 'repeated';
  return other.rerunOf === ballot.id ? 'rerun' : null;
}

/** What another ballot of the same chain is to a ballot: a round of one election, officers from the elected, a shortened list, a repeat. */
export const RELATIONS = ['round-before', 'next-round', 'first-stage', 'second-stage', 'election', 'primary', 'repeated', 'rerun'] as const;
export type Relation = (typeof RELATIONS)[number];
