import type { Ballot } from '../ballot/ballot.js';
import type { Relation } from './words.js';

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
