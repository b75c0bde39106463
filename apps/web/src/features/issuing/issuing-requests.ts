import { type QueryClient, queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot, byId, congress } from '../../api/client.js';
import type { components } from '../../api/generated/ballot.js';
import type { MemberPage } from '../../api/shapes.js';

type Shapes = components['schemas'];
export type Claimant = Shapes['ClaimantAnswer'];
export type SlipFigures = Shapes['SlipsAnswer'];
export type IssuedPapers = Shapes['IssuedPapersAnswer'];
type Member = MemberPage['items'][number];

const WATCH_MS = 4_000;
const FOUND_MAX = 6; // More than fit under a search field are not looked through by a queue.
const VOIDED_MAX = 500; // As many as the service takes at once.

const claimantKey = (id: string, memberId: string) => ['ballot', id, 'claimant', memberId] as const;

/** Somebody at the desk: on the roll or not, there or not, and what they hold. Asked anew each time. */
export function useClaimant(id: string, memberId: string): UseQueryResult<Claimant> {
  return useQuery({
    queryKey: claimantKey(id, memberId),
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/claimants/{memberId}', { params: { path: { id, memberId } } })),
    staleTime: 0,
    gcTime: 0,
  });
}

/** The slips as numbers; codes are on paper alone. */
export function useSlips(id: string, enabled: boolean): UseQueryResult<SlipFigures> {
  return useQuery({
    queryKey: ['ballot', id, 'slips'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/slips', byId(id))),
    enabled,
    refetchInterval: WATCH_MS,
  });
}

/** Who has a paper, and who of them has left. */
export function useIssuedPapers(id: string, enabled: boolean): UseQueryResult<IssuedPapers> {
  return useQuery({
    queryKey: ['ballot', id, 'issued-papers'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/issued-papers', byId(id))),
    enabled,
    refetchInterval: WATCH_MS,
  });
}

/** Members whose name or staff number matches what was typed or scanned, an exact staff number alone. */
export async function findMembers(client: QueryClient, search: string): Promise<readonly Member[]> {
  const { items } = await client.fetchQuery(
    queryOptions({
      queryKey: ['members', 'desk', search],
      queryFn: () => answer(congress.GET('/api/congress/members', { params: { query: { search, pageSize: FOUND_MAX } } })),
    }),
  );
  const exact = items.filter(({ staffNo }) => staffNo.toLowerCase() === search.toLowerCase());
  return exact.length === 1 ? exact : items;
}

export const issuePaper = (id: string, memberId: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/issued-papers', { ...byId(id), body: { memberId } }));
export const takeBackPaper = (id: string, memberId: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/issued-papers/taken-back', { ...byId(id), body: { memberId } }));
export const takeBackCredential = (id: string, memberId: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/credentials/taken-back', { ...byId(id), body: { memberId } }));
export const issueSlip = (id: string, memberId: string) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/slips/drawn', { ...byId(id), body: { memberId } }));
export const replaceSlip = (id: string, memberId: string, serial: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/slips/lost', { ...byId(id), body: { memberId, serial } }));
export const takeBackSlip = (id: string, memberId: string, serial: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/slips/taken-back', { ...byId(id), body: { memberId, serial } }));
/** Tells the service of printed slips: their numbers and public halves. The same again changes nothing. */
export const prepareSlips = (id: string, slips: Shapes['SlipRequest'][]) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/slips', { ...byId(id), body: { slips } }));

/** Voids slips that nobody drew. Those void already stay so. */
export async function voidSlips(id: string, serials: readonly number[]): Promise<void> {
  for (let at = 0; at < serials.length; at += VOIDED_MAX)
    await answer(
      ballot.POST('/api/ballot/ballots/{id}/slips/voided', { ...byId(id), body: { serials: serials.slice(at, at + VOIDED_MAX) } }),
    );
}
