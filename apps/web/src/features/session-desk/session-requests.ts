import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, byId, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

/** What the opening or the closing of a session changes. */
export const SESSION_CHANGES = [
  ['sessions'],
  ['session'],
  ['papers'],
  ['agenda'],
  ['attendance'],
  ['me'],
  ['ballots'],
  ['ballot'],
] as const;

/** Opens it; while papers are late, with the reason for which it opens nevertheless. */
export const openSession = (id: string, version: number, latePapersReason?: string) =>
  answer(
    congress.POST('/api/congress/sessions/{id}/opening', {
      ...byId(id),
      body: { version, ...(latePapersReason === undefined ? {} : { latePapersReason }) },
    }),
  );
export const closeSession = (id: string, version: number) =>
  answer(congress.POST('/api/congress/sessions/{id}/closing', { ...byId(id), body: { version } }));

export type Attendee = components['schemas']['AttendeeResponse'];
export type AttendeesShown = 'HERE' | 'EXPECTED' | 'LEFT' | 'LATE';

const DESK_WATCH_MS = 5_000; // Several desks serve one queue: each sees within seconds whom the others signed in.
const FOUND_MAX = 20;
export const ATTENDEES_PAGE = 50;

interface AttendeeFilter {
  readonly show?: AttendeesShown;
  readonly delegationId?: string;
  readonly search?: string;
  readonly page: number;
}

/** One page of those who sit in the session, as the desk filters them. */
export function useAttendees(id: string, filter: AttendeeFilter): UseQueryResult<components['schemas']['AttendeeListResponse']> {
  return useQuery({
    queryKey: ['attendance', id, 'attendees', filter],
    queryFn: () =>
      answer(
        congress.GET('/api/congress/sessions/{id}/attendance/attendees', {
          params: { path: { id }, query: { ...filter, pageSize: ATTENDEES_PAGE } },
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: DESK_WATCH_MS,
  });
}

/** Who is there, delegation by delegation. */
export function useAttendanceByDelegation(id: string): UseQueryResult<readonly components['schemas']['DelegationAttendanceResponse'][]> {
  return useQuery({
    queryKey: ['attendance', id, 'delegations'],
    queryFn: () => answer(congress.GET('/api/congress/sessions/{id}/attendance/delegations', byId(id))),
    select: ({ delegations }) => delegations,
    refetchInterval: DESK_WATCH_MS,
  });
}

/** Those whose name or staff number matches what was typed or scanned; an exact staff number alone. */
export async function findAttendees(id: string, search: string): Promise<readonly Attendee[]> {
  const { items } = await answer(
    congress.GET('/api/congress/sessions/{id}/attendance/attendees', { params: { path: { id }, query: { search, pageSize: FOUND_MAX } } }),
  );
  const exact = items.filter(({ staffNo }) => staffNo.toLowerCase() === search.toLowerCase());
  return exact.length === 1 ? exact : items;
}
