import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../../api/client.js';
import type { SessionView } from '../../api/shapes.js';

const at = (id: string) => ({ params: { path: { id } } });

/** What the opening or the closing of a session changes. */
export const SESSION_CHANGES = [['sessions'], ['session'], ['attendance'], ['me'], ['ballots'], ['ballot']] as const;

/** One session; asked anew every `watchMs`. */
export function useSitting(id: string, watchMs: number | false = false): UseQueryResult<SessionView> {
  return useQuery({ queryKey: ['session', id], queryFn: () => answer(congress.GET('/api/congress/sessions/{id}', at(id))), refetchInterval: watchMs });
}

export const openSession = (id: string) => answer(congress.POST('/api/congress/sessions/{id}/opening', at(id)));
export const closeSession = (id: string) => answer(congress.POST('/api/congress/sessions/{id}/closing', at(id)));
