import type { AwardAction, AwardState } from '../awards/award.js';
import type { WindowPhase } from '../call/call-window.js';
import type { CallAction } from '../calling/policy.js';
import type { CommitmentState } from '../commitments/commitment.js';
import type { CommitmentAction } from '../commitments/keeping.js';
import type { HandlingAction } from '../handling/policy.js';
import type { OpinionState } from '../opinions/opinion.js';
import type { OpinionAction } from '../opinions/policy.js';
import type { Action } from '../proposal/policy.js';
import type { PublicationAction, PublicationState } from '../publication/publication.js';
import type { RequestState } from '../requests/request.js';
import type { HandlingState, MatterState, RequestKind } from '../vocabulary/vocabulary.js';

/**
 * What may be done in each state by the one whose turn it is, under the default call, and the state it leads to. Tested cell by cell, for
 * every role; `npm run generate` draws the diagrams in docs/ from it. An action without its row does not compile.
 */
export type StateTable<S extends string, A extends string, N extends string = S> = Readonly<Record<S, Readonly<Partial<Record<A, N>>>>>;

/** Who may be somebody to a proposal. */
export const ROLE_NAMES = [
  'LEAD',
  'SIGNER',
  'DELEGATE',
  'HEAD',
  'ATTENDEE',
  'COMMITTEE',
  'PRESIDIUM',
  'HANDLER',
  'UNIT_HEAD',
  'ASSISTANT',
  'LEADER',
  'LEADER_OF_LEAD_UNIT',
  'FORMER_HANDLER',
  'STRANGER',
] as const;
export type Role = (typeof ROLE_NAMES)[number];

/** Whose turn it is, and of whom likewise; and who else is not turned away for who they are, but for another reason. */
export interface Turn<R extends string = Role> {
  readonly of: R;
  readonly likewise?: readonly R[];
  readonly also?: readonly R[];
}

type Besides<S extends string> = readonly (readonly [from: S, by: string, to: S])[];

/** What may be done to a call that has an end, before its window, in it and after. */
export const CALL_TABLE: StateTable<WindowPhase, CallAction> = {
  before: { extend: 'before', 'set-targets': 'before' },
  open: { extend: 'open', close: 'after', 'set-targets': 'open' },
  after: { 'set-targets': 'after' },
};

export const CALL_TURNS: Readonly<Record<CallAction, Turn>> = {
  extend: { of: 'COMMITTEE' },
  close: { of: 'COMMITTEE' },
  'set-targets': { of: 'COMMITTEE' },
};

export const CALL_BESIDES: Besides<WindowPhase> = [
  ['before', 'the window opens', 'open'],
  ['open', 'the window ends', 'after'],
];

/** What may be done to the proposal itself, where the matter is in each state. */
export const PROPOSAL_TABLE: StateTable<MatterState, Action> = {
  DRAFT: { revise: 'DRAFT', invite: 'SECONDING', withdraw: 'WITHDRAWN', discard: 'DRAFT' },
  SECONDING: {
    revise: 'SECONDING',
    invite: 'SECONDING',
    'cancel-invitation': 'SECONDING',
    second: 'SECONDING',
    decline: 'SECONDING',
    submit: 'SUBMITTED',
    withdraw: 'WITHDRAWN',
    'take-lead': 'SECONDING',
  },
  ENDORSING: { endorse: 'SUBMITTED', withdraw: 'WITHDRAWN', 'take-lead': 'ENDORSING' },
  SUBMITTED: { withdraw: 'WITHDRAWN', review: 'FILED', 'take-lead': 'SUBMITTED', 'undo-merge': 'SUBMITTED' },
  RETURNED: {
    revise: 'RETURNED',
    invite: 'RETURNED',
    'cancel-invitation': 'RETURNED',
    second: 'RETURNED',
    decline: 'RETURNED',
    submit: 'SUBMITTED',
    withdraw: 'WITHDRAWN',
    'take-lead': 'RETURNED',
    'undo-merge': 'RETURNED',
  },
  PRESIDIUM: { decide: 'FILED', withdraw: 'WITHDRAWN', 'take-lead': 'PRESIDIUM', 'undo-merge': 'PRESIDIUM' },
  MERGED: {},
  NOT_FILED: {},
  WITHDRAWN: {},
  FILED: { withdraw: 'WITHDRAWN', assign: 'ASSIGNED', 'take-lead': 'FILED', 'undo-merge': 'FILED' },
  SUGGESTION: { withdraw: 'WITHDRAWN', assign: 'ASSIGNED', 'take-lead': 'SUGGESTION', 'undo-merge': 'SUGGESTION' },
  ASSIGNED: { 'take-lead': 'ASSIGNED' },
  IN_PROGRESS: { 'take-lead': 'IN_PROGRESS' },
  REPLIED: { 'take-lead': 'REPLIED' },
  RATED: { 'take-lead': 'RATED' },
  ESCALATED: { 'take-lead': 'ESCALATED' },
  CLOSED: {},
};

