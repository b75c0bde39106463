import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];
export type SupervisionView = Shapes['SupervisionAnswer'];

const of = (id: string) => ({ params: { path: { id } } });

/** What any change of how a matter is looked after changes. */
export const SUPERVISION_CHANGES = [['supervision'], ['proposals'], ['notices']] as const;

/** How a matter is looked after; refused to whom it does not concern. */
export function useSupervision(proposalId: string): UseQueryResult<SupervisionView> {
  return useQuery({
    queryKey: ['supervision', proposalId],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/supervision', of(proposalId))),
  });
}

export const markKey = (id: string, body: Shapes['KeyMatterRequest']) =>
  answer(proposals.PUT('/api/proposals/proposals/{id}/supervision/key', { body, ...of(id) }));
export const unmarkKey = (id: string, version: number) =>
  answer(proposals.DELETE('/api/proposals/proposals/{id}/supervision/key', { params: { path: { id }, query: { version } } }));
export const nameCaseOwner = (id: string, body: Shapes['CaseOwnerRequest']) =>
  answer(proposals.PUT('/api/proposals/proposals/{id}/supervision/case-owner', { body, ...of(id) }));
/** Logs a visit; the same key logs it once. */
export const logVisit = (id: string, body: Shapes['VisitRequest'], key: string) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/supervision/visits', {
      body,
      params: { path: { id }, header: { 'idempotency-key': key } },
    }),
  );
