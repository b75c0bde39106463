import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../../api/client.js';
import type { components } from '../../../api/generated/ballot.js';

type Shapes = components['schemas'];
export type Draft = Shapes['DraftBallotRequest'];
/** What shall be otherwise. */
export type Revision = Omit<Shapes['ReviseBallotRequest'], 'version'>;
export type Preset = Shapes['PresetsAnswer']['items'][number];
export type SentRules = Shapes['RulesRequest'];
export type SentProcedure = Shapes['ProcedureRequest'];

/** Rules to start from, with what their sources ask. */
export function usePresets(): UseQueryResult<readonly Preset[]> {
  return useQuery({
    queryKey: ['presets'],
    queryFn: () => answer(ballot.GET('/api/ballot/presets')),
    select: ({ items }) => items,
    staleTime: Infinity,
  });
}

/** Drafts a ballot; the same key drafts once. */
export const draftBallot = (draft: Draft, key: string) =>
  answer(ballot.POST('/api/ballot/ballots', { body: draft, params: { header: { 'idempotency-key': key } } }));
export const reviseBallot = (id: string, revision: Shapes['ReviseBallotRequest']) =>
  answer(ballot.PATCH('/api/ballot/ballots/{id}', { params: { path: { id } }, body: revision }));

/** Sets texts that candidates handed in, on the version that was read. */
export const describeCandidates = (id: string, texts: Shapes['ProfileTextRequest'][], version: number) =>
  answer(ballot.PUT('/api/ballot/ballots/{id}/profiles', { params: { path: { id } }, body: { texts, version } }));

interface Portrayed {
  readonly id: string;
  readonly choiceId: string;
}

/** Sets somebody's picture, in place of the one before. */
export function setPicture(path: Portrayed, picture: Blob, version: number) {
  const form = new FormData();
  form.append('file', picture);
  return answer(
    ballot.PUT('/api/ballot/ballots/{id}/profiles/{choiceId}/picture', {
      params: { path, query: { version } },
      body: { file: '' },
      bodySerializer: () => form,
    }),
  );
}

export const removePicture = (path: Portrayed, version: number) =>
  answer(ballot.DELETE('/api/ballot/ballots/{id}/profiles/{choiceId}/picture', { params: { path, query: { version } } }));
