import { type WorkingCalendar, dueDate } from '@plenum/calendar';
import { type DomainError, MalformedError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { spellingOf } from '../preparing/namesakes.js';
import { nominationRuleOf, nominationsOf, activeNominees, toChoices } from '../preparing/nominations.js';
import { officerConflict } from '../preparing/officers.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Choice, Nominee, Proposer } from '../record/candidates.js';

/** As many as a paper takes. */
const NOMINEES_MAX = 300;

const nominates = (ballot: Ballot): DomainError | null => (nominationRuleOf(ballot) === null ? BallotErrors.noNomination() : null);

export const NOMINATE: Policy = {
  action: 'nominate',
  who: organiser,
  from: ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'],
  precondition: nominates,
};

/**
 * Puts a name forward. A list already posted, or closed, must be posted anew with its whole period: nobody comes onto the paper whom nobody
 * could object to. Who was removed by an objection is not put forward again.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.no-nomination`, `ballot.already-nominated`,
 * `ballot.officer-is-candidate`, `ballot.officer-is-relative`; MalformedError for more names than a paper takes
 */
export function nominate(ballot: Ballot, by: Authority, { label, memberId }: Omit<Choice, 'id'>, proposer: Proposer): Change {
  assertAllowed(NOMINATE, ballot, by);
  const { nominees } = nominationsOf(ballot);
  const again = nominees.find(
    (nominee) => (nominee.status === 'put-forward' || nominee.status === 'removed') && isSame(nominee, { label, memberId }),
  );
  if (again) throw BallotErrors.alreadyNominated(again.id, again.status);
  if (nominees.length >= NOMINEES_MAX) throw new MalformedError([{ field: 'nominations', reason: 'too-many' }]);
  const nominee: Nominee = { id: `c${String(nominees.length + 1).padStart(2, '0')}`, label, memberId, proposer, status: 'put-forward' };
  return withNominees({ ...ballot, state: 'NOMINATION', nominations: { nominees: [...nominees, nominee], posting: null, closedOn: null } });
}

/** Two members are told apart by their ids; of whom only the name is known, the same name means the same person, however it is written. */
const isSame = (one: Omit<Choice, 'id'>, other: Omit<Choice, 'id'>): boolean =>
  one.memberId !== null && other.memberId !== null ? one.memberId === other.memberId : spellingOf(one.label) === spellingOf(other.label);

export const nomineeOrOrganiser = (ballot: Ballot, by: Authority): DomainError | null =>
  by.organises || activeNominees(nominationsOf(ballot)).some(({ memberId }) => memberId === by.memberId)
    ? null
    : BallotErrors.notAnOrganiser();

export const DECLINE: Policy = {
  action: 'decline-nomination',
  who: nomineeOrOrganiser,
  from: ['NOMINATION', 'ROLL_FROZEN'],
  precondition: nominates,
};

/**
 * A nominee does not stand: said by the nominee, or by an organiser who was told. Possible until the voting opens.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.no-nomination`, `ballot.not-standing`
 */
export function decline(ballot: Ballot, by: Authority, nomineeId: string): Change {
  assertAllowed(DECLINE, ballot, by);
  const nominee = assertActiveNominee(ballot, nomineeId);
  if (!by.organises && nominee.memberId !== by.memberId) throw BallotErrors.notAnOrganiser();
  return endCandidacy(ballot, nomineeId, 'declined');
}

const unposted = (ballot: Ballot): DomainError | null => {
  const { posting, closedOn, ...nominations } = nominationsOf(ballot);
  if (closedOn !== null) return BallotErrors.nominationClosed();
  if (posting !== null) return BallotErrors.alreadyPosted();
  return activeNominees({ ...nominations, posting, closedOn }).length === 0 ? BallotErrors.tooFewCandidates(0, 1) : null;
};

export const POST_CANDIDATES: Policy = { action: 'post-candidates', who: organiser, from: ['NOMINATION'], precondition: unposted };

/**
 * Posts the list (公示). Objections are taken until 24:00 of the notice period's last day; the day of posting is not counted.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nomination-closed`, `ballot.already-posted`,
 * `ballot.too-few-candidates`, `ballot.notice-past` for a fixed day that is over; `calendar.year-not-covered`
 */
export function postCandidates(ballot: Ballot, by: Authority, calendar: WorkingCalendar, at: Date): Change {
  assertAllowed(POST_CANDIDATES, ballot, by);
  const rule = nominationRuleOf(ballot);
  if (rule === null) throw BallotErrors.noNomination();
  const postedOn = calendar.dayOf(at);
  const { dueOn, provisional } = dueDate(rule.notice, postedOn, calendar);
  if (dueOn < postedOn) throw BallotErrors.noticePast(dueOn);
  return changed(
    ballot,
    { nominations: { ...nominationsOf(ballot), posting: { postedOn, until: dueOn, provisional } } },
    { type: 'CandidatesPosted', untilOn: dueOn },
  );
}

/** The nominee of an id who stands. @throws `ballot.not-standing` */
export function assertActiveNominee(ballot: Pick<Ballot, 'nominations'>, nomineeId: string): Nominee {
  const nominee = activeNominees(nominationsOf(ballot)).find(({ id }) => id === nomineeId);
  if (!nominee) throw BallotErrors.notStanding(nomineeId);
  return nominee;
}

/** The nominee stands no more; those who stay keep their order on the paper. */
export function endCandidacy(ballot: Ballot, nomineeId: string, status: 'declined' | 'removed'): Change {
  const nominations = nominationsOf(ballot);
  const nominees = nominations.nominees.map((nominee) => (nominee.id === nomineeId ? { ...nominee, status } : nominee));
  return changed(ballot, { nominations: { ...nominations, nominees }, choices: ballot.choices.filter(({ id }) => id !== nomineeId) });
}

/** The ballot with whoever stands as its candidates, unless one of them or a relative counts the vote. */
function withNominees(ballot: Ballot): Change {
  const nominated = { ...ballot, choices: toChoices(activeNominees(nominationsOf(ballot))) };
  const refused = officerConflict(nominated);
  if (refused) throw refused;
  return changed(nominated, {});
}
