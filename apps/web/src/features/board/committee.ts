import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

type Requests = components['schemas'];

/** What the committee says, without the version that it says it on. */
export type Decision = Omit<Requests['ReviewRequest'], 'version'>;
export type Routing = Omit<Requests['AssignmentRequest'], 'version'>;

const of = (id: string) => ({ params: { path: { id } } });

/** Records what the committee decided. */
export const reviewProposal = (id: string, decision: Requests['ReviewRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/review', { ...of(id), body: decision }));
/** Routes a proposal to its units. */
export const assignProposal = (id: string, routing: Requests['AssignmentRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/assignment', { ...of(id), body: routing }));
/** Ends the work of a unit. */
export const endHandling = (id: string, handlingId: string, ending: Requests['EndingRequest']) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/ending', { params: { path: { id, handlingId } }, body: ending }),
  );
