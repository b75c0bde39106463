import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../api/client.js';
import type { DelegationView, MemberPage, SessionView, UnitView } from '../api/shapes.js';

const FOUND_MAX = 20;
const PAGE_MAX = 200;
const FRESH_MS = 300_000;

/** Members whose name or staff number matches; asked once something is typed. */
export function useMemberSearch(search: string): UseQueryResult<MemberPage> {
  return useQuery({
    queryKey: ['members', search],
    queryFn: () => answer(congress.GET('/api/congress/members', { params: { query: { search, pageSize: FOUND_MAX } } })),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
}

/** The handling units of the organisation. */
export function useUnits(): UseQueryResult<readonly UnitView[]> {
  return useQuery({
    queryKey: ['units'],
    queryFn: () => answer(congress.GET('/api/congress/units', { params: { query: { pageSize: PAGE_MAX } } })),
    select: ({ items }) => items,
    staleTime: FRESH_MS,
  });
}

/** The delegations of a session. */
export function useDelegations(sessionId: string): UseQueryResult<readonly DelegationView[]> {
  return useQuery({
    queryKey: ['delegations', sessionId],
    queryFn: () => answer(congress.GET('/api/congress/sessions/{id}/delegations', { params: { path: { id: sessionId }, query: { pageSize: PAGE_MAX } } })),
    select: ({ items }) => items,
    staleTime: FRESH_MS,
  });
}

/** The sessions of the organisation. */
export function useSessions(): UseQueryResult<readonly SessionView[]> {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: () => answer(congress.GET('/api/congress/sessions', { params: { query: { pageSize: PAGE_MAX } } })),
    select: ({ items }) => items,
  });
}
