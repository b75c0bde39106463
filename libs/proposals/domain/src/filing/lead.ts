import type { DomainError } from '@plenum/kernel';
import { type Handling, altered } from '../proposal/handling.js';
import { explanationOwed, isToBeExplained, ratersLeft, ratersOf, ratingOwed } from '../proposal/raters.js';
import { type Change, type Proposal, type Signature, changed, cosignersOf } from '../proposal/proposal.js';
import type { ProposalEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from '../proposal/policy.js';
import { type Authority, handledIt } from '../proposal/authority.js';

export const TAKE_LEAD: Policy = {
  action: 'take-lead',
  who: successor,
  from: ['SECONDING', 'ENDORSING', 'SUBMITTED', 'RETURNED', 'PRESIDIUM', 'ACCEPTED'],
  precondition: (proposal, by) =>
    by.gone.includes(proposal.leadProposerId) || isNewHead(proposal, by) ? null : ProposalErrors.leadNotVacant(),
};

/**
 * Takes the place of a lead proposer who has left the organisation, so that somebody may rate or withdraw: whoever of those who signed
 * it, or what was merged into it, accepts it, and where none is left a member of the committee (DOMAIN 5, CROSS_TERM). Who has left stays
 * among those who signed. A delegation's proposal is led by its head: who became head since takes it over.
 * @throws `proposals.not-a-successor`, `proposals.wrong-state`, `proposals.lead-not-vacant`
 */
export function takeLead(proposal: Proposal, by: Authority, context: PolicyContext): Change {
  assertAllowed(TAKE_LEAD, proposal, by, context);
  const { leadProposerId: formerLeadId, createdAt, text } = proposal;
  const others = proposal.signatures.filter(({ memberId }) => memberId !== by.memberId);
  const signatures: Signature[] = [...others, { memberId: formerLeadId, state: 'SIGNED', at: createdAt, signedText: text.number }];
  const inherited = ratingsInherited(proposal, by, context);
  const owed = inherited.map((one) => one.owed);
  const taken = changed(proposal, { leadProposerId: by.memberId, signatures }, { type: 'LeadTaken', formerLeadId }, ...owed);
  return { ...taken, handlings: inherited.map(({ handling }) => handling) };
}

/** Null for whom the place may fall to; otherwise the refusal. A unit's own people do not rate its reply. */
function successor(proposal: Proposal, by: Authority, { handlings }: PolicyContext): DomainError | null {
  const signers = cosignersOf(proposal);
  if (signers.includes(by.memberId) || isNewHead(proposal, by)) return null;
  const isLeftToCommittee = proposal.submittedAt !== null && signers.every((memberId) => by.gone.includes(memberId));
  return isLeftToCommittee && by.reviews && !handledIt(handlings, by) ? null : ProposalErrors.notASuccessor();
}

const isNewHead = ({ delegationId, leadProposerId }: Proposal, by: Authority): boolean =>
  delegationId !== null && by.heads.includes(delegationId) && by.memberId !== leadProposerId;

interface Inherited {
  readonly handling: Handling;
  readonly owed: ProposalEvent;
}

/** Who took the lead owes the ratings that the one before left, or why there is none; what they have rated themselves stays rated. */
function ratingsInherited(proposal: Proposal, by: Authority, context: PolicyContext): readonly Inherited[] {
  const { call, handlings } = context;
  const { leadProposerId: formerLeadId } = proposal;
  const { memberId } = by;
  return handlings.flatMap((handling) => {
    if (isToBeExplained(handling)) {
      const silent = ratersLeft(proposal, call.settings, by).filter((id) => id !== formerLeadId && id !== memberId);
      return [{ handling: altered(handling, {}), owed: explanationOwed(handling, [memberId, ...silent], context) }];
    }
    if (!handling.askedToRate?.includes(formerLeadId)) return [];
    const others = handling.askedToRate.filter((id) => id !== formerLeadId && id !== memberId);
    const hasRated = ratersOf(proposal, call.settings).includes(memberId) && !handling.askedToRate.includes(memberId);
    const askedToRate = hasRated ? others : [memberId, ...others];
    const owed = ratingOwed(handling, askedToRate, context);
    return owed ? [{ handling: altered(handling, { askedToRate }), owed }] : [];
  });
}
