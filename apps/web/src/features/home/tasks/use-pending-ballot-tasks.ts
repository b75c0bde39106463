import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../../api/client.js';
import type { BallotTask } from '../../../api/shapes.js';
import { ownPapers } from '../../../shared/sealed/device-store.js';
import { useAuthSession } from '../../../shared/congress/use-auth-session.js';
import { changedBallots, withoutCastVotes } from './pending-ballot-tasks.js';

const WATCH_MS = 15_000; // Much of what a hall waits for has no notice of its own: a key, a share, lots.

/**
 * What ballots ask of the person signed in. A ballot of which something new is asked is looked at anew where the row leads: what was read
 * of it is older.
 */
export function usePendingBallotTasks(): UseQueryResult<readonly BallotTask[]> {
  const session = useAuthSession();
  const client = useQueryClient();
  const memberId = session.status === 'signed-in' ? session.member.id : '';
  const queryKey = ['ballots', 'owed', memberId] as const;
  return useQuery({
    queryKey,
    queryFn: async () => {
      const { items } = await answer(ballot.GET('/api/ballot/owed'));
      // A browser that keeps nothing has cast nothing.
      const owed = withoutCastVotes(items, await ownPapers.entriesOf(memberId).catch(() => []));
      for (const id of changedBallots(client.getQueryData<readonly BallotTask[]>(queryKey) ?? [], owed))
        void client.invalidateQueries({ queryKey: ['ballot', id] });
      return owed;
    },
    refetchInterval: WATCH_MS,
    gcTime: 0, // Whoever has just done a thing does not find it asked of them still, when they come home.
  });
}
