import { DomainError } from '@plenum/kernel';

/** Refusals of exports. */
export const ExportErrors = {
  /** One file would hold more than can be made at a time. */
  tooLarge: (limit: number) => new DomainError('proposals.export-too-large', 'unprocessable', { limit }),
};
