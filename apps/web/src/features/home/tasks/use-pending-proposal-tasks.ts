import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../../api/client.js';
import type { ProposalTasks } from '../../../api/shapes.js';

/** What proposals ask of the person signed in; asked anew whenever one of them is changed. */
export function usePendingProposalTasks(): UseQueryResult<ProposalTasks> {
  return useQuery({ queryKey: ['proposals', 'owed'], queryFn: () => answer(proposals.GET('/api/proposals/owed')) });
}
