import { ACKNOWLEDGE, ASSIGN } from './handling/assignment.js';
import { END } from './feedback/ending.js';
import { DISCARD, REVISE } from './filing/drafting.js';
import { ENDORSE } from './filing/endorsing.js';
import { TAKE_LEAD } from './filing/lead.js';
import { HANDLING_ACTIONS, type HandlingAction, type HandlingInMatter, type HandlingPolicy, allowedOnHandling } from './handling/policy.js';
import type { Proposal } from './proposal/proposal.js';
import { RATE } from './feedback/rating.js';
import { EXPLAIN_SILENCE } from './feedback/silence.js';
import { RECORD_MEETING } from './feedback/meeting.js';
import { REPLY } from './replying/reply.js';
import { LOG_CONTACT } from './replying/contacts.js';
import { DRAFT } from './replying/drafting-reply.js';
import { DECIDE } from './review/presidium.js';
import { REVIEW } from './review/review.js';
import { ACTIONS, type Action, allowed, type PolicyContext, type Policy } from './proposal/policy.js';
import { CANCEL_INVITATION, DECLINE, INVITE, SECOND } from './filing/seconding.js';
import type { Authority } from './proposal/authority.js';
import { UNDO_MERGE } from './merging/undoing.js';
import { SUBMIT, WITHDRAW } from './filing/submission.js';

/** Every action on a proposal with its policy. */
export const POLICIES: Readonly<Record<Action, Policy>> = {
  revise: REVISE,
  invite: INVITE,
  'cancel-invitation': CANCEL_INVITATION,
  second: SECOND,
  decline: DECLINE,
  submit: SUBMIT,
  endorse: ENDORSE,
  withdraw: WITHDRAW,
  discard: DISCARD,
  review: REVIEW,
  decide: DECIDE,
  assign: ASSIGN,
  'take-lead': TAKE_LEAD,
  'undo-merge': UNDO_MERGE,
};

/** Every action on a handling with its policy. */
export const HANDLING_POLICIES: Readonly<Record<HandlingAction, HandlingPolicy>> = {
  acknowledge: ACKNOWLEDGE,
  'log-contact': LOG_CONTACT,
  draft: DRAFT,
  reply: REPLY,
  rate: RATE,
  'explain-silence': EXPLAIN_SILENCE,
  'record-meeting': RECORD_MEETING,
  end: END,
};

const IN_ORDER = ACTIONS.map((action) => POLICIES[action]);

const ON_HANDLING = HANDLING_ACTIONS.map((action) => HANDLING_POLICIES[action]);

/** What the member may do to the proposal now: what a screen offers, by the same rules that decide. */
export function allowedActions(proposal: Proposal, by: Authority, context: PolicyContext): readonly Action[] {
  return allowed(IN_ORDER, proposal, by, context);
}

/** What the member may do to one of its handlings now. */
export function allowedHandlingActions(matter: HandlingInMatter, by: Authority, context: PolicyContext): readonly HandlingAction[] {
  return allowedOnHandling(ON_HANDLING, matter, by, context);
}
