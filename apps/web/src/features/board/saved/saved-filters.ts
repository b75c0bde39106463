import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../../api/client.js';
import type { components } from '../../../api/generated/proposals.js';
import type { FilterContent } from './filter-content.js';

export type SavedFilter = components['schemas']['SavedFilterAnswer'];

export const FILTER_CHANGES = [['saved-filters']] as const;

/** The filters that the person signed in keeps. */
export function useSavedFilters(): UseQueryResult<components['schemas']['SavedFiltersAnswer']> {
  return useQuery({ queryKey: ['saved-filters'], queryFn: () => answer(proposals.GET('/api/proposals/saved-filters')) });
}

export const keepFilter = (name: string, filter: FilterContent) =>
  answer(proposals.POST('/api/proposals/saved-filters', { body: { name, filter } }));
export const renameFilter = ({ id, version }: SavedFilter, name: string) =>
  answer(proposals.PUT('/api/proposals/saved-filters/{id}', { params: { path: { id } }, body: { name, version } }));
export const removeFilter = ({ id, version }: SavedFilter) =>
  answer(proposals.DELETE('/api/proposals/saved-filters/{id}', { params: { path: { id }, query: { version } } }));