export const PROPOSAL_TURNS: Readonly<Record<Action, Turn>> = {
  revise: { of: 'LEAD' },
  invite: { of: 'LEAD' },
  'cancel-invitation': { of: 'LEAD' },
  second: { of: 'DELEGATE', likewise: ['HEAD'], also: ['LEAD', 'SIGNER'] }, // Their own; and once only.
  decline: { of: 'SIGNER' },
  submit: { of: 'LEAD' },
  endorse: { of: 'HEAD' },
  withdraw: { of: 'LEAD' },
  discard: { of: 'LEAD' },
  review: { of: 'COMMITTEE' },
  decide: { of: 'PRESIDIUM' },
  assign: { of: 'COMMITTEE' },
  'take-lead': { of: 'SIGNER' },
  'undo-merge': { of: 'COMMITTEE' },
};

/** Where another outcome than the one in the table leads to: of a review, of the presidium, of a rating, and by time. */
export const PROPOSAL_BESIDES: Besides<MatterState> = [
  ['SECONDING', 'submit: to be endorsed', 'ENDORSING'],
  ['ENDORSING', 'endorse: returned', 'RETURNED'],
  ['SUBMITTED', 'review', 'SUGGESTION'],
  ['SUBMITTED', 'review', 'NOT_FILED'],
  ['SUBMITTED', 'review', 'RETURNED'],
  ['SUBMITTED', 'review', 'PRESIDIUM'],
  ['SUBMITTED', 'merge', 'MERGED'],
  ['PRESIDIUM', 'decide', 'NOT_FILED'],
];

/** What may be done to the work of one unit, on a day before the rating is due. */
export const HANDLING_TABLE: StateTable<HandlingState, HandlingAction> = {
  ASSIGNED: { acknowledge: 'IN_PROGRESS', 'log-contact': 'ASSIGNED', draft: 'ASSIGNED', reply: 'REPLIED' },
  IN_PROGRESS: { 'log-contact': 'IN_PROGRESS', draft: 'IN_PROGRESS', reply: 'REPLIED' },
  REPLIED: { 'log-contact': 'REPLIED', rate: 'RATED' },
  RATED: { 'log-contact': 'RATED', end: 'ENDED' },
  ESCALATED: { 'log-contact': 'ESCALATED', 'record-meeting': 'ENDED' },
  ENDED: {},
};

export const HANDLING_TURNS: Readonly<Record<HandlingAction, Turn>> = {
  acknowledge: { of: 'HANDLER', likewise: ['UNIT_HEAD'] },
  'log-contact': { of: 'HANDLER', likewise: ['UNIT_HEAD'] },
  draft: { of: 'HANDLER', likewise: ['UNIT_HEAD'] },
  reply: { of: 'HANDLER', likewise: ['UNIT_HEAD'] },
  rate: { of: 'LEAD' },
  'explain-silence': { of: 'LEAD' },
  'record-meeting': { of: 'COMMITTEE' },
  end: { of: 'COMMITTEE' },
};

export const HANDLING_BESIDES: Besides<HandlingState> = [
  ['REPLIED', 'rate: dissatisfied', 'IN_PROGRESS'],
  ['REPLIED', 'rate: dissatisfied in the last round', 'ESCALATED'],
  ['REPLIED', 'silence: deemed satisfied', 'RATED'],
  ['REPLIED', 'explain-silence', 'REPLIED'],
  ['REPLIED', 'end: answered suggestion, or silence', 'ENDED'],
  ['ASSIGNED', 'withdraw', 'ENDED'],
  ['IN_PROGRESS', 'withdraw', 'ENDED'],
];

