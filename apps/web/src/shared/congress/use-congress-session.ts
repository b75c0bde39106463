import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../../api/client.js';
import type { SessionView } from '../../api/shapes.js';

/** One session; asked anew every `watchMs`. */
export function useCongressSession(id: string, watchMs: number | false = false): UseQueryResult<SessionView> {
  return useQuery({
    queryKey: ['session', id],
    queryFn: () => answer(congress.GET('/api/congress/sessions/{id}', { params: { path: { id } } })),
    refetchInterval: watchMs,
  });
}
