import { type DomainError, MalformedError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Choice } from '../record/candidates.js';
import type { Decision, VacancyDecision } from '../record/result.js';
import { DECLARED_STATES } from '../record/vocabulary.js';
import { electedIn, memberOf, seatsOf, vacancyPolicy } from './seats.js';

/** What is told of a decision. */
export interface DecisionRequest {
  readonly what: VacancyDecision;
  /** All that are open where it is not said. */
  readonly seats: number | null;
  readonly text: string;
  readonly candidates: readonly Choice[];
}

/**
 * What each policy of the adopted rules leaves to be decided: where the presidium decides it may choose, elsewhere the rules have chosen.
 */
const DECIDABLE: Record<ReturnType<typeof vacancyPolicy>, readonly VacancyDecision[]> = {
  presidium: ['leave-vacant', 'reduce-seats', 'refer', 'supplementary'],
  reduce: ['reduce-seats', 'leave-vacant', 'refer'],
  vacant: ['leave-vacant', 'refer'],
};

/**
 * What may be decided about the seats that are still open, as the adopted rules have it; nothing where none is. A supplementary ballot is
 * asked for once.
 */
export function possibleDecisions(ballot: Ballot): readonly VacancyDecision[] {
  if ((seatsOf(ballot)?.open ?? 0) === 0) return [];
  return DECIDABLE[vacancyPolicy(ballot)].filter((what) => what !== 'supplementary' || supplementaryDecision(ballot) === null);
}

const somethingOpen = (ballot: Ballot): DomainError | null => {
  const seats = seatsOf(ballot);
  if (seats === null || seats.vacant === 0) return BallotErrors.nothingToDecide();
  return seats.open > 0 ? null : BallotErrors.alreadyDecided();
};

export const DECIDE_VACANCY: Policy = { action: 'decide-vacancy', who: organiser, from: DECLARED_STATES, precondition: somethingOpen };

/**
 * Records what was decided about seats left open by a shortage or a tie (R37, R47). Each open seat is decided once; what is decided stays.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nothing-to-decide`, `ballot.already-decided`,
 * `ballot.decision-against-rules`, `ballot.more-than-open`, `ballot.candidates-of-decision`, `ballot.candidate-elected`; MalformedError for
 * candidates that repeat
 */
export function decideVacancy(ballot: Ballot, by: Authority, { what, seats: told, text, candidates }: DecisionRequest, at: Date): Change {
  assertAllowed(DECIDE_VACANCY, ballot, by);
  const policy = vacancyPolicy(ballot);
  if (!DECIDABLE[policy].includes(what)) throw BallotErrors.decisionAgainstRules(policy, what);
  const open = seatsOf(ballot)?.open ?? 0;
  const seats = told ?? open;
  if (seats > open) throw BallotErrors.moreThanOpen(seats, open);
  // A request that is sent again must not decide about the next seat: what is decided stays.
  if (ballot.decisions.some((each) => each.what === what && each.seats === seats && each.text === text))
    throw BallotErrors.alreadyDecided();
  const standing = candidates.map((given) => ballot.choices.find(({ id }) => id === given.id) ?? given);
  const refused =
    what === 'supplementary'
      ? supplementaryFault(ballot, standing, seats)
      : standing.length > 0
        ? BallotErrors.candidatesOfDecision(standing.length, 0)
        : null;
  if (refused) throw refused;
  return changed(ballot, { decisions: [...ballot.decisions, { what, seats, text, candidates: standing, by: by.memberId, at }] });
}

/** The decision that asks for a supplementary ballot; null where there is none. */
export const supplementaryDecision = ({ decisions }: Ballot): Decision | null =>
  decisions.find(({ what }) => what === 'supplementary') ?? null;

function supplementaryFault(ballot: Ballot, standing: readonly Choice[], seats: number): DomainError | null {
  if (supplementaryDecision(ballot)) return BallotErrors.alreadyDecided();
  if (standing.length < seats) return BallotErrors.candidatesOfDecision(standing.length, seats);
  assertDistinct(standing);
  const elected = electedIn(ballot).map(({ id }) => id);
  const seated = new Set(elected.flatMap((id) => memberOf(ballot, id) ?? []));
  const again = standing.filter(({ id, memberId }) => elected.includes(id) || (memberId !== null && seated.has(memberId)));
  return again.length > 0 ? BallotErrors.candidateElected(again.map(({ id }) => id)) : null;
}

function assertDistinct(choices: readonly Choice[]): void {
  const [ids, members] = [choices.map(({ id }) => id), choices.flatMap(({ memberId }) => memberId ?? [])];
  if (new Set(ids).size < ids.length || new Set(members).size < members.length)
    throw new MalformedError([{ field: 'candidates', reason: 'repeated' }]);
}
