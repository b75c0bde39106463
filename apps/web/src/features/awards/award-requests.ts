import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];
export type AwardItem = Shapes['AwardItem'];
export type AwardListView = Shapes['AwardListAnswer'];
export type Nomination = Shapes['NominationRequest'];
export type Criterion = AwardItem['criteria'][number];

/** What each kind may be nominated for. */
export const CRITERIA: Readonly<Record<AwardItem['kind'], readonly Criterion[]>> = {
  PROPOSAL: ['well-founded', 'feasible', 'effective', 'widely-supported'],
  UNIT: ['in-time', 'thorough', 'implemented', 'in-touch'],
};

/** What any change of a nomination changes. */
export const AWARD_CHANGES = [['awards'], ['notices']] as const;

/** The award list of a session. */
export const useAwards = (sessionId: string): UseQueryResult<AwardListView> =>
  useQuery({
    queryKey: ['awards', sessionId],
    queryFn: () => answer(proposals.GET('/api/proposals/awards', { params: { query: { sessionId } } })),
    enabled: sessionId !== '',
  });

export const nominate = (body: Nomination) => answer(proposals.POST('/api/proposals/awards', { body }));
export const decideOnAward = (id: string, body: Shapes['AwardDecisionRequest']) =>
  answer(proposals.POST('/api/proposals/awards/{id}/decision', { body, params: { path: { id } } }));
export const putToVote = (id: string, version: number) =>
  answer(proposals.POST('/api/proposals/awards/{id}/vote', { body: { version }, params: { path: { id } } }));

/** The award list as a document. */
export const fetchAwards = async (sessionId: string, language: 'zh' | 'en'): Promise<Blob> =>
  (await answer(
    proposals.GET('/api/proposals/awards/awards.docx', { params: { query: { sessionId, language } }, parseAs: 'blob' }),
  )) as unknown as Blob;
