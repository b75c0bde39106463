import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { OwedProposals } from '../../api/shapes.js';

/** What proposals ask of the person signed in; asked anew whenever one of them is changed. */
export function useOwedProposals(): UseQueryResult<OwedProposals> {
  return useQuery({ queryKey: ['proposals', 'owed'], queryFn: () => answer(proposals.GET('/api/proposals/owed')) });
}
