import { keepPreviousData, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { CallView, ProposalPage, ProposalState, ProposalView, StatisticsView, StatusWord } from '../../api/shapes.js';

/** Which proposals are asked for. */
export interface ProposalFilter {
  readonly scope: 'mine' | 'to-second' | 'to-endorse' | 'board' | 'unit';
  readonly sessionId?: string;
  readonly state?: ProposalState[];
  readonly category?: string;
  readonly unitId?: string;
  readonly sort?: 'submitted' | 'due' | 'docket' | 'created' | 'overdue';
  readonly overdue?: boolean;
  readonly word?: StatusWord;
  readonly key?: true;
  readonly ownCases?: true;
  readonly search?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

/** What any change of a proposal changes: the lists that show it, and what is owed. */
export const PROPOSAL_CHANGES = [['proposals'], ['proposal'], ['notices']] as const;

/** The question for a page of proposals. */
export function proposalsQuery(filter: ProposalFilter) {
  return queryOptions({
    queryKey: ['proposals', filter],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals', { params: { query: filter } })),
  });
}

/** A page of proposals; the page shown stays while the next is on its way. */
export function useProposals(filter: ProposalFilter): UseQueryResult<ProposalPage> {
  return useQuery({ ...proposalsQuery(filter), placeholderData: keepPreviousData });
}

/** The question for one proposal. */
export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposal', id],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}', { params: { path: { id } } })),
  });

/** One proposal with all that happened to it and what the person may do with it now. */
export function useProposal(id: string): UseQueryResult<ProposalView> {
  return useQuery(proposalQuery(id));
}

/** The calls for proposals of every session, the latest first. */
export function useCalls(): UseQueryResult<readonly CallView[]> {
  return useQuery({
    queryKey: ['calls'],
    queryFn: () => answer(proposals.GET('/api/proposals/calls')),
    select: ({ items }) => items,
  });
}

/** The figures of one session, as they were at a cut-off where one is given. */
export function useStatistics(sessionId: string, cutOff?: string): UseQueryResult<StatisticsView> {
  return useQuery({
    queryKey: ['proposals', 'statistics', sessionId, cutOff],
    queryFn: () =>
      answer(proposals.GET('/api/proposals/proposals/statistics', { params: { query: { sessionId, ...(cutOff ? { cutOff } : {}) } } })),
    placeholderData: keepPreviousData,
  });
}
