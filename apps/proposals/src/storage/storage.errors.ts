import { DomainError } from '@plenum/kernel';

/** Refusals about what is not kept here. */
export const StorageErrors = {
  /** Not there, or of another organisation: the answer is the same. */
  notFound: (
    kind:
      | 'proposal'
      | 'handling'
      | 'call'
      | 'session'
      | 'commitment'
      | 'text'
      | 'attachment'
      | 'draft'
      | 'reply'
      | 'request'
      | 'merge'
      | 'opinion'
      | 'award'
      | 'filter'
      | 'import',
    id: string,
  ) => new DomainError('proposals.not-found', 'not-found', { kind, id }),
};
