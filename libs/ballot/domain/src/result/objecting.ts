import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';

const notPosted = ({ posting }: Ballot, _by: Authority, at?: Date): DomainError | null => {
  if (posting === null) return BallotErrors.objectionsClosed(null);
  return at && at >= posting.endsAt ? BallotErrors.objectionsClosed(posting.untilOn) : null;
};

/** Whoever is of the organisation may object, whether a voter or not. */
export const OBJECT_TO_RESULT: Policy = { action: 'object', who: () => null, from: ['PUBLISHED'], precondition: notPosted };

/**
 * Takes an objection (异议) to the posted result, until the last day of the period is over. `pending` says whether the member has one
 * that is not answered yet: one at a time.
 * @throws `ballot.wrong-state`, `ballot.objections-closed`, `ballot.objection-pending`
 */
export function raiseObjection(ballot: Ballot, by: Authority, pending: boolean, at: Date): Change {
  assertAllowed(OBJECT_TO_RESULT, ballot, by, at);
  if (pending) throw BallotErrors.objectionPending();
  const { objections } = ballot;
  return changed(ballot, { objections: { ...objections, open: objections.open + 1 } }, { type: 'ObjectionRaised' });
}

/** An objection is answered after the period too, as long as the file is not closed. */
export const ANSWER_RESULT_OBJECTION: Policy = {
  action: 'answer-objection',
  who: organiser,
  from: ['PUBLISHED'],
  precondition: ({ objections }) => (objections.open === 0 ? BallotErrors.objectionUnknown() : null),
};

/** What became of an objection. */
export interface ObjectionChange extends Change {
  readonly objection: ResultObjection;
}

/**
 * Answers an objection with the reason, whoever made it excepted: dismissed, or upheld, which asks for the annulment: the result cannot be
 * archived any more.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.objection-answered`, `ballot.own-matter`
 */
export function answerResultObjection(
  ballot: Ballot,
  by: Authority,
  objection: ResultObjection,
  { upheld, reason }: Pick<ResultObjectionAnswer, 'upheld' | 'reason'>,
  at: Date,
): ObjectionChange {
  const { precondition: _, ...policy } = ANSWER_RESULT_OBJECTION;
  assertAllowed(policy, ballot, by, at);
  if (objection.answer !== null) throw BallotErrors.objectionAnswered();
  if (objection.memberId === by.memberId) throw BallotErrors.ownMatter();
  const { open, ...counts } = ballot.objections;
  const fate = upheld ? 'upheld' : 'dismissed';
  const change = changed(
    ballot,
    { objections: { ...counts, open: open - 1, [fate]: counts[fate] + 1 } },
    { type: 'ObjectionAnswered', memberId: objection.memberId, upheld },
  );
  return { ...change, objection: { ...objection, answer: { upheld, reason, by: by.memberId, at } } };
}

/** An objection (异议) to a posted result. */
export interface ResultObjection {
  readonly id: string;
  readonly ballotId: string;
  readonly memberId: string;
  readonly text: string;
  readonly at: Date;
  readonly answer: ResultObjectionAnswer | null;
}

/** What an organiser answered to an objection: upheld, which asks for the annulment, or dismissed with the reason. */
export interface ResultObjectionAnswer {
  readonly upheld: boolean;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}
