import { type Policy as ActionPolicy, policyDecisions } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import type { Handling } from '../proposal/handling.js';
import { obstructedBy, type PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { HandlingState } from '../vocabulary/vocabulary.js';

/** Everything that can be done to one handling of a proposal. */
export const HANDLING_ACTIONS = [
  'acknowledge',
  'log-contact',
  'draft',
  'reply',
  'rate',
  'explain-silence',
  'record-meeting',
  'end',
] as const;
export type HandlingAction = (typeof HANDLING_ACTIONS)[number];

/** One handling with the proposal that it is about: what its policies and behaviours look at. */
export interface HandlingInMatter {
  readonly proposal: Proposal;
  readonly handling: Handling;
  readonly state: HandlingState;
}

/** When an action on a handling may be taken: by whom, in which of its states, and what else stands in its way. */
export type HandlingPolicy = ActionPolicy<HandlingAction, HandlingInMatter, Authority, [PolicyContext]>;

export const { assertAllowed: assertHandlingAllowed, allowed: allowedOnHandling } = policyDecisions<
  HandlingPolicy,
  HandlingInMatter,
  Authority,
  [PolicyContext]
>({
  wrongState: ProposalErrors.wrongState,
  obstructed: ({ action }, { handling }, context) => obstructedBy(action, handling.id, context),
});

/** A handling beside its proposal. */
export function inMatter(proposal: Proposal, handling: Handling): HandlingInMatter {
  return { proposal, handling, state: handling.state };
}
