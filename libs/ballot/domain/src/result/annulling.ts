import type { DomainError } from '@plenum/kernel';
import { type Ballot, type Change, changed } from '../ballot/ballot.js';
import { BallotErrors } from '../ballot/ballot.errors.js';
import { draft } from '../ballot/drafting.js';
import { type Rule, assertAllowed } from '../ballot/rule.js';
import { type Standing, isDeclared, organiser } from '../ballot/standing.js';
import { noneAwaited } from '../timing/appointments.js';
import { isStopped } from './effect.js';

export const ANNUL: Rule = {
  action: 'annul', who: organiser, from: ['OPEN', 'CLOSED', 'TALLIED', 'SIGNED', 'DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED'],
};

/**
 * Annuls a ballot after a proven violation (R58). Nothing of it is changed or taken away: what was declared stays readable, with the
 * reason beside it, and what was not is never shown to more people than saw it before. Whoever heard of the result hears of this.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`
 */
export function annul(ballot: Ballot, by: Standing, reason: string, at: Date): Change {
  assertAllowed(ANNUL, ballot, by, at);
  const waiting = [
    ...(ballot.approval && !ballot.approval.answer ? [{ type: 'DeadlineMet', matter: 'approval' } as const] : []),
    ...(ballot.state === 'PUBLISHED' && ballot.posting ? [{ type: 'DeadlineMet', matter: 'publication' } as const] : []),
  ];
  const annulled = { state: 'ANNULLED', annulment: { reason, by: by.memberId, at }, appointments: noneAwaited(ballot, at) } as const;
  return changed(ballot, annulled, { type: 'ResultAnnulled', reason, declared: isDeclared(ballot) }, ...waiting);
}

const stands = (ballot: Ballot): DomainError | null => {
  if (ballot.state === 'ANNULLED' || ballot.state === 'REJECTED') return null;
  return isStopped(ballot) ? null : BallotErrors.nothingToRepeat();
};

export const RUN_AGAIN: Rule = { action: 'run-again', who: organiser, from: ['DECLARED', 'REJECTED', 'PUBLISHED', 'ARCHIVED', 'ANNULLED'], obstacle: stands };

/**
 * The ballot that repeats one that was annulled, rejected or stopped by a gate (void: R30): under the rules already adopted, with its
 * own roll, officers and papers, and the candidates who were found for the first, which stays as it is.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.nothing-to-repeat`
 */
export function runAgain(ballot: Ballot, by: Standing, id: string, at: Date): Change {
  assertAllowed(RUN_AGAIN, ballot, by, at);
  const { organisationId, sessionId, title, kind, channel, electorate, preset, round, rules, choices, scale, descent } = ballot;
  const drafted = draft({ id, organisationId, sessionId, title, kind, channel, electorate, preset, round, rules, choices, scale, descent }, by, at);
  const { primaryOf, relatives } = ballot;
  return changed({ ...drafted.ballot, rerunOf: ballot.id, primaryOf, relatives, version: 0 }, { state: 'RULES_ADOPTED' }, { type: 'BallotAnnounced' });
}
