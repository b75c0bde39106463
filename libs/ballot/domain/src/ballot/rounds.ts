import type { DomainError } from '@plenum/kernel';
import type { NextRound } from '../counting/outcome.js';
import { type Ballot, type Change, type Choice, changed } from './ballot.js';
import { BallotErrors } from './ballot.errors.js';
import { draft } from './drafting.js';
import { type Rule, assertAllowed } from './rule.js';
import { type Standing, organiser } from './standing.js';

const noFurtherRound = (ballot: Ballot): DomainError | null => (roundAfter(ballot) ? null : BallotErrors.noNextRound());

export const NEXT_ROUND: Rule = { action: 'next-round', who: organiser, from: ['DECLARED', 'APPROVED', 'PUBLISHED'], obstacle: noFurtherRound };

/**
 * The run-off or supplementary ballot (R29, R37) that a declared outcome asks for, as a ballot of its own: under the rules already
 * adopted, for the seats still open, with its own roll, officers and papers. The ballot before it stays as it is.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.no-next-round`
 */
export function nextRound(ballot: Ballot, by: Standing, id: string, at: Date): Change {
  assertAllowed(NEXT_ROUND, ballot, by);
  const after = roundAfter(ballot);
  if (!after) throw BallotErrors.noNextRound();
  const { organisationId, sessionId, title, kind, channel, electorate, preset } = ballot;
  const rules = { ...ballot.rules, seats: after.seats };
  const drafted = draft({ id, organisationId, sessionId, title, kind, channel, electorate, preset, round: after.kind, rules, choices: standingIn(ballot, after) }, by, at);
  return changed({ ...drafted.ballot, follows: ballot.id, version: 0 }, { state: 'RULES_ADOPTED' }, { type: 'BallotAnnounced' });
}

const roundAfter = ({ tally }: Ballot): NextRound | null => (tally && 'nextRound' in tally.outcome ? tally.outcome.nextRound : null);

/** Who stands again; a name written in gets an id as printed candidates have one, and is known as the member whom the desk found. */
function standingIn({ choices, tally }: Ballot, { candidates }: NextRound): Choice[] {
  const taken = new Set(choices.map(({ id }) => id));
  let nth = 0;
  const freeId = (): string => {
    do nth += 1;
    while (taken.has(`w${nth}`));
    return `w${nth}`;
  };
  return candidates.map((id) => choices.find((choice) => choice.id === id) ?? { id: freeId(), label: id, memberId: tally?.writtenIn?.find((person) => person.id === id)?.memberId ?? null });
}