/** What may be done to a promise. */
export const COMMITMENT_TABLE: StateTable<CommitmentState, CommitmentAction> = {
  OPEN: { note: 'OPEN', report: 'REPORTED', carry: 'OPEN' },
  REPORTED: { note: 'REPORTED', accept: 'DONE', return: 'OPEN' },
  DONE: {},
  EXPLAINED: {},
};

export const COMMITMENT_TURNS: Readonly<Record<CommitmentAction, Turn>> = {
  note: { of: 'HANDLER', likewise: ['UNIT_HEAD'], also: ['COMMITTEE'] },
  report: { of: 'HANDLER', likewise: ['UNIT_HEAD'] },
  accept: { of: 'COMMITTEE' },
  return: { of: 'COMMITTEE' },
  carry: { of: 'COMMITTEE' },
};

export const COMMITMENT_BESIDES: Besides<CommitmentState> = [
  ['REPORTED', 'accept: explained', 'EXPLAINED'],
  ['REPORTED', 'accept: carried on', 'OPEN'],
];

/** What may be done to a request of whatever kind, once it was asked. */
export const REQUEST_ACTIONS = ['answer', 'take-back'] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

export const REQUEST_TABLE: StateTable<RequestState, RequestAction> = {
  OPEN: { answer: 'ANSWERED', 'take-back': 'TAKEN_BACK' },
  ANSWERED: {},
  TAKEN_BACK: {},
};

export const REQUEST_BESIDES: Besides<RequestState> = [['OPEN', 'silence', 'ANSWERED']];

/** Of each kind who asks, and may take it back; where the matter, or the work of the unit, may then be; and who owes the answer. */
export interface RequestTurns<S extends string> {
  readonly ask: Turn;
  readonly from: readonly S[];
  readonly answer: Turn;
}

const AWAITED: readonly HandlingState[] = ['ASSIGNED', 'IN_PROGRESS'];
const UNIT: Turn = { of: 'HANDLER', likewise: ['UNIT_HEAD'] };

/** What is asked about a proposal; of a joint withdrawal one owes the answer who proposed what was merged into it. */
export const PROPOSAL_REQUESTS = {
  'merge-consent': { ask: { of: 'COMMITTEE' }, from: ['SUBMITTED', 'FILED', 'SUGGESTION'], answer: { of: 'LEAD' } },
  reconsideration: { ask: { of: 'LEAD' }, from: ['NOT_FILED'], answer: { of: 'COMMITTEE' } },
  'withdrawal-consent': {
    ask: { of: 'LEAD' },
    from: ['SUBMITTED', 'RETURNED', 'PRESIDIUM', 'FILED', 'SUGGESTION'],
    answer: { of: 'SIGNER' },
  },
} as const satisfies Partial<Record<RequestKind, RequestTurns<MatterState>>>;

/** What is asked about the work of a unit, under a call that offers it and demands it before a reply. */
export const HANDLING_REQUESTS = {
  objection: { ask: UNIT, from: AWAITED, answer: { of: 'COMMITTEE' } },
  'add-unit': { ask: UNIT, from: AWAITED, answer: { of: 'COMMITTEE' } },
  extension: { ask: UNIT, from: AWAITED, answer: { of: 'COMMITTEE' } },
  clarification: { ask: UNIT, from: AWAITED, answer: { of: 'LEAD' } },
  'routing-objection': { ask: { of: 'LEAD' }, from: AWAITED, answer: { of: 'COMMITTEE' } },
  'assisting-opinion': { ask: UNIT, from: AWAITED, answer: { of: 'ASSISTANT' } },
  countersign: { ask: UNIT, from: AWAITED, answer: { of: 'ASSISTANT' } },
  'sign-off': { ask: UNIT, from: AWAITED, answer: { of: 'UNIT_HEAD', likewise: ['LEADER_OF_LEAD_UNIT'] } },
  'committee-audit': { ask: UNIT, from: AWAITED, answer: { of: 'COMMITTEE' } },
} as const satisfies Record<Exclude<RequestKind, keyof typeof PROPOSAL_REQUESTS>, RequestTurns<HandlingState>>;

/** Who is somebody to what lies in the opinion box. */
export const OPINION_ROLES = ['SUGGESTER', 'COMMITTEE', 'UNIT', 'OTHER_UNIT', 'STRANGER'] as const;
export type OpinionRole = (typeof OPINION_ROLES)[number];

