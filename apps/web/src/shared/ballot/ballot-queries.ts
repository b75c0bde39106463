import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../api/client.js';
import type { BallotRow, BallotView } from '../../api/shapes.js';

const PAGE_MAX = 200;

/** What any step of a ballot changes. */
export const BALLOT_CHANGES = [['ballots'], ['ballot'], ['notices']] as const;

/** The ballots of the organisation, the latest first. */
export function useBallots(): UseQueryResult<readonly BallotRow[]> {
  return useQuery({
    queryKey: ['ballots'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots', { params: { query: { pageSize: PAGE_MAX } } })),
    select: ({ items }) => items,
  });
}

/** A ballot as it is now. */
export const askBallot = (id: string): Promise<BallotView> => answer(ballot.GET('/api/ballot/ballots/{id}', { params: { path: { id } } }));

/** One ballot: its rules, its figures as far as they are known, its officers. `watchMs`: how often it is asked anew, as it stands. */
export function useBallot(id: string, watchMs: (ballot: BallotView) => number | false = () => false): UseQueryResult<BallotView> {
  return useQuery({
    queryKey: ['ballot', id],
    queryFn: () => askBallot(id),
    refetchInterval: ({ state }) => (state.data ? watchMs(state.data) : false),
  });
}
