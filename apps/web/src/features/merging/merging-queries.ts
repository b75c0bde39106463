import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];

/** A merge, proposed or made, with the texts of all. */
export type MergingView = Shapes['MergingAnswer'];
export type MergeTextView = Shapes['MergeTextAnswer'];

/** The merge that a proposal is part of; asked for once it is known that it is part of one. */
export function useMerging(id: string, isKnown: boolean): UseQueryResult<MergingView> {
  return useQuery({
    enabled: isKnown,
    queryKey: ['merging', id],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/merging', { params: { path: { id } } })),
    retry: false,
  });
}

/** Takes back all that was merged into a proposal. */
export const undoMerge = (id: string, body: Shapes['UndoMergeRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/merging/undoing', { params: { path: { id } }, body }));
