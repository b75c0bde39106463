import type { DomainError } from '@plenum/kernel';
import { type Ballot, type Change, changed } from './ballot.js';
import { BallotErrors } from './ballot.errors.js';
import { lotsPending } from '../following/lots.js';
import { type Rule, assertAllowed } from './rule.js';
import { chiefsMissing } from './signing.js';
import { type Standing, organiser } from './standing.js';

const unready = (ballot: Ballot): DomainError | null => {
  const missing = chiefsMissing(ballot);
  if (missing.length > 0) return BallotErrors.signaturesMissing(missing);
  return lotsPending(ballot) ? BallotErrors.lotsUndrawn() : null;
};

export const DECLARE: Rule = { action: 'declare', who: organiser, from: ['TALLIED', 'SIGNED'], obstacle: unready };

/**
 * Declares the signed result (宣布, R42): the chief scrutineer has read all figures, the host says what they came to. From here everybody
 * of the organisation reads it.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.signatures-missing`, `ballot.lots-undrawn`
 */
export function declare(ballot: Ballot, by: Standing, at: Date): Change {
  assertAllowed(DECLARE, ballot, by);
  return changed(ballot, { state: 'DECLARED', declaredAt: at }, { type: 'ResultDeclared', status: statusOf(ballot) });
}

export const PUBLISH: Rule = { action: 'publish', who: organiser, from: ['DECLARED'] };

/**
 * Posts the declared result (公示).
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`
 */
export function publish(ballot: Ballot, by: Standing, at: Date): Change {
  assertAllowed(PUBLISH, ballot, by);
  return changed(ballot, { state: 'PUBLISHED', publishedAt: at }, { type: 'ResultPublished', status: statusOf(ballot) });
}

const statusOf = ({ tally }: Ballot): string => tally?.outcome.status ?? '';
