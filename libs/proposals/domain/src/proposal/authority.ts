import type { DomainError } from '@plenum/kernel';
import { type Handling, type HandledUnits, type Rating, type Reply, unitsOf } from './handling.js';
import type { ProposalMatter } from './matter.js';
import { cosignersOf, type Proposal } from './proposal.js';
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
  /** Those of them that the member heads. */
  readonly headsUnits: readonly string[];
  /** The units whose leader in charge (分管领导) the member is. */
  readonly inCharge: readonly string[];
  /** The units for which the member did either at any time, until now or before. */
  readonly handled: readonly string[];
  /** Of the delegations that the proposal at hand is of, or goes through: those that the member heads. */
  readonly heads: readonly string[];
  /** Those of the authors of the proposal at hand who have left the organisation. */
  readonly gone: readonly string[];
}

/** Null for the lead proposer (领衔提案人), in person; otherwise the refusal. */
export function leadProposer(proposal: Pick<Proposal, 'leadProposerId'>, by: Authority): DomainError | null {
  return by.memberId === proposal.leadProposerId ? null : ProposalErrors.notTheLeadProposer();
}

/** Null for a member of the proposals committee; otherwise the refusal. */
export function committee(_: unknown, by: Authority): DomainError | null {
  return by.reviews ? null : ProposalErrors.notTheCommittee();
}

/** Null for a member of the presidium; otherwise the refusal. */
export function presidium(_proposal: Proposal, by: Authority): DomainError | null {
  return by.presides ? null : ProposalErrors.notThePresidium();
}

/** Null for somebody who handles for, or heads, the lead unit; otherwise the refusal. */
export function leadUnit({ handling }: { readonly handling: Handling }, by: Authority): DomainError | null {
  return by.handles.includes(handling.leadUnitId) ? null : ProposalErrors.notTheHandlingUnit();
}

/** Whether the member handles the proposal for a lead or an assisting unit. */
export function handlesIt(handlings: readonly Handling[], by: Authority): boolean {
  return unitsOf(handlings).some((unit) => by.handles.includes(unit));
}

/** Whether the member is the leader in charge (分管领导) of a unit that it is assigned to. */
export function isInChargeOfIt(handlings: readonly Handling[], by: Authority): boolean {
  return unitsOf(handlings).some((unit) => by.inCharge.includes(unit));
}

/** What decides who may see the ratings of a matter. */
export interface MatterOfRatings {
  readonly proposal: Pick<Proposal, 'state' | 'leadProposerId' | 'merged' | 'signatures'>;
  readonly handlings: readonly (HandledUnits & { readonly replies: readonly Pick<Reply, 'by'>[] })[];
}

/** Whether the member follows what each meeting found, not the decision alone: of the committee, the presidium, or who oversees. */
export function followsReviews({ reviews, presides, oversees }: Authority): boolean {
  return reviews || presides || oversees;
}

/** Which ratings of a matter somebody may see: all, those alone that they gave themselves, or none. */
export type RatingScope = 'all' | 'own' | 'none';

/**
 * Which ratings the member may see: who rated sees their own, the lead proposer and the committee all at once, everybody else all when the
 * matter is closed. The handling units wait too, even where one of their people sits on the committee or took the lead's place, and
 * whoever was of a unit, or answered for it, before (DOMAIN 1.10). That they are to handle it again tells them that it was found wanting
 * (DOMAIN 5, REHANDLE): by whom, by how many, in which dimension and in which words it does not.
 */
export function ratingsSeenBy({ proposal, handlings }: MatterOfRatings, by: Authority): RatingScope {
  if (proposal.state === 'CLOSED') return 'all';
  const leads = proposal.leadProposerId === by.memberId;
  if ((by.reviews || leads) && !handledIt(handlings, by)) return 'all';
  return leads || cosignersOf(proposal).includes(by.memberId) ? 'own' : 'none'; // Who led it once has signed it.
}

/**
 * Whether the member may know that somebody rated, and when, whatever was given: who runs or signed it, and everybody when it is closed.
 * The units count nobody who rated, nor who was silent beside them, and so cannot tell whose rating has them handle it again.
 */
export function mayKnowOfRatings(matter: ProposalMatter, by: Authority): boolean {
  const scope = ratingsSeenBy(matter, by);
  return scope === 'all' || (scope === 'own' && !handledIt(matter.handlings, by));
}

/** Whether the member may see this rating. */
export function maySeeRating(matter: ProposalMatter, by: Authority, rating: Pick<Rating, 'by'>): boolean {
  const scope = ratingsSeenBy(matter, by);
  return scope === 'all' || (scope === 'own' && rating.by === by.memberId);
}

/** Whether the member is, or ever was, of a unit that it is assigned to, or gave a reply for one. */
export function handledIt(handlings: MatterOfRatings['handlings'], by: Authority): boolean {
  const isOrWas = unitsOf(handlings).some((unit) => [by.handles, by.handled, by.inCharge].some((units) => units.includes(unit)));
  return isOrWas || handlings.some(({ replies }) => replies.some((reply) => reply.by === by.memberId));
}
