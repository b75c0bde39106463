import type { DomainError } from '@plenum/kernel';
import type { NextRound } from '../counting/outcome.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { draft } from '../preparing/drafting.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Choice } from '../record/candidates.js';
import { DECLARED_STATES } from '../record/vocabulary.js';
import { supplementaryDecision } from './decisions.js';

const noFurtherRound = (ballot: Ballot): DomainError | null => (roundAfter(ballot) ? null : BallotErrors.noNextRound());

export const NEXT_ROUND: Policy = { action: 'next-round', who: organiser, from: DECLARED_STATES, precondition: noFurtherRound };

/** Who stands for which seats in a further round. */
interface Round {
  readonly kind: NextRound['kind'];
  readonly seats: number;
  readonly choices: readonly Choice[];
  readonly othersMayStand: boolean;
}

/**
 * The run-off or supplementary ballot (R29, R37) that a declared outcome asks for, or a decision about the seats that it left open, as a
 * ballot of its own: under the rules already adopted, for the seats still open, with its own roll, officers and papers, and sealed with its
 * own keys and credentials. Who stands was decided by the round before; others may be nominated only where too few were left. The ballot
 * before it stays as it is.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.no-next-round`
 */
export function nextRound(ballot: Ballot, by: Authority, id: string, at: Date): Change {
  assertAllowed(NEXT_ROUND, ballot, by);
  const after = roundAfter(ballot);
  if (!after || ballot.kind !== 'election') throw BallotErrors.noNextRound();
  const { organisationId, sessionId, title, kind, channel, electorate, preset } = ballot;
  const { kind: round, choices, othersMayStand } = after;
  const rules = { ...ballot.rules, seats: after.seats };
  const eligible = ballot.descent?.eligible ?? null;
  const descent = { as: 'next-round', standing: choices.map((choice) => choice.id), othersMayStand, eligible } as const;
  const drafted = draft(
    { id, organisationId, sessionId, title, kind, channel, electorate, preset, round, rules, choices, follows: ballot.id, descent },
    by,
    at,
  );
  return changed({ ...drafted.ballot, relatives: ballot.relatives, version: 0 }, { state: 'RULES_ADOPTED' }, { type: 'BallotAnnounced' });
}

function roundAfter(ballot: Ballot): Round | null {
  const { tally } = ballot;
  const asked = tally && 'nextRound' in tally.outcome ? tally.outcome.nextRound : null;
  if (asked) return { ...asked, choices: standingIn(ballot, asked), othersMayStand: asked.needsNominations };
  const decided = supplementaryDecision(ballot);
  return decided && { kind: 'supplementary', seats: decided.seats, choices: decided.candidates, othersMayStand: false };
}

/** Who stands again; a name written in gets an id as printed candidates have one, and is known as the member whom the desk found. */
function standingIn({ choices, tally }: Ballot, { candidates }: NextRound): Choice[] {
  const taken = new Set(choices.map(({ id }) => id));
  let nth = 0;
  const freeId = (): string => {
    do nth += 1;
    while (taken.has(`w${nth}`));
    return `w${nth}`;
  };
  return candidates.map(
    (id) =>
      choices.find((choice) => choice.id === id) ?? {
        id: freeId(),
        label: id,
        memberId: tally?.writtenIn?.find((person) => person.id === id)?.memberId ?? null,
      },
  );
}
