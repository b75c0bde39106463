import type { DomainError } from '@plenum/kernel';
import { stated } from '../counting/input.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { draft } from '../preparing/drafting.js';
import { nominationRuleOf, nominationsOf, activeNominees, toChoices } from '../preparing/nominations.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Nominee } from '../record/candidates.js';
import { BALLOT_STATES } from '../record/vocabulary.js';
import type { KindRules } from '../rules/adopted-rules.js';

/** More stand than the rules let onto the paper. */
export function exceedsCandidateLimit(ballot: Ballot): boolean {
  const above = nominationRuleOf(ballot)?.primaryAbove ?? null;
  return above !== null && activeNominees(nominationsOf(ballot)).length > above;
}

const needless = (ballot: Ballot): DomainError | null => {
  if (nominationsOf(ballot).closedOn !== null) return BallotErrors.nominationClosed();
  return exceedsCandidateLimit(ballot) ? null : BallotErrors.noPrimaryNeeded();
};

export const CALL_PRIMARY: Policy = { action: 'call-primary', who: organiser, from: ['NOMINATION'], precondition: needless };

/**
 * A ballot of its own among all who stand (预选), with its own roll, officers and papers and the election's quorum. Everybody with a
 * vote counts: who is within the number that the rules allow goes onto the election's paper, and all who are level at that cut.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nomination-closed`, `ballot.no-primary-needed`, `ballot.primary-open`
 */
export function callPrimary(
  ballot: Ballot,
  by: Authority,
  fresh: { readonly id: string; readonly title: string },
  before: Ballot | null,
  at: Date,
): Change {
  assertAllowed(CALL_PRIMARY, ballot, by);
  if (ballot.kind !== 'election') throw BallotErrors.noPrimaryNeeded();
  if (before && !isOver(before)) throw BallotErrors.primaryOpen(before.id);
  const { organisationId, sessionId, channel, electorate } = ballot;
  const drafted = draft(
    {
      ...fresh,
      organisationId,
      sessionId,
      ...primaryRules(ballot),
      channel,
      electorate,
      round: 'first',
      choices: toChoices(activeNominees(nominationsOf(ballot))),
    },
    by,
    at,
  );
  return changed(
    { ...drafted.ballot, primaryOf: ballot.id, relatives: ballot.relatives, version: 0 },
    { state: 'RULES_ADOPTED' },
    { type: 'BallotAnnounced' },
  );
}

/** No threshold and no seat: the most votes go on, and a tie at the cut keeps everybody in it. */
function primaryRules(ballot: Extract<Ballot, { kind: 'election' }>): KindRules {
  const { quorum, participation, returnedLimit, revote, procedure } = ballot.rules;
  const { nomination: _, approval: __, publication: ___, ...run } = procedure ?? {};
  return {
    kind: 'election',
    rules: {
      quorum,
      ...stated({ participation, returnedLimit, revote }),
      seats: nominationRuleOf(ballot)?.primaryAbove ?? 1,
      surplus: null,
      elect: { num: 0, den: 1, inclusive: true, base: 'roll' },
      tie: 'vacant',
      shortage: 'vacant',
      writeIns: 'none',
      procedure: run,
    },
  };
}

const STANDS_NO_MORE: readonly string[] = ['REJECTED', 'ANNULLED'];

/** Signed by both sides and not undone. */
const stands = ({ state }: Ballot): boolean =>
  BALLOT_STATES.indexOf(state) >= BALLOT_STATES.indexOf('SIGNED') && !STANDS_NO_MORE.includes(state);

/** Nothing more comes of it: its result stands, or it is void. */
const isOver = (primary: Ballot): boolean => stands(primary) || STANDS_NO_MORE.includes(primary.state);

/**
 * Who goes onto the paper where more stand than the rules allow.
 * @throws `ballot.primary-needed` where there is none of all who stand, or it was void; `ballot.primary-open` until its result is signed
 */
export function candidatesAfterPrimary(ballot: Ballot, primary: Ballot | null): readonly Nominee[] {
  const standing = activeNominees(nominationsOf(ballot));
  if (!exceedsCandidateLimit(ballot)) return standing;
  const above = nominationRuleOf(ballot)?.primaryAbove ?? 0;
  if (primary && !isOver(primary)) throw BallotErrors.primaryOpen(primary.id);
  const outcome = primary && stands(primary) ? primary.tally?.outcome : undefined;
  if (!primary || !outcome || !('ranking' in outcome) || standing.some(({ id }) => !primary.choices.some((choice) => choice.id === id)))
    throw BallotErrors.primaryNeeded(standing.length, above);
  return standing.filter(({ id }) => outcome.elected.includes(id) || outcome.tied.includes(id));
}

/** The paper of an election that may still be made anew: nothing was put to the vote. */
const UNVOTED: readonly string[] = ['NOMINATION', 'ROLL_FROZEN'];

/**
 * Opens the nomination again whose list an annulled primary had shortened: whoever was left behind stands again, the paper and a roll that
 * was frozen for it are no more, and another primary may be called. Null where nothing hung on it.
 * @throws `ballot.election-under-way` where the voting on that paper was opened and is not annulled itself
 */
export function reopenNomination(election: Ballot): Change | null {
  const nominations = nominationsOf(election);
  const nominees = nominations.nominees.map((nominee): Nominee =>
    nominee.status === 'left-behind' ? { ...nominee, status: 'put-forward' } : nominee,
  );
  const reopened = { ...election, nominations: { ...nominations, nominees, closedOn: null } };
  if (nominations.closedOn === null || STANDS_NO_MORE.includes(election.state) || !exceedsCandidateLimit(reopened)) return null;
  if (!UNVOTED.includes(election.state)) throw BallotErrors.electionUnderWay(election.id);
  return changed(reopened, { state: 'NOMINATION', choices: [], roll: null });
}
