import type { Ballot } from '../record/ballot.js';
import { electedIn } from './seats.js';

/**
 * All ballots of one matter: a first round, its further rounds, the elections of officers from the elected, and what repeats any of them.
 * Whoever asks what hangs on what needs all of them.
 */
export type RelatedBallots = readonly Ballot[];

/**
 * The ballots whose results a ballot stands on: the round that asked for it (R29, R37), and for officers from the elected (R56) every round
 * that elected some of those who stand. A repeat stands on what the repeated one stood on; a first round, and its repeat, on nothing.
 */
export function precedingBallots(ballot: Ballot, family: RelatedBallots): readonly Ballot[] {
  const { follows, descent, createdAt } = originOf(ballot, family);
  if (descent?.as !== 'second-stage') return family.filter(({ id }) => id === follows);
  const seated = (round: Ballot): boolean =>
    round.descent?.as === 'next-round' && firstRoundOf(round, family) === follows && electedIn(round).length > 0;
  const stood = (round: Ballot): boolean => round.createdAt <= createdAt && (undoneAt(round) ?? createdAt) >= createdAt;
  return family.filter((round) => round.id === follows || (seated(round) && stood(round)));
}

/** What hangs on a ballot, near or far, and was not undone itself, in the order in which it came about. */
export function dependentBallots(ballot: Ballot, family: RelatedBallots): readonly Ballot[] {
  const reached = new Set([ballot.id]);
  const nexts = () => family.filter((each) => !reached.has(each.id) && precedingBallots(each, family).some(({ id }) => reached.has(id)));
  for (let next = nexts(); next.length > 0; next = nexts()) for (const { id } of next) reached.add(id);
  return family
    .filter((each) => each.id !== ballot.id && reached.has(each.id) && undoneAt(each) === null)
    .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

/** Whether a result was taken out of effect: annulled, or not approved by the higher body. */
export const isUndone = (ballot: Ballot): boolean => undoneAt(ballot) !== null;

const undoneAt = ({ annulment, approval }: Ballot): Date | null =>
  approval?.answer?.approved === false ? approval.answer.at : (annulment?.at ?? null);

/** The ballot that first came of its grounds: of a repeat that has any, what it repeats. */
function originOf(ballot: Ballot, family: RelatedBallots): Ballot {
  const repeated = ballot.descent === null ? undefined : family.find(({ id }) => id === ballot.rerunOf);
  return repeated ? originOf(repeated, family) : ballot;
}

/** The first round of an election, by one of its further rounds. */
function firstRoundOf(round: Ballot, family: RelatedBallots): string | null {
  const { follows } = originOf(round, family);
  const before = family.find(({ id }) => id === follows);
  return before?.descent?.as === 'next-round' ? firstRoundOf(before, family) : follows;
}
