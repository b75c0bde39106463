import { type Check, type Policy, policyDecisions } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Change, type Proposal, changed } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { PROPOSAL_STATES } from '../vocabulary/vocabulary.js';

type ConfidentialityPolicy = Policy<'keep-confidential' | 'lift-confidentiality', Proposal, Authority, [PolicyContext]>;

/** Its lead proposer at any time, and the committee once it was handed in to it. */
const leadOrCommittee: Check<Proposal, Authority, [PolicyContext]> = ({ leadProposerId, submittedAt }, by) =>
  by.memberId === leadProposerId || (by.reviews && submittedAt !== null) ? null : ProposalErrors.notTheLeadProposer();

const KEEP: ConfidentialityPolicy = { action: 'keep-confidential', who: leadOrCommittee, from: PROPOSAL_STATES };
const LIFT: ConfidentialityPolicy = { action: 'lift-confidentiality', who: leadOrCommittee, from: PROPOSAL_STATES };

const { assertAllowed, refusal } = policyDecisions<ConfidentialityPolicy, Proposal, Authority, [PolicyContext]>(ProposalErrors);

/** Whether the member may keep the proposal confidential, or lift that. */
export const maySetConfidentiality = (proposal: Proposal, by: Authority, context: PolicyContext): boolean =>
  refusal(proposal.confidential ? LIFT : KEEP, proposal, by, context) === null;

/**
 * Keeps a proposal from everybody without need, or opens it again: its subject and proposer are then in no list, notice, event or search of
 * anybody but its authors, the committee and the units that handle it (DOMAIN 4.5, confidentiality on request). The committee gives a
 * reason; the proposer need not. Said again, it changes nothing but the reason.
 * @throws `proposals.not-the-lead-proposer`, `proposals.reason-required`
 */
export function setConfidentiality(
  proposal: Proposal,
  by: Authority,
  { isConfidential, reason }: { readonly isConfidential: boolean; readonly reason: string | null },
  context: PolicyContext,
): Change {
  assertAllowed(isConfidential ? KEEP : LIFT, proposal, by, context);
  const said = reason?.trim() || null;
  if (said === null && by.memberId !== proposal.leadProposerId) throw ProposalErrors.reasonRequired();
  return changed(
    proposal,
    { confidential: isConfidential ? { reason: said, by: by.memberId, at: context.at } : null },
    { type: isConfidential ? 'KeptConfidential' : 'ConfidentialityLifted' },
  );
}
