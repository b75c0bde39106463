import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../api/client.js';
import type { components } from '../../api/generated/ballot.js';
import type { NominationView } from '../../api/shapes.js';

type Requests = components['schemas'];
export type Nominee = Requests['NominateRequest'];

const WATCH_MS = 10_000; // Names and objections come in while the organiser looks on.

const of = (id: string) => ({ params: { path: { id } } });

/** The finding of candidates as far as the reader may see it. */
export function useNomination(id: string): UseQueryResult<NominationView> {
  return useQuery({
    queryKey: ['ballot', id, 'nomination'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/nomination', of(id))),
    refetchInterval: WATCH_MS,
  });
}

export const nominate = (id: string, nominee: Nominee) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/nomination/candidates', { ...of(id), body: nominee }));
export const declineNomination = (id: string, candidateId: string) =>
  answer(
    ballot.POST('/api/ballot/ballots/{id}/nomination/candidates/{candidateId}/declination', { params: { path: { id, candidateId } } }),
  );
export const postCandidates = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/nomination/posting', { ...of(id), body: { version } }));
export const closeNomination = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/nomination/closing', { ...of(id), body: { version } }));
/** Calls the primary; the same key calls it once. */
export const callPrimary = (id: string, primary: Requests['CallPrimaryRequest'], key: string) =>
  answer(
    ballot.POST('/api/ballot/ballots/{id}/nomination/primary', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body: primary,
    }),
  );
export const objectTo = (id: string, objection: Requests['ObjectRequest']) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/nomination/objections', { ...of(id), body: objection }));
export const answerObjection = (id: string, objectionId: string, given: Requests['AnswerCandidateObjectionRequest']) =>
  answer(
    ballot.POST('/api/ballot/ballots/{id}/nomination/objections/{objectionId}/answer', {
      params: { path: { id, objectionId } },
      body: given,
    }),
  );

export type Kinship = Requests['DeclareRelativesRequest']['kind'];
export type Relatives = Requests['RelativesAnswer'];

/** What was declared of near relatives, for organisers and officers. */
export function useRelatives(id: string): UseQueryResult<Relatives> {
  return useQuery({
    queryKey: ['ballot', id, 'relatives'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/relatives', of(id))),
  });
}

export const declareRelatives = (id: string, pair: Requests['DeclareRelativesRequest']) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/relatives', { ...of(id), body: pair }));
export const withdrawRelatives = (id: string, memberIds: string[]) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/relatives/withdrawal', { ...of(id), body: { memberIds } }));
