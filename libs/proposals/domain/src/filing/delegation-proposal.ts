import { type DomainError, type Fraction, needed } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import type { Delegation } from '../proposal/delegation.js';
import { type Proposal, secondersOf } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/** Who supports a delegation's proposal (团提案), of how many, and how many it needs. */
export interface DelegationSupport {
  readonly signed: number;
  readonly needed: number;
  readonly delegates: number;
}

/**
 * Counts the delegates of the delegation who have signed, its head among them, against the share that the call asks for; where it asks for
 * none, the head's signature is enough (DOMAIN 4.4, P1, P26).
 */
export function supportOf(
  proposal: Pick<Proposal, 'signatures' | 'leadProposerId'>,
  { delegateIds }: Delegation,
  share: Fraction | null,
): DelegationSupport {
  const signers = new Set([...secondersOf(proposal), proposal.leadProposerId]);
  const delegates = delegateIds.length;
  return {
    signed: delegateIds.filter((memberId) => signers.has(memberId)).length,
    needed: share === null ? 0 : Math.max(1, needed(share, delegates)),
    delegates,
  };
}

/** Null for the head of the delegation whose proposal it is, who hands it in; otherwise the refusal. */
export function headOfDelegation({ delegationId }: Pick<Proposal, 'delegationId'>, by: Authority): DomainError | null {
  return delegationId !== null && by.heads.includes(delegationId) ? null : ProposalErrors.notTheHeadOfDelegation();
}

/** The refusal of a delegation's proposal that too few of its delegates support; null where they are enough. */
export function lacksSupport(proposal: Proposal, delegation: Delegation | null, share: Fraction | null): DomainError | null {
  if (delegation === null) return ProposalErrors.notTheHeadOfDelegation();
  const support = supportOf(proposal, delegation, share);
  return support.signed < support.needed ? ProposalErrors.tooLittleSupport(support) : null;
}

/** The refusal that names who is no delegate of the delegation whose proposal it is; null where all are, and of a proposal of persons. */
export function outsideDelegation(
  { delegationId }: Pick<Proposal, 'delegationId'>,
  memberIds: readonly string[],
  delegation: Delegation | null,
): DomainError | null {
  if (delegationId === null) return null;
  const others = memberIds.filter((memberId) => !delegation?.delegateIds.includes(memberId));
  return others.length > 0 ? ProposalErrors.notOfTheDelegation(others) : null;
}
