import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../api/client.js';
import type { OwedItem } from '../../api/shapes.js';
import { ownPapers } from '../../shared/sealed/vault.js';
import { useSession } from '../../shared/use-session.js';
import { stillOwed } from './owed-ballots.js';

const WATCH_MS = 15_000; // Much of what a hall waits for has no notice of its own: a key, a share, lots.

/** What ballots ask of the person signed in. */
export function useOwedBallots(): UseQueryResult<readonly OwedItem[]> {
  const session = useSession();
  const memberId = session.status === 'signed-in' ? session.member.id : '';
  return useQuery({
    queryKey: ['ballots', 'owed', memberId],
    queryFn: async () => {
      const { items } = await answer(ballot.GET('/api/ballot/owed'));
      // A browser that keeps nothing has cast nothing.
      return stillOwed(items, await ownPapers.of(memberId).catch(() => []));
    },
    refetchInterval: WATCH_MS,
  });
}
