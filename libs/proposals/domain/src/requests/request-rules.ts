import type { Obstacle } from '../proposal/policy.js';
import type { RequestKind } from '../vocabulary/vocabulary.js';
import { MERGE_CONSENT } from './merge-consent.js';
import { RECONSIDERATION } from './reconsideration.js';
import type { Request } from './request.js';
import type { RequestRule } from './request-rule.js';
import { WITHDRAWAL_CONSENT } from './withdrawal-consent.js';

/** Every kind of request with its rule: a new kind is a file, its name in the vocabulary, and its line here. */
export const REQUEST_RULES: Readonly<Record<RequestKind, RequestRule>> = {
  'merge-consent': MERGE_CONSENT,
  reconsideration: RECONSIDERATION,
  'withdrawal-consent': WITHDRAWAL_CONSENT,
};

/** What the open ones among these requests stand in the way of. */
export function obstaclesOf(requests: readonly Request[]): readonly Obstacle[] {
  return requests.filter(({ state }) => state === 'OPEN').map(({ kind, dueOn }) => ({ kind, dueOn, blocks: REQUEST_RULES[kind].blocks }));
}
