import { DomainError } from '@plenum/kernel';

/** Refusals about things outside the rules of a proposal: what is not there, and who may not look. */
export const AccessErrors = {
  /** Not there, or of another organisation: the answer is the same. */
  notFound: (kind: 'proposal' | 'call' | 'session', id: string) => new DomainError('proposals.not-found', 'not-found', { kind, id }),
  forbidden: () => new DomainError('proposals.forbidden', 'forbidden'),
  unknownUnit: (unitIds: readonly string[]) => new DomainError('proposals.unknown-unit', 'unprocessable', { unitIds }),
  unknownMember: (memberIds: readonly string[]) => new DomainError('proposals.unknown-member', 'unprocessable', { memberIds }),
};
