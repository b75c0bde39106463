import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];
export type CommitmentItem = Shapes['CommitmentItem'];
export type CommitmentView = Shapes['CommitmentAnswer'];
export type CommitmentState = CommitmentItem['state'];
export type LedgerPageView = Shapes['LedgerAnswer'];
export type CarryOverView = Shapes['CarryOverAnswer'];

/** Which promises are asked for. */
export interface LedgerFilter {
  readonly unitId?: string;
  readonly sessionId?: string;
  readonly state?: CommitmentState[];
  readonly overdue?: boolean;
  readonly page: number;
  readonly pageSize: number;
}

const of = (id: string) => ({ params: { path: { id } } });

/** What any change of a promise changes. */
export const COMMITMENT_CHANGES = [['commitments'], ['proposals', 'owed'], ['notices']] as const;

/** A page of the ledger; the page shown stays while the next is on its way. */
export function useLedger(filter: LedgerFilter): UseQueryResult<LedgerPageView> {
  return useQuery({
    queryKey: ['commitments', 'list', filter],
    queryFn: () => answer(proposals.GET('/api/proposals/commitments', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  });
}

/** What became of the promises of earlier sessions, by the end of a day. */
export function useCarryOver(query: { readonly beforeSessionId?: string; readonly cutOff?: string }): UseQueryResult<CarryOverView> {
  return useQuery({
    queryKey: ['commitments', 'carry-over', query],
    queryFn: () => answer(proposals.GET('/api/proposals/commitments/carry-over', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** One promise with all that happened to it. */
export function useCommitment(id: string): UseQueryResult<CommitmentView> {
  return useQuery({
    queryKey: ['commitments', 'one', id],
    queryFn: () => answer(proposals.GET('/api/proposals/commitments/{id}', of(id))),
  });
}

/** What was promised on a proposal. */
export function useCommitmentsOf(proposalId: string): UseQueryResult<Shapes['CommitmentsOfProposalAnswer']> {
  return useQuery({
    queryKey: ['commitments', 'proposal', proposalId],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/commitments', of(proposalId))),
  });
}

/** Enters a promise from the reply that stands; the same key enters it once. */
export const enterCommitment = (proposalId: string, body: Shapes['CommitmentRequest'], key: string) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/commitments', {
      body,
      params: { path: { id: proposalId }, header: { 'idempotency-key': key } },
    }),
  );
