import type { DomainError } from '@plenum/kernel';
import { type Authority, committee, leadProposer } from '../proposal/authority.js';
import type { Proposal } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/** Who owes an answer, by what they are: whoever is that when the answer is given may give it. */
export type Party =
  | { readonly who: 'lead-proposer' }
  | { readonly who: 'committee' }
  | { readonly who: 'member'; readonly memberId: string }
  | { readonly who: 'unit' | 'head' | 'leader'; readonly unitId: string };

/** Null for somebody of the party; otherwise the refusal. */
export function partyTo(party: Party, proposal: Proposal, by: Authority): DomainError | null {
  switch (party.who) {
    case 'lead-proposer':
      return leadProposer(proposal, by);
    case 'committee':
      return committee(proposal, by);
    case 'member':
      return by.memberId === party.memberId ? null : ProposalErrors.notAsked();
    case 'unit':
      return by.handles.includes(party.unitId) ? null : ProposalErrors.notTheHandlingUnit();
    case 'head':
      return by.headsUnits.includes(party.unitId) ? null : ProposalErrors.notASignatory();
    case 'leader':
      return by.inCharge.includes(party.unitId) ? null : ProposalErrors.notASignatory();
  }
}
