import type { ScheduledAct } from '../timing/words.js';

/** The facts about a ballot that others hear of. A vote is in none of them, and a figure in none before the result is declared. */
export type BallotEvent =
  | { readonly type: 'BallotAnnounced' }
  | { readonly type: 'BallotOpened' }
  | { readonly type: 'BallotClosed' }
  | { readonly type: 'ScheduleRefused'; readonly act: ScheduledAct; readonly code: string }
  | { readonly type: 'SignaturesDue'; readonly memberIds: readonly string[] }
  | { readonly type: 'ResultDeclared'; readonly status: string }
  | { readonly type: 'ResultPublished'; readonly status: string };
