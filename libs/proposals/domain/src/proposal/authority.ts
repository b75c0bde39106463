import type { DomainError } from '@plenum/kernel';
import { type Proposal, latestReply } from './proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/** How a member stands to a session and to the handling of its proposals; looked up anew for each request. */
export interface Authority {
  readonly memberId: string;
  /** The seat in the session; null for a member who does not sit in it. */
  readonly seat: 'DELEGATE' | 'ATTENDEE' | 'INVITEE' | null;
  /** Has a seat in a later session of the organisation. */
  readonly sitsLater: boolean;
  /** Sits on the proposals committee of the session or of the organisation. */
  readonly reviews: boolean;
  /** Sits on the presidium of the session or of the organisation. */
  readonly presides: boolean;
  /** Of the presidium, the secretariat, the leaders in charge or the observers: sees what the committee sees, decides nothing here. */
  readonly oversees: boolean;
  /** The units for which the member handles proposals or which they head. */
  readonly handles: readonly string[];
  /** The units whose leader in charge (分管领导) the member is. */
  readonly inCharge: readonly string[];
  /** The units for which the member did either at any time, until now or before. */
  readonly handled: readonly string[];
  /** Those of the authors of the proposal at hand who have left the organisation. */
  readonly gone: readonly string[];
}

/** Null for the lead proposer (领衔提案人), in person; otherwise the refusal. */
export function leadProposer(proposal: Proposal, by: Authority): DomainError | null {
  return by.memberId === proposal.leadProposerId ? null : ProposalErrors.notTheLeadProposer();
}

/** Null for a member of the proposals committee; otherwise the refusal. */
export function committee(_proposal: Proposal, by: Authority): DomainError | null {
  return by.reviews ? null : ProposalErrors.notTheCommittee();
}

/** Null for a member of the presidium; otherwise the refusal. */
export function presidium(_proposal: Proposal, by: Authority): DomainError | null {
  return by.presides ? null : ProposalErrors.notThePresidium();
}

/** Null for somebody who handles for, or heads, the lead unit; before a unit is assigned, any unit. Otherwise the refusal. */
export function leadUnit({ assignment }: Proposal, by: Authority): DomainError | null {
  const handles = assignment ? by.handles.includes(assignment.leadUnitId) : by.handles.length > 0;
  return handles ? null : ProposalErrors.notTheHandlingUnit();
}

/** Whether the member handles the proposal for its lead or an assisting unit. */
export function handlesIt(proposal: Proposal, by: Authority): boolean {
  return unitsOf(proposal).some((unit) => by.handles.includes(unit));
}

/** Whether the member is the leader in charge (分管领导) of a unit that it is assigned to. */
export function isInChargeOfIt(proposal: Proposal, by: Authority): boolean {
  return unitsOf(proposal).some((unit) => by.inCharge.includes(unit));
}

/**
 * Whether the member may see how the reply was rated: who rated it, the lead proposer and the committee at once, everybody else
 * when the matter is closed. The handling unit waits too, even where one of its people sits on the committee or took the lead's place, and
 * whoever was of the unit, or answered for it, before (DOMAIN 1.10). That they are to handle it again tells them that it was found wanting
 * (DOMAIN 5, REHANDLE), in which dimension and in which words it does not.
 */
export function maySeeRating(proposal: Proposal, by: Authority, reply = latestReply(proposal)): boolean {
  if (reply === null) return false;
  if (proposal.state === 'CLOSED' || reply.rating?.by === by.memberId) return true;
  return (by.reviews || proposal.leadProposerId === by.memberId) && !handledIt(proposal, by);
}

/** Whether the member is, or ever was, of a unit that it is assigned to, or gave a reply for one. */
export function handledIt(proposal: Proposal, by: Authority): boolean {
  const isOrWas = unitsOf(proposal).some((unit) => [by.handles, by.handled, by.inCharge].some((units) => units.includes(unit)));
  return isOrWas || proposal.replies.some((reply) => reply.by === by.memberId);
}

const unitsOf = ({ assignment }: Proposal): readonly string[] =>
  assignment === null ? [] : [assignment.leadUnitId, ...assignment.assistingUnitIds];
