import type { DomainError } from '@plenum/kernel';
import { type Proposal, latestReply } from './proposal.js';
import { ProposalErrors } from './proposal.errors.js';

/** How a member stands to a session and to the handling of its proposals; looked up anew for each request. */
export interface Authority {
  readonly memberId: string;
  /** The seat in the session; null for a member who does not sit in it. */
  readonly seat: 'DELEGATE' | 'ATTENDEE' | 'INVITEE' | null;
  /** Sits on the proposals committee of the session or of the organisation. */
  readonly reviews: boolean;
  /** Of the presidium, the secretariat, the leaders in charge or the observers: sees what the committee sees, decides nothing here. */
  readonly oversees: boolean;
  /** The units for which the member handles proposals or which they head. */
  readonly handles: readonly string[];
  /** The units for which the member did so at any time, until now or before. */
  readonly handled: readonly string[];
}

/** Null for the lead proposer (领衔提案人), in person; otherwise the refusal. */
export function leadProposer(proposal: Proposal, by: Authority): DomainError | null {
  return by.memberId === proposal.leadProposerId ? null : ProposalErrors.notTheLeadProposer();
}

/** Null for a member of the proposals committee; otherwise the refusal. */
export function committee(_proposal: Proposal, by: Authority): DomainError | null {
  return by.reviews ? null : ProposalErrors.notTheCommittee();
}

/** Null for somebody who handles for, or heads, the lead unit; before a unit is assigned, any unit. Otherwise the refusal. */
export function leadUnit({ assignment }: Proposal, by: Authority): DomainError | null {
  const handles = assignment ? by.handles.includes(assignment.leadUnitId) : by.handles.length > 0;
  return handles ? null : ProposalErrors.notTheHandlingUnit();
}

/** Whether the member handles the proposal for its lead or an assisting unit. */
export function handlesIt({ assignment }: Proposal, by: Authority): boolean {
  return assignment !== null && [assignment.leadUnitId, ...assignment.assistingUnitIds].some((unit) => by.handles.includes(unit));
}

const OPEN_TO_DELEGATES: readonly string[] = ['SECONDING', 'FILED', 'SUGGESTION', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'CLOSED'];

/**
 * Whether the member may read the proposal. Its authors always; the committee and those who oversee it once it was
 * submitted; the assigned units; and whoever sits in the session while seconders are sought and once it was accepted.
 */
export function maySee(proposal: Proposal, by: Authority): boolean {
  const isAuthor = proposal.leadProposerId === by.memberId || proposal.signatures.some(({ memberId }) => memberId === by.memberId);
  if (isAuthor || handlesIt(proposal, by)) return true;
  if (by.reviews || by.oversees) return proposal.submittedAt !== null;
  return by.seat !== null && OPEN_TO_DELEGATES.includes(proposal.state);
}

/**
 * Whether the member may see how the reply was rated: the proposer who rated it and the committee at once, everybody else
 * when the matter is closed. The handling unit waits too, even where one of its people sits on the committee, and whoever was of the
 * unit, or answered for it, before (DOMAIN 1.10).
 */
export function maySeeRating(proposal: Proposal, by: Authority): boolean {
  if (latestReply(proposal) === null) return false;
  if (proposal.state === 'CLOSED' || proposal.leadProposerId === by.memberId) return true;
  return by.reviews && !handledIt(proposal, by);
}

function handledIt({ assignment, replies }: Proposal, { memberId, handles, handled }: Authority): boolean {
  const units = assignment ? [assignment.leadUnitId, ...assignment.assistingUnitIds] : [];
  return units.some((unit) => handles.includes(unit) || handled.includes(unit)) || replies.some(({ by }) => by === memberId);
}
