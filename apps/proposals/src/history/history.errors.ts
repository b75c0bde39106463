import { DomainError } from '@plenum/kernel';
import type { HistoryColumn } from '@plenum/proposals-domain';

/** Refusals of tables of earlier matters. */
export const HistoryErrors = {
  /** The file is no such table; why, and where that was seen. */
  unreadable: (reason: string, place: { readonly row?: number; readonly column?: HistoryColumn } = {}) =>
    new DomainError('proposals.history-unreadable', 'unprocessable', { reason, ...place }),
  /** What confirming it would do has changed since its preview, which was renewed. */
  outdated: (rows: readonly string[]) => new DomainError('proposals.history-outdated', 'conflict', { rows }),
  /** The session is not over: what belongs to it is filed, not imported. */
  notAnEarlierSession: () => new DomainError('proposals.not-an-earlier-session', 'unprocessable'),
};
