import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];
export type PublicationView = Shapes['PublicationAnswer'];
export type PublishedMatterRow = Shapes['PublishedMatterItem'];
export type PublishedMatterView = Shapes['PublishedMatterAnswer'];
export type WithheldField = PublicationView['withheld'][number];

/** What may be kept back, in the order in which it is asked. */
export const WITHHELD_FIELDS: readonly WithheldField[] = ['proposer', 'grounds', 'measures'];

/** What any change of a publication changes. */
export const PUBLICATION_CHANGES = [['publication'], ['published-matters'], ['proposals', 'owed'], ['notices']] as const;

const of = (id: string) => ({ params: { path: { id } } });

/** Whether a matter is published, and what the reader may do about it. */
export const usePublication = (id: string): UseQueryResult<PublicationView> =>
  useQuery({ queryKey: ['publication', id], queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/publication', of(id))) });

/** Which published matters are looked for. */
export interface PublishedFilter {
  readonly search?: string;
  readonly sessionId?: string;
  readonly unitId?: string;
  readonly page: number;
  readonly pageSize: number;
}

/** A page of what is published; the page shown stays while the next is on its way. */
export function usePublishedMatters(filter: PublishedFilter): UseQueryResult<Shapes['PublishedMattersAnswer']> {
  return useQuery({
    queryKey: ['published-matters', 'list', filter],
    queryFn: () => answer(proposals.GET('/api/proposals/published-matters', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  });
}

/** One published matter, without what is kept back. */
export const usePublishedMatter = (id: string): UseQueryResult<PublishedMatterView> =>
  useQuery({
    queryKey: ['published-matters', 'one', id],
    queryFn: () => answer(proposals.GET('/api/proposals/published-matters/{id}', of(id))),
  });

export const publishMatter = (id: string, body: Shapes['PublishMatterRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/publication', { body, ...of(id) }));
export const answerConsent = (id: string, body: Shapes['ConsentRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/publication/answer', { body, ...of(id) }));
export const withholdFields = (id: string, body: Shapes['WithholdFieldsRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/publication/withheld', { body, ...of(id) }));
export const takeOutMatter = (id: string, body: Shapes['TakeOutRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/publication/withdrawal', { body, ...of(id) }));
