import { useQuery } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';

/** What the head of a delegation may say. */
export type EndorsementSaid = 'ENDORSED' | 'RETURNED';

/** Endorses a proposal as it was read, which hands it in, or returns it with a reason. */
export const endorseProposal = (
  id: string,
  body: { readonly outcome: EndorsementSaid; readonly reason?: string; readonly version: number },
) => answer(proposals.POST('/api/proposals/proposals/{id}/endorsement', { params: { path: { id } }, body }));

/** The delegation that the reader heads in the session of a call; null where there is none. */
export function useHeadedDelegation(callId: string) {
  return useQuery({
    queryKey: ['headed-delegation', callId],
    queryFn: () => answer(proposals.GET('/api/proposals/calls/{id}/headed-delegation', { params: { path: { id: callId } } })),
    enabled: callId !== '',
  });
}
