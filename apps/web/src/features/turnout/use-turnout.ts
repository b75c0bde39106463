import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../api/client.js';
import type { BallotState, TurnoutView } from '../../api/shapes.js';

const WATCH_MS = 4_000;
const MOVING: readonly BallotState[] = ['ROLL_FROZEN', 'OPEN'];

/** How far a vote is, asked anew while it moves. */
export function useTurnout(id: string): UseQueryResult<TurnoutView> {
  return useQuery({
    queryKey: ['ballot', id, 'turnout'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/turnout', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && MOVING.includes(state.data.state) ? WATCH_MS : false),
  });
}
