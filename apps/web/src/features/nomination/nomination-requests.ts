import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot, byId } from '../../api/client.js';
import type { components } from '../../api/generated/ballot.js';
import type { NominationView } from '../../api/shapes.js';

type Requests = components['schemas'];
export type Nominee = Requests['NominateRequest'];

const WATCH_MS = 10_000; // Names and objections come in while the organiser looks on.

/** The finding of candidates as far as the reader may see it. */
export function useNomination(id: string): UseQueryResult<NominationView> {
  return useQuery({
    queryKey: ['ballot', id, 'nomination'],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/nomination', byId(id))),
    refetchInterval: WATCH_MS,
  });
}

export const nominate = (id: string, nominee: Nominee) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/nomination/candidates', { ...byId(id), body: nominee }));
export const declineNomination = (id: string, candidateId: string) =>
  answer(
    ballot.POST('/api/ballot/ballots/{id}/nomination/candidates/{candidateId}/declination', { params: { path: { id, candidateId } } }),
  );
export const postCandidates = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/nomination/posting', { ...byId(id), body: { version } }));
export const closeNomination = (id: string, version: number) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/nomination/closing', { ...byId(id), body: { version } }));
/** Calls the primary; the same key calls it once. */
export const callPrimary = (id: string, primary: Requests['CallPrimaryRequest'], key: string) =>
  answer(
    ballot.POST('/api/ballot/ballots/{id}/nomination/primary', {
      params: { path: { id }, header: { 'idempotency-key': key } },
      body: primary,
    }),
  );
export const objectTo = (id: string, objection: Requests['ObjectRequest']) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/nomination/objections', { ...byId(id), body: objection }));
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
    queryFn: () => answer(ballot.GET('/api/ballot/ballots/{id}/relatives', byId(id))),
  });
}

export const declareRelatives = (id: string, pair: Requests['DeclareRelativesRequest']) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/relatives', { ...byId(id), body: pair }));
export const withdrawRelatives = (id: string, memberIds: string[]) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/relatives/withdrawal', { ...byId(id), body: { memberIds } }));
