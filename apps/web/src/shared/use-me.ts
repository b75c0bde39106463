import type { Office } from '@plenum/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../api/client.js';
import type { MeView } from '../api/shapes.js';

const FRESH_MS = 60_000; // Offices change seldom; every service looks them up for itself anyway.

/** The person signed in, with their offices and mandates. */
export function useMe(): UseQueryResult<MeView> {
  return useQuery({ queryKey: ['me'], queryFn: () => answer(congress.GET('/api/congress/me')), staleTime: FRESH_MS });
}

/** Whether somebody holds one of these offices, in any session or unit. For showing doors only: the services decide who may pass. */
export function holds(me: MeView, ...offices: readonly Office[]): boolean {
  return me.offices.some(({ office }) => offices.includes(office));
}
