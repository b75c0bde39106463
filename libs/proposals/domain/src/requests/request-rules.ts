import type { Handling } from '../proposal/handling.js';
import type { Obstacle } from '../proposal/policy.js';
import type { RequestKind } from '../vocabulary/vocabulary.js';
import { ADD_UNIT } from './add-unit.js';
import { ASSISTING_OPINION } from './assisting-opinion.js';
import { CLARIFICATION } from './clarification.js';
import { COMMITTEE_AUDIT } from './committee-audit.js';
import { COUNTERSIGN } from './countersign.js';
import { EXTENSION } from './extension.js';
import { MERGE_CONSENT } from './merge-consent.js';
import { RECONSIDERATION } from './reconsideration.js';
import { OBJECTION, ROUTING_OBJECTION } from './objection.js';
import { SIGN_OFF } from './sign-off.js';
import type { Request } from './request.js';
import type { RequestRule } from './request-rule.js';
import { WITHDRAWAL_CONSENT } from './withdrawal-consent.js';

/** Every kind of request with its rule: a new kind is a file, its name in the vocabulary, and its line here. */
export const REQUEST_RULES: Readonly<Record<RequestKind, RequestRule>> = {
  'merge-consent': MERGE_CONSENT,
  reconsideration: RECONSIDERATION,
  'withdrawal-consent': WITHDRAWAL_CONSENT,
  objection: OBJECTION,
  'add-unit': ADD_UNIT,
  extension: EXTENSION,
  clarification: CLARIFICATION,
  'routing-objection': ROUTING_OBJECTION,
  'assisting-opinion': ASSISTING_OPINION,
  countersign: COUNTERSIGN,
  'sign-off': SIGN_OFF,
  'committee-audit': COMMITTEE_AUDIT,
};

/** What the open ones among these requests stand in the way of. */
export function obstaclesOf(requests: readonly Request[]): readonly Obstacle[] {
  return requests
    .filter(({ state }) => state === 'OPEN')
    .map(({ kind, dueOn, handlingId }) => ({ kind, dueOn, handlingId, blocks: REQUEST_RULES[kind].blocks }));
}

/** The open ones among these that nobody needs an answer to any more: the work went on to where it is not asked, or to another unit. */
export function pointless(requests: readonly Request[], handling: Handling): readonly Request[] {
  const isPast = ({ kind, asked }: Request): boolean =>
    !REQUEST_RULES[kind].from.includes(handling.state) || asked.at < handling.assigned.at;
  return requests.filter((request) => request.state === 'OPEN' && request.handlingId === handling.id && isPast(request));
}
