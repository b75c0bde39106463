import type { CommitmentState } from '../commitments/commitment.js';
import type { CommitmentAction } from '../commitments/keeping.js';
import type { HandlingAction } from '../handling/policy.js';
import type { Action } from '../proposal/policy.js';
import type { RequestState } from '../requests/request.js';
import type { HandlingState, MatterState } from '../vocabulary/vocabulary.js';

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
  'ASSISTANT',
  'LEADER',
  'LEADER_OF_LEAD_UNIT',
  'FORMER_HANDLER',
  'STRANGER',
] as const;
export type Role = (typeof ROLE_NAMES)[number];

/** Whose turn it is, and of whom likewise; and who else is not turned away for who they are, but for another reason. */
export interface Turn {
  readonly of: Role;
  readonly likewise?: readonly Role[];
  readonly also?: readonly Role[];
}

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
export const PROPOSAL_BESIDES: readonly (readonly [from: MatterState, by: string, to: MatterState])[] = [
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
  acknowledge: { of: 'HANDLER' },
  'log-contact': { of: 'HANDLER' },
  draft: { of: 'HANDLER' },
  reply: { of: 'HANDLER' },
  rate: { of: 'LEAD' },
  'explain-silence': { of: 'LEAD' },
  'record-meeting': { of: 'COMMITTEE' },
  end: { of: 'COMMITTEE' },
};

export const HANDLING_BESIDES: readonly (readonly [from: HandlingState, by: string, to: HandlingState])[] = [
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
  note: { of: 'HANDLER', also: ['COMMITTEE'] },
  report: { of: 'HANDLER' },
  accept: { of: 'COMMITTEE' },
  return: { of: 'COMMITTEE' },
  carry: { of: 'COMMITTEE' },
};

export const COMMITMENT_BESIDES: readonly (readonly [from: CommitmentState, by: string, to: CommitmentState])[] = [
  ['REPORTED', 'accept: explained', 'EXPLAINED'],
  ['REPORTED', 'accept: carried on', 'OPEN'],
];

/** What may be done to a request, of whatever kind: here one that the committee asks of the lead proposer. */
export const REQUEST_ACTIONS = ['answer', 'take-back'] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

export const REQUEST_TABLE: StateTable<RequestState, RequestAction> = {
  OPEN: { answer: 'ANSWERED', 'take-back': 'TAKEN_BACK' },
  ANSWERED: {},
  TAKEN_BACK: {},
};

export const REQUEST_TURNS: Readonly<Record<RequestAction, Turn>> = { answer: { of: 'LEAD' }, 'take-back': { of: 'COMMITTEE' } };

export const REQUEST_BESIDES: readonly (readonly [from: RequestState, by: string, to: RequestState])[] = [['OPEN', 'silence', 'ANSWERED']];
