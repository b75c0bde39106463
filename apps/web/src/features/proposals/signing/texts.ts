import { queryOptions } from '@tanstack/react-query';
import { answer, byId, proposals } from '../../../api/client.js';

/** Which texts of a proposal there are, the present one first. */
export const textsQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposal', id, 'texts'],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/texts', byId(id))),
    select: ({ items }) => items,
  });

/** One of them, with what it said. */
export const textQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['proposal', id, 'texts', number],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/texts/{number}', { params: { path: { id, number } } })),
  });
