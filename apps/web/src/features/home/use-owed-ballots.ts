import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../api/client.js';
import type { OwedItem } from '../../api/shapes.js';
import { ownPapers } from '../../shared/sealed/vault.js';
import { useSession } from '../../shared/use-session.js';
import { steppedOn, stillOwed } from './owed-ballots.js';

const WATCH_MS = 15_000; // Much of what a hall waits for has no notice of its own: a key, a share, lots.

/**
 * What ballots ask of the person signed in. A ballot of which something new is asked is looked at anew where the row leads: what was read
 * of it is older.
 */
export function useOwedBallots(): UseQueryResult<readonly OwedItem[]> {
  const session = useSession();
  const client = useQueryClient();
  const memberId = session.status === 'signed-in' ? session.member.id : '';
  const queryKey = ['ballots', 'owed', memberId];
  return useQuery({
    queryKey,
    queryFn: async () => {
      const { items } = await answer(ballot.GET('/api/ballot/owed'));
      // A browser that keeps nothing has cast nothing.
      const owed = stillOwed(items, await ownPapers.of(memberId).catch(() => []));
      for (const id of steppedOn(client.getQueryData<readonly OwedItem[]>(queryKey) ?? [], owed))
        void client.invalidateQueries({ queryKey: ['ballot', id] });
      return owed;
    },
    refetchInterval: WATCH_MS,
    gcTime: 0, // Whoever has just done a thing does not find it asked of them still, when they come home.
  });
}
