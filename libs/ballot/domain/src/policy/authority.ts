import type { DomainError } from '@plenum/kernel';
import { type Ballot, holdersOf } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { OfficerRole } from '../record/conduct.js';

/** How a member stands to the session of a ballot; looked up anew for each request. */
export interface Authority {
  readonly memberId: string;
  /** Of the presidium or the secretariat: adopts, freezes, opens, closes, declares, publishes. */
  readonly organises: boolean;
}

/** Whether the member holds the role on this ballot. */
export const isOfficer = (
  ballot: Pick<Ballot, 'officers'>,
  { memberId }: Pick<Authority, 'memberId'>,
  ...roles: readonly OfficerRole[]
): boolean => roles.some((role) => holdersOf(ballot, role).includes(memberId));

/** Null for an organiser, otherwise the refusal. */
export function organiser(_ballot: Ballot, by: Authority): DomainError | null {
  return by.organises ? null : BallotErrors.notAnOrganiser();
}

/** Null for a teller or scrutineer of the ballot, otherwise the refusal. */
export function officer(ballot: Ballot, by: Authority): DomainError | null {
  return isOfficer(ballot, by, 'SCRUTINEER', 'TELLER') ? null : BallotErrors.notAnOfficer();
}

/** Null for the chief scrutineer or the chief teller of the ballot, otherwise the refusal. */
export function chiefOfficer({ officers }: Ballot, { memberId }: Authority): DomainError | null {
  return officers.some((each) => each.chief && each.memberId === memberId) ? null : BallotErrors.notAChief();
}

/** Null for a teller of the ballot, otherwise the refusal. */
export function teller(ballot: Ballot, by: Authority): DomainError | null {
  return isOfficer(ballot, by, 'TELLER') ? null : BallotErrors.notATeller();
}

/** Null for a scrutineer of the ballot, otherwise the refusal. */
export function scrutineer(ballot: Ballot, by: Authority): DomainError | null {
  return isOfficer(ballot, by, 'SCRUTINEER') ? null : BallotErrors.notAScrutineer();
}

/** Null for the codes desk of the ballot, otherwise the refusal. */
export function codesDesk(ballot: Ballot, by: Authority): DomainError | null {
  return ballot.codesDesk.includes(by.memberId) ? null : BallotErrors.notTheCodesDesk();
}

/** Null for an organiser and for the ballot's officers, otherwise the refusal. */
export function organiserOrOfficer(ballot: Ballot, by: Authority): DomainError | null {
  return by.organises ? null : officer(ballot, by);
}

/** Whether the member sees more of a ballot under way than its title and state. */
export const maySeeProgress = (ballot: Ballot, by: Authority): boolean => mayCount(ballot, by) || codesDesk(ballot, by) === null;

/** Whether the member hands out papers or slips, and so sees who has one. */
export const maySeeHoldings = (ballot: Ballot, by: Authority): boolean => officer(ballot, by) === null || codesDesk(ballot, by) === null;

const mayCount = (ballot: Ballot, by: Authority): boolean => organiserOrOfficer(ballot, by) === null;

/** Whether the result was declared before everybody (宣布); what became of it later does not unsay it. */
export const isDeclared = ({ declaredAt }: Pick<Ballot, 'declaredAt'>): boolean => declaredAt !== null;

/** Null when the member may read the result: anybody of the organisation once it is declared, until then those who count it. */
export function resultRefusal(ballot: Ballot, by: Authority): DomainError | null {
  if (ballot.tally === null) return BallotErrors.notPublished();
  return isDeclared(ballot) || mayCount(ballot, by) ? null : BallotErrors.notPublished();
}
