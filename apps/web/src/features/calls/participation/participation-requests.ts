import { answer, proposals } from '../../../api/client.js';
import type { components } from '../../../api/generated/proposals.js';

export type Participation = components['schemas']['ParticipationAnswer'];

/** More proposals than anybody hopes for from one delegation. */
export const TARGET_MAX = 1000;

const of = (id: string) => ({ params: { path: { id } } });

/** Says how many proposals are hoped for. */
export const setTargets = (id: string, targets: components['schemas']['TargetsRequest']) =>
  answer(proposals.PUT('/api/proposals/calls/{id}/targets', { ...of(id), body: targets }));
/** How many have filed, of each delegation that one may read of. */
export const participationOf = (id: string) => answer(proposals.GET('/api/proposals/calls/{id}/participation', of(id)));
/** A page of those who have not filed. */
export const yetToFile = (id: string, page: number, pageSize: number, delegationId?: string) =>
  answer(
    proposals.GET('/api/proposals/calls/{id}/participation/yet-to-file', {
      params: { path: { id }, query: { page, pageSize, ...(delegationId && { delegationId }) } },
    }),
  );
