import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { HandlingView } from '../../api/shapes.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];

/** A request on a proposal, as the reader sees it. */
export type RequestView = Shapes['RequestItem'];
export type RequestsView = Shapes['RequestListAnswer'];

/** What any change of a request changes: the lists that show it, and what it brings about. */
export const REQUEST_CHANGES = [['requests'], ['reply-desk'], ['merging'], ['proposals'], ['proposal'], ['notices']] as const;

/** What was asked on a proposal; whom it does not concern is refused, which is asked no second time. */
export function useRequests(id: string): UseQueryResult<RequestsView> {
  return useQuery({
    queryKey: ['requests', id],
    queryFn: () => answer(proposals.GET('/api/proposals/proposals/{id}/requests', { params: { path: { id } } })),
    retry: false,
  });
}

/** Asks for something on a proposal as it was read. */
export const askOn = (id: string, body: Shapes['AskRequest']) =>
  answer(proposals.POST('/api/proposals/proposals/{id}/requests', { params: { path: { id } }, body }));

/** What a wish or an answer says; the document of the service leaves those of all kinds open. */
type Said = Readonly<Record<string, string>>;
const open = (said: Said) => said as object as Record<string, never>;

/** Asks about the work of one unit as it was read. */
export const askAboutWork = (
  id: string,
  { id: handlingId }: Pick<HandlingView, 'id'>,
  { wish, ...body }: Omit<Shapes['AskAboutHandlingRequest'], 'wish'> & { readonly wish: Said },
) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/handlings/{handlingId}/requests', {
      params: { path: { id, handlingId } },
      body: { ...body, wish: open(wish) },
    }),
  );

/** What waits for an answer of the reader, on all proposals. */
export function useOwedRequests(): UseQueryResult<Shapes['OwedRequestsAnswer']> {
  return useQuery({ queryKey: ['requests', 'owed'], queryFn: () => answer(proposals.GET('/api/proposals/requests')) });
}

/** Answers a request as it was read. */
export const answerRequest = (
  { id: requestId, proposal, version }: RequestView,
  { terms = {}, ...said }: Omit<Shapes['RequestAnswerRequest'], 'version' | 'terms'> & { readonly terms?: Said },
) =>
  answer(
    proposals.POST('/api/proposals/proposals/{id}/requests/{requestId}/answer', {
      params: { path: { id: proposal.id, requestId } },
      body: { ...said, ...(Object.keys(terms).length > 0 ? { terms: open(terms) } : {}), version },
    }),
  );

/** Takes back what was asked, with all that was asked at once. */
export const takeBackRequest = ({ id: requestId, proposal, version }: RequestView) =>
  answer(
    proposals.DELETE('/api/proposals/proposals/{id}/requests/{requestId}', {
      params: { path: { id: proposal.id, requestId }, query: { version } },
    }),
  );
