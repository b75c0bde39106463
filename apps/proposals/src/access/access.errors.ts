import { DomainError } from '@plenum/kernel';

/** Refusals about things outside the rules of a proposal: who may not look, and who is not there to be named. */
export const AccessErrors = {
  /** The password was not shown again for this, or too long ago. */
  notConfirmed: () => new DomainError('proposals.not-confirmed', 'forbidden'),
  forbidden: () => new DomainError('proposals.forbidden', 'forbidden'),
  unknownUnit: (unitIds: readonly string[]) => new DomainError('proposals.unknown-unit', 'unprocessable', { unitIds }),
  unknownMember: (memberIds: readonly string[]) => new DomainError('proposals.unknown-member', 'unprocessable', { memberIds }),
  unknownDelegation: (delegationIds: readonly string[]) =>
    new DomainError('proposals.unknown-delegation', 'unprocessable', { delegationIds }),
};
