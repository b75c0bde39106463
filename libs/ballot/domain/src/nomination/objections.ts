import type { WorkingCalendar } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { nominationsOf, activeNominees } from '../preparing/nominations.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { assertActiveNominee, endCandidacy } from './nominating.js';

/** What somebody of the organisation has against a candidate on the posted list. */
export interface Objection {
  readonly id: string;
  readonly nomineeId: string;
  readonly memberId: string;
  readonly grounds: string;
  readonly madeAt: Date;
  readonly answer: ObjectionAnswer | null;
}

/** Upheld removes the candidate; dismissed says why. */
export interface ObjectionAnswer {
  readonly upheld: boolean;
  readonly reason: string;
  readonly answeredBy: string;
  readonly answeredAt: Date;
}

const running = (ballot: Ballot): DomainError | null => {
  const { posting, closedOn } = nominationsOf(ballot);
  if (closedOn !== null) return BallotErrors.nominationClosed();
  return posting === null ? BallotErrors.notPosted() : null;
};

export const OBJECT: Policy = { action: 'object-to-candidate', who: () => null, from: ['NOMINATION'], precondition: running };

/**
 * Takes an objection of a member of the organisation, until 24:00 of the notice period's last day. `made` are those before it.
 * @throws `ballot.wrong-state`, `ballot.nomination-closed`, `ballot.not-posted`, `ballot.notice-over`, `ballot.not-standing`,
 * `ballot.already-objected`
 */
export function objectTo(
  ballot: Ballot,
  by: Authority,
  given: Pick<Objection, 'id' | 'nomineeId' | 'grounds'>,
  made: readonly Objection[],
  calendar: WorkingCalendar,
  at: Date,
): { change: Change; objection: Objection } {
  assertAllowed(OBJECT, ballot, by);
  const { posting } = nominationsOf(ballot);
  if (posting && at >= calendar.endOf(posting.until)) throw BallotErrors.noticeOver(posting.until);
  assertActiveNominee(ballot, given.nomineeId);
  if (made.some(({ nomineeId, memberId, answer }) => nomineeId === given.nomineeId && memberId === by.memberId && answer === null))
    throw BallotErrors.alreadyObjected();
  const { id, nomineeId, grounds } = given;
  return {
    change: changed(ballot, {}, { type: 'CandidateObjectionRaised' }),
    objection: { id, nomineeId, grounds, memberId: by.memberId, madeAt: at, answer: null },
  };
}

export const ANSWER_OBJECTION: Policy = {
  action: 'answer-candidate-objection',
  who: organiser,
  from: ['NOMINATION'],
  precondition: ({ nominations }) => (nominations?.closedOn ? BallotErrors.nominationClosed() : null),
};

/**
 * Answers an objection, with a reason either way. Who objected, and whom it is about, does not decide it.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nomination-closed`, `ballot.candidate-objection-unknown`,
 * `ballot.candidate-objection-answered`, `ballot.own-matter`
 */
export function answerObjection(
  ballot: Ballot,
  by: Authority,
  objectionId: string,
  given: Pick<ObjectionAnswer, 'upheld' | 'reason'>,
  made: readonly Objection[],
  at: Date,
): { change: Change; objection: Objection } {
  assertAllowed(ANSWER_OBJECTION, ballot, by);
  const objection = made.find(({ id }) => id === objectionId);
  if (!objection) throw BallotErrors.candidateObjectionUnknown();
  if (objection.answer) throw BallotErrors.candidateObjectionAnswered();
  const nominee = nominationsOf(ballot).nominees.find(({ id }) => id === objection.nomineeId);
  if ([objection.memberId, nominee?.memberId].includes(by.memberId)) throw BallotErrors.ownMatter();
  const answer = { upheld: given.upheld, reason: given.reason, answeredBy: by.memberId, answeredAt: at };
  const leaves = given.upheld && nominee?.status === 'put-forward';
  return { change: leaves ? endCandidacy(ballot, nominee.id, 'removed') : changed(ballot, {}), objection: { ...objection, answer } };
}

/** Objections that somebody must answer before the paper is fixed: not those to candidates who stand no more. */
export function openObjections({ nominations }: Pick<Ballot, 'nominations'>, made: readonly Objection[]): readonly Objection[] {
  const standing = new Set(activeNominees(nominationsOf({ nominations })).map(({ id }) => id));
  return made.filter(({ answer, nomineeId }) => answer === null && standing.has(nomineeId));
}
