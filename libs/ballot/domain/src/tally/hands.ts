import type { DomainError } from '@plenum/kernel';
import { notYetSigned, UNCOUNTED } from '../paper-entry/entering.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, officer } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Figures } from '../record/count.js';

/** All who raised a hand for or against a choice, or abstained. */
export function raisedFor(figures: Figures): number {
  if ('votes' in figures) return figures.votes;
  return ('counts' in figures ? Object.values(figures.counts) : [figures.yes, figures.no]).reduce(
    (sum, figure) => sum + figure,
    figures.abstain,
  );
}

/** Everybody raises a hand in each matter, so the first tells how many they are; of options everybody chooses one. */
export function raisedIn(hands: readonly Figures[]): number {
  const [first] = hands;
  if (!first) return 0;
  return 'votes' in first ? hands.reduce((sum, figures) => sum + raisedFor(figures), 0) : raisedFor(first);
}

/**
 * Why the figures of a hall cannot be right; null where they can. They add up to those who voted as the closing found them; where nobody
 * counted them then, to the same number from matter to matter, which is no more than were there.
 */
export function handsFault(
  { reconciliation, present }: Pick<Ballot, 'reconciliation' | 'present'>,
  hands: readonly Figures[],
): DomainError | null {
  const found = reconciliation?.returned ?? reconciliation?.voters ?? null;
  const voters = found ?? raisedIn(hands);
  for (const [id, counted] of sums(hands)) {
    if (found === null && counted > (present ?? 0)) return BallotErrors.handsAbovePresent(id, counted, present ?? 0);
    if (counted !== voters) return BallotErrors.handsUnequal(id, counted, voters);
  }
  return null;
}

function sums(hands: readonly Figures[]): readonly (readonly [id: string, counted: number])[] {
  const [first] = hands;
  return first && 'votes' in first ? [[first.id, raisedIn(hands)]] : hands.map((figures) => [figures.id, raisedFor(figures)]);
}

export const COUNT_HANDS: Policy = {
  action: 'count-hands',
  who: officer,
  from: ['CLOSED', 'TALLIED'],
  channel: (channel) => channel === 'hands',
  precondition: notYetSigned,
};

/**
 * Keeps what was counted in the hall, for each choice of the ballot and for nothing else, and only what can be right: everybody who voted
 * raised a hand once in each matter.
 * @throws `ballot.not-an-officer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.already-signed`, `ballot.choices-differ`,
 *   `ballot.hands-unequal`, `ballot.hands-above-present`
 */
export function countHands(ballot: Ballot, by: Authority, hands: readonly Figures[]): Change {
  assertAllowed(COUNT_HANDS, ballot, by);
  const counted = hands.map(({ id }) => id);
  const listed = ballot.choices.map(({ id }) => id);
  const [missing, unknown] = [
    listed.filter((id) => !counted.includes(id)),
    counted.filter((id, nth) => !listed.includes(id) || counted.indexOf(id) < nth),
  ];
  if (missing.length + unknown.length > 0) throw BallotErrors.choicesDiffer(missing, unknown);
  const refused = handsFault(ballot, hands);
  if (refused) throw refused;
  return changed(ballot, { ...UNCOUNTED, hands });
}
