import type { Office } from '@plenum/contracts';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../../api/client.js';
import type { MeView } from '../../api/shapes.js';

const FRESH_MS = 60_000; // Offices change seldom; every service looks them up for itself anyway.

/** The person signed in, with their offices and mandates; asked anew every `watchMs` where a page waits for a session to open. */
export function useMe(watchMs?: number): UseQueryResult<MeView> {
  return useQuery({
    queryKey: ['me'],
    queryFn: () => answer(congress.GET('/api/congress/me')),
    staleTime: watchMs ?? FRESH_MS,
    refetchInterval: watchMs ?? false,
  });
}

/** Whether somebody holds one of these offices, in any session or unit. For showing the way only: the services decide who may pass. */
export function holds(me: MeView, ...offices: readonly Office[]): boolean {
  return me.offices.some(({ office }) => offices.includes(office));
}

/** Whether somebody handles for a unit, heads one, or is the leader in charge of one: has a unit's work to look at. */
export function isOfUnit(me: MeView): boolean {
  return (
    holds(me, 'UNIT_HANDLER', 'UNIT_HEAD') || me.offices.some(({ office, unitId }) => office === 'LEADER_IN_CHARGE' && unitId !== null)
  );
}
