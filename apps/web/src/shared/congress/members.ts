import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, congress } from '../../api/client.js';
import type { NamedChoice, Search } from '../forms/SearchSelect.js';
import type { DelegationView, MemberPage, SessionView, UnitView } from '../../api/shapes.js';

const FOUND_MAX = 20;
const PAGE_MAX = 200;
const FRESH_MS = 300_000;

/** What a field offers to somebody who searches for members. */
export interface MemberSearch {
  readonly members: MemberPage['items'];
  readonly isSearching: boolean;
  /** What stands in the place of an empty list. */
  readonly emptyText: string;
}

/**
 * Members whose name or staff number matches what is typed. Nobody is offered before the answer to these very words is there: Enter chooses
 * the first of the list.
 */
export function useMemberSearch(typed: string): MemberSearch {
  const { t } = useTranslation();
  const wanted = typed.trim();
  const search = useDeferredValue(wanted);
  const found = useQuery({
    queryKey: ['members', search],
    queryFn: () => answer(congress.GET('/api/congress/members', { params: { query: { search, pageSize: FOUND_MAX } } })),
    enabled: search !== '',
  });
  const isSearching = wanted !== '' && (wanted !== search || found.isPending);
  const members = wanted === '' || isSearching ? [] : (found.data?.items ?? []);
  return { members, isSearching, emptyText: t(wanted === '' ? 'searchMembers' : isSearching ? 'loading' : 'noMembers') };
}

/** Members by what is typed, with the names that they are chosen under; without some. */
export function usePeopleSearch(without: ReadonlySet<string>): Search<NamedChoice> {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const { members, isSearching, emptyText } = useMemberSearch(typed);
  const found = members.filter(({ id }) => !without.has(id)).map(({ id, name, staffNo }) => ({ id, name: t('person', { name, staffNo }) }));
  return { typed, onType: setTyped, found, isSearching, emptyText };
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
    queryFn: () =>
      answer(
        congress.GET('/api/congress/sessions/{id}/delegations', { params: { path: { id: sessionId }, query: { pageSize: PAGE_MAX } } }),
      ),
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
