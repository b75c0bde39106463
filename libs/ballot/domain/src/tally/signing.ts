import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, officer } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { OFFICER_ROLES, type OfficerRole } from '../record/conduct.js';
import type { Signature } from '../record/count.js';

const oncePerOfficer = ({ signatures }: Ballot, { memberId }: Authority): DomainError | null =>
  signatures.some((signature) => signature.memberId === memberId) ? BallotErrors.alreadySigned() : null;

export const SIGN: Policy = { action: 'sign', who: officer, from: ['TALLIED', 'SIGNED'], precondition: oncePerOfficer };

/**
 * Puts an officer's name under the tally sheet (计票结果报告单). Every officer may sign; with the chief scrutineer and the chief teller
 * (总监票人, 总计票人) it is signed and nothing in it changes any more.
 * `seen` is the fingerprint of the tally that the signer read: nobody stands for figures that changed meanwhile.
 * @throws `ballot.not-an-officer`, `ballot.wrong-state`, `ballot.already-signed`, `ballot.result-changed`
 */
export function sign(ballot: Ballot, by: Authority, seen: string, at: Date): Change {
  assertAllowed(SIGN, ballot, by);
  if (seen !== ballot.tally?.digest) throw BallotErrors.resultChanged();
  const own = ballot.officers.filter(({ memberId }) => memberId === by.memberId);
  const signatures: readonly Signature[] = [...ballot.signatures, ...own.map((each) => ({ ...each, at }))];
  return changed(ballot, { signatures, state: chiefsMissing({ signatures }).length === 0 ? 'SIGNED' : 'TALLIED' });
}

/** Both sides of the count stand for it, who watched and who counted: the roles whose chief has not signed yet. */
export const chiefsMissing = ({ signatures }: Pick<Ballot, 'signatures'>): readonly OfficerRole[] =>
  OFFICER_ROLES.filter((role) => !signatures.some((signature) => signature.chief && signature.role === role));
