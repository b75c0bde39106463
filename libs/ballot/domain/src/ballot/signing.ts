import type { DomainError } from '@plenum/kernel';
import { type Ballot, type Change, type Signature, changed } from './ballot.js';
import { BallotErrors } from './ballot.errors.js';
import { type Rule, assertAllowed } from './rule.js';
import { type Standing, officer, organiser } from './standing.js';
import type { OfficerRole } from './words.js';

const oncePerOfficer = ({ signatures }: Ballot, { memberId }: Standing): DomainError | null =>
  signatures.some((signature) => signature.memberId === memberId) ? BallotErrors.alreadySigned() : null;

export const SIGN: Rule = { action: 'sign', who: officer, from: ['TALLIED', 'SIGNED'], obstacle: oncePerOfficer };

/** Both sides of the count stand for it: who watched and who counted. */
const ROLES_NEEDED: readonly OfficerRole[] = ['SCRUTINEER', 'TELLER'];

/**
 * Puts an officer's name under the tally sheet (计票结果报告单); with one of each role it is signed and nothing in it changes any more.
 * `seen` is the fingerprint of the tally that the signer read; null where it was not said.
 * @throws `ballot.not-an-officer`, `ballot.wrong-state`, `ballot.already-signed`, `ballot.result-changed`
 */
export function sign(ballot: Ballot, by: Standing, seen: string | null, at: Date): Change {
  assertAllowed(SIGN, ballot, by);
  if (seen !== null && seen !== ballot.tally?.digest) throw BallotErrors.resultChanged();
  const own = ballot.officers.filter(({ memberId }) => memberId === by.memberId);
  const signatures: readonly Signature[] = [...ballot.signatures, ...own.map((each) => ({ ...each, at }))];
  const signed = ROLES_NEEDED.every((role) => signatures.some((signature) => signature.role === role));
  return changed(ballot, { signatures, state: signed ? 'SIGNED' : 'TALLIED' });
}

export const PUBLISH: Rule = { action: 'publish', who: organiser, from: ['SIGNED'] };

/**
 * Publishes the signed result to everybody of the organisation.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`
 */
export function publish(ballot: Ballot, by: Standing, at: Date): Change {
  assertAllowed(PUBLISH, ballot, by);
  return changed(ballot, { state: 'PUBLISHED', publishedAt: at }, { type: 'ResultPublished', status: ballot.tally?.outcome.status ?? '' });
}