/** What may be done to an opinion, where the committee decides to give it to a unit. */
export const OPINION_TABLE: StateTable<OpinionState, OpinionAction> = {
  RECEIVED: { decide: 'ROUTED', withdraw: 'WITHDRAWN' },
  ACCEPTED: { decide: 'ROUTED', reply: 'REPLIED', withdraw: 'WITHDRAWN' },
  ROUTED: { decide: 'ROUTED', reply: 'REPLIED' },
  REPLIED: { judge: 'JUDGED', publish: 'REPLIED' },
  JUDGED: { decide: 'ROUTED', publish: 'JUDGED' },
  DECLINED: {},
  HINT: { unpublish: 'HINT' },
  WITHDRAWN: {},
};

/** The committee answers what it took on itself, and nothing that a unit has. */
export const OPINION_TURNS: Readonly<Record<OpinionAction, Turn<OpinionRole>>> = {
  decide: { of: 'COMMITTEE' },
  reply: { of: 'UNIT', also: ['COMMITTEE'] },
  judge: { of: 'SUGGESTER' },
  withdraw: { of: 'SUGGESTER' },
  publish: { of: 'COMMITTEE' },
  unpublish: { of: 'COMMITTEE' },
};

export const OPINION_BESIDES: Besides<OpinionState> = [
  ['RECEIVED', 'decide: taken on', 'ACCEPTED'],
  ['RECEIVED', 'decide: declined', 'DECLINED'],
  ['RECEIVED', 'decide: kept as a hint', 'HINT'],
  ['ROUTED', 'decide: taken on', 'ACCEPTED'],
  ['JUDGED', 'decide: taken on', 'ACCEPTED'],
];

/** What may be done to publish a matter, by the rules of a call that asks nobody. */
export const PUBLICATION_TABLE: StateTable<PublicationState, PublicationAction> = {
  UNPUBLISHED: { publish: 'PUBLISHED', withhold: 'UNPUBLISHED' },
  ASKED: { answer: 'PUBLISHED' },
  REFUSED: { answer: 'PUBLISHED' },
  PUBLISHED: { withhold: 'PUBLISHED', 'take-out': 'WITHDRAWN' },
  WITHDRAWN: { publish: 'PUBLISHED', withhold: 'WITHDRAWN' },
};

export const PUBLICATION_TURNS: Readonly<Record<PublicationAction, Turn>> = {
  publish: { of: 'COMMITTEE' },
  answer: { of: 'LEAD' },
  withhold: { of: 'LEAD' },
  'take-out': { of: 'COMMITTEE' },
};

export const PUBLICATION_BESIDES: Besides<PublicationState> = [
  ['UNPUBLISHED', 'publish: on consent', 'ASKED'],
  ['WITHDRAWN', 'publish: on consent', 'ASKED'],
  ['ASKED', 'answer: refused', 'REFUSED'],
];

/** Who is somebody to an award list. */
export const AWARD_ROLES = ['COMMITTEE', 'HEAD', 'STRANGER'] as const;
export type AwardRole = (typeof AWARD_ROLES)[number];

/** What may be done to a nomination, of a proposal or a unit; the head of a delegation who made it has no say in what becomes of it. */
export const AWARD_TABLE: StateTable<AwardState, AwardAction> = {
  NOMINATED: { decide: 'AWARDED', 'put-to-vote': 'VOTING' },
  VOTING: { decide: 'AWARDED' },
  AWARDED: {},
  DECLINED: {},
};

export const AWARD_TURNS: Readonly<Record<AwardAction, Turn<AwardRole>>> = {
  decide: { of: 'COMMITTEE' },
  'put-to-vote': { of: 'COMMITTEE' },
};

export const AWARD_BESIDES: Besides<AwardState> = [
  ['NOMINATED', 'decide: not awarded', 'DECLINED'],
  ['VOTING', 'decide: not awarded', 'DECLINED'],
  ['VOTING', 'the vote', 'AWARDED'],
  ['VOTING', 'the vote', 'DECLINED'],
  ['AWARDED', 'the vote is annulled', 'VOTING'],
  ['DECLINED', 'the vote is annulled', 'VOTING'],
];
