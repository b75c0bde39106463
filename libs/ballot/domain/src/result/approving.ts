import type { CivilDate, WorkingCalendar } from '@plenum/calendar';
import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Approval } from '../record/result.js';
import { effectOf } from './effect.js';

const unasked = ({ approval }: Ballot): DomainError | null => (approval === null ? BallotErrors.approvalNotAsked() : null);

export const APPROVE: Policy = { action: 'approve', who: organiser, from: ['DECLARED'], precondition: unasked };
export const REJECT: Policy = { action: 'reject', who: organiser, from: ['DECLARED'], precondition: unasked };

/** The document (批复) that an organiser has before them. */
export interface HigherDocument {
  readonly reference: string;
  readonly documentOn: CivilDate;
}

/**
 * Records that the higher body approved the result (R43), also after the day on which its answer was due: from here it is effective.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.approval-not-asked`, `ballot.document-date`
 */
export function approve(ballot: Ballot, by: Authority, document: HigherDocument, calendar: WorkingCalendar, at: Date): Change {
  assertAllowed(APPROVE, ballot, by, at);
  const approval = answered(ballot, by, { ...document, reason: null }, calendar, at);
  return changed(
    ballot,
    { state: 'APPROVED', approval },
    { type: 'ResultApproved', reference: document.reference },
    MET,
    ...effectOf(ballot),
  );
}

/**
 * Records that the higher body did not approve, and why: the result never takes effect, stays as it is, and may be run again.
 * @throws as {@link approve}
 */
export function reject(
  ballot: Ballot,
  by: Authority,
  document: HigherDocument & { readonly reason: string },
  calendar: WorkingCalendar,
  at: Date,
): Change {
  assertAllowed(REJECT, ballot, by, at);
  const approval = answered(ballot, by, document, calendar, at);
  return changed(
    ballot,
    { state: 'REJECTED', approval },
    { type: 'ResultRejected', reference: document.reference, reason: document.reason },
    MET,
  );
}

const MET = { type: 'DeadlineMet', matter: 'approval' } as const;

/** The document answers a result that was declared, so it is not older than that; nor is it of a day to come. */
function answered(
  { approval, declaredAt }: Ballot,
  by: Authority,
  document: HigherDocument & { readonly reason: string | null },
  calendar: WorkingCalendar,
  at: Date,
): Approval {
  if (!approval || !declaredAt) throw BallotErrors.approvalNotAsked();
  const [from, to] = [calendar.dayOf(declaredAt), calendar.dayOf(at)];
  if (document.documentOn < from || document.documentOn > to) throw BallotErrors.documentDate(from, to);
  const { reference, documentOn, reason } = document;
  return { ...approval, answer: { approved: reason === null, reference, documentOn, reason, by: by.memberId, at } };
}
