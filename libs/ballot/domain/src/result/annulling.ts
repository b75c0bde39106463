import type { DomainError } from '@plenum/kernel';
import { type RelatedBallots, precedingBallots, dependentBallots, isUndone } from '../open-seats/dependent-ballots.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, isDeclared, organiser } from '../policy/authority.js';
import { draft } from '../preparing/drafting.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Annulment } from '../record/result.js';
import { cancelledAppointments } from '../timing/appointments.js';
import { isStopped } from './effect.js';

export const ANNUL: Policy = {
  action: 'annul',
  who: organiser,
  from: ['OPEN', 'CLOSED', 'TALLIED', 'SIGNED', 'DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED'],
};

/**
 * Annuls a ballot after a proven violation (R58). Nothing of it is changed or taken away: what was declared stays readable, with the
 * reason beside it, and what was not is never shown to more people than saw it before. Whoever heard of the result hears of this.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`
 */
export function annul(ballot: Ballot, by: Authority, reason: string, at: Date): Change {
  assertAllowed(ANNUL, ballot, by, at);
  return annulled(ballot, { reason, by: by.memberId, at });
}

/**
 * Takes along what hangs on a result that is undone, whatever state it is in: who stands in a run-off or a supplementary ballot, and for
 * how many seats, is nothing but that result (R29, R37), and officers are elected from those whom it elected (R20, R56). What the higher
 * body approved by its document (R43) is not undone in passing: what was passed is revoked only as it was passed (R68), so that one is
 * annulled by itself before.
 * @throws `ballot.followers-approved`, and then nothing is annulled
 */
export function annulWithDependents(ballot: Ballot, family: RelatedBallots, by: Authority, reason: string, at: Date): readonly Change[] {
  const dependents = dependentBallots(ballot, family);
  const approved = dependents.filter(({ approval }) => approval?.answer?.approved === true);
  if (approved.length > 0) throw BallotErrors.followersApproved(approved.map(({ id }) => id));
  return dependents.map((each) => annulled(each, { reason, by: by.memberId, at, alongWith: ballot.id }));
}

/** Of a draft that was never announced nobody has heard, so that nobody is told. */
function annulled(ballot: Ballot, annulment: Annulment): Change {
  const waiting = [
    ...(ballot.approval && !ballot.approval.answer ? [{ type: 'DeadlineMet', matter: 'approval' } as const] : []),
    ...(ballot.state === 'PUBLISHED' && ballot.posting ? [{ type: 'DeadlineMet', matter: 'publication' } as const] : []),
  ];
  const told =
    ballot.state === 'RULES_DRAFT' ? [] : [{ type: 'ResultAnnulled', reason: annulment.reason, declared: isDeclared(ballot) } as const];
  return changed(ballot, { state: 'ANNULLED', annulment, appointments: cancelledAppointments(ballot, annulment.at) }, ...told, ...waiting);
}

const stands = (ballot: Ballot): DomainError | null => {
  if (ballot.state === 'ANNULLED' || ballot.state === 'REJECTED') return null;
  return isStopped(ballot) ? null : BallotErrors.nothingToRepeat();
};

export const RUN_AGAIN: Policy = {
  action: 'run-again',
  who: organiser,
  from: ['DECLARED', 'REJECTED', 'PUBLISHED', 'ARCHIVED', 'ANNULLED'],
  precondition: stands,
};

/**
 * The ballot that repeats one that was annulled, rejected or stopped by a gate (void: R30): under the rules already adopted, with its
 * own roll, officers and papers, and the candidates who were found for the first, which stays as it is. What hung on a result that was
 * undone comes of the repeat of that one.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nothing-to-repeat`, `ballot.grounds-undone`
 */
export function runAgain(ballot: Ballot, family: RelatedBallots, by: Authority, id: string, at: Date): Change {
  assertAllowed(RUN_AGAIN, ballot, by, at);
  const undone = precedingBallots(ballot, family).filter(isUndone);
  if (undone.length > 0) throw BallotErrors.groundsUndone(undone.map((each) => each.id));
  const drafted = draft({ ...ballot, id, follows: null }, by, at);
  const { primaryOf, relatives } = ballot;
  return changed(
    { ...drafted.ballot, rerunOf: ballot.id, primaryOf, relatives, version: 0 },
    { state: 'RULES_ADOPTED' },
    { type: 'BallotAnnounced' },
  );
}
