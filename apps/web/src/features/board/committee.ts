import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

export type Decision = components['schemas']['ReviewRequest'];
export type Closing = components['schemas']['ClosingRequest'];
export type Routing = components['schemas']['AssignmentRequest'];

const of = (id: string) => ({ params: { path: { id } } });

/** Records what the committee decided. */
export const reviewProposal = (id: string, decision: Decision) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/review', { ...of(id), body: decision }));
/** Routes a proposal to its units. */
export const assignProposal = (id: string, routing: Routing) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/assignment', { ...of(id), body: routing }));
/** Ends the handling. */
export const closeProposal = (id: string, closing: Closing) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/closing', { ...of(id), body: closing }));
/** The figures of one session. */
export const statisticsOf = (sessionId: string) =>
  answer(proposals.GET('/api/proposals/proposals/statistics', { params: { query: { sessionId } } }));
