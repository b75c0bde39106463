import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../api/client.js';
import type { ProfileView } from '../../api/shapes.js';

/** Everybody on the list of a ballot with what they handed in, in the order of the paper; nobody where nothing was. */
export function useProfiles(ballotId: string): UseQueryResult<readonly ProfileView[]> {
  return useQuery({
    queryKey: ['ballot', ballotId, 'profiles'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/profiles', { params: { path: { id: ballotId } } })),
    select: ({ profiles }) => profiles,
  });
}

/** A picture by its fingerprint, under which there is never another; nothing is asked where there is none. */
export function usePicture(ballotId: string, digest: string | null): UseQueryResult<Blob> {
  return useQuery({
    queryKey: ['picture', ballotId, digest],
    queryFn: async () =>
      (await answer(
        ballot.GET('/api/ballot/ballots/{id}/pictures/{digest}', {
          params: { path: { id: ballotId, digest: digest ?? '' } },
          parseAs: 'blob',
        }),
      )) as unknown as Blob,
    enabled: digest !== null,
    staleTime: Infinity,
  });
}
