import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, proposals } from '../../api/client.js';
import type { components } from '../../api/generated/proposals.js';

type Shapes = components['schemas'];
export type OpinionItem = Shapes['OpinionItem'];
export type OpinionDetail = Shapes['OpinionAnswer'];
export type OpinionBoxView = Shapes['OpinionBoxAnswer'];
export type PublishedOpinion = Shapes['PublishedOpinionItem'];
export type Decision = Shapes['OpinionDecisionRequest'];
export type OpinionView = 'own' | 'committee' | 'unit';

/** What any change of an opinion changes. */
export const OPINION_CHANGES = [['opinions'], ['proposals', 'owed'], ['notices']] as const;

const of = (id: string) => ({ params: { path: { id } } });

/** Which opinions are asked for. */
export interface OpinionFilter {
  readonly view: OpinionView;
  readonly state?: OpinionItem['state'][];
  readonly search?: string;
  readonly page: number;
  readonly pageSize: number;
}

/** A page of opinions; the page shown stays while the next is on its way. */
export function useOpinions(filter: OpinionFilter): UseQueryResult<Shapes['OpinionListAnswer']> {
  return useQuery({
    queryKey: ['opinions', 'list', filter],
    queryFn: () => answer(proposals.GET('/api/proposals/opinions', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  });
}

/** What was asked and answered, without names. */
export function usePublishedOpinions(query: {
  readonly search?: string;
  readonly page: number;
  readonly pageSize: number;
}): UseQueryResult<Shapes['PublishedOpinionsAnswer']> {
  return useQuery({
    queryKey: ['opinions', 'published', query],
    queryFn: () => answer(proposals.GET('/api/proposals/opinions/published', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** One opinion, as far as the reader may know. */
export const useOpinion = (id: string): UseQueryResult<OpinionDetail> =>
  useQuery({ queryKey: ['opinions', 'one', id], queryFn: () => answer(proposals.GET('/api/proposals/opinions/{id}', of(id))) });

/** How the box is kept. */
export const useOpinionBox = (): UseQueryResult<OpinionBoxView> =>
  useQuery({ queryKey: ['opinions', 'box'], queryFn: () => answer(proposals.GET('/api/proposals/opinion-box')) });

export const setBox = (body: Shapes['OpinionBoxRequest']) => answer(proposals.PUT('/api/proposals/opinion-box', { body }));
/** The same key puts it in once. */
export const putIn = (body: Shapes['OpinionRequest'], key: string) =>
  answer(proposals.POST('/api/proposals/opinions', { body, params: { header: { 'idempotency-key': key } } }));
export const decide = (id: string, body: Decision) => answer(proposals.POST('/api/proposals/opinions/{id}/decision', { body, ...of(id) }));
export const replyTo = (id: string, body: Shapes['OpinionReplyRequest']) =>
  answer(proposals.POST('/api/proposals/opinions/{id}/reply', { body, ...of(id) }));
export const judge = (id: string, body: Shapes['JudgementRequest']) =>
  answer(proposals.POST('/api/proposals/opinions/{id}/judgement', { body, ...of(id) }));
export const withdraw = (id: string, version: number) =>
  answer(proposals.POST('/api/proposals/opinions/{id}/withdrawal', { body: { version }, ...of(id) }));
export const publish = (id: string, body: Shapes['OpinionPublicationRequest']) =>
  answer(proposals.POST('/api/proposals/opinions/{id}/publication', { body, ...of(id) }));
export const unpublish = (id: string, body: Shapes['UnpublishingRequest']) =>
  answer(proposals.POST('/api/proposals/opinions/{id}/unpublishing', { body, ...of(id) }));
