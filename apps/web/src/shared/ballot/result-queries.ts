import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../api/client.js';
import type { ResultView } from '../../api/shapes.js';

/** What the count came to; asked for once there is something to see, and asked anew while it still changes. */
export function useResult(id: string, enabled: boolean, watchMs: number | false = false): UseQueryResult<ResultView> {
  return useQuery({
    queryKey: ['ballot', id, 'result'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/result', { params: { path: { id } } })),
    enabled,
    refetchInterval: watchMs,
  });
}

/** Signs the tally with this fingerprint. */
export const signTally = (id: string, digest: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/signatures', { params: { path: { id } }, body: { digest } }));
