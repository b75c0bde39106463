import { answer, ballot } from '../../api/client.js';
import type { components } from '../../api/generated/ballot.js';

type Requests = components['schemas'];
export type Deciding = Requests['DecideVacancyRequest'];
export type SecondStage = Requests['SecondStageRequest'];
export type Preset = Requests['PresetsAnswer']['items'][number];

/** Records a decision about open seats. */
export const decideVacancy = (id: string, decision: Deciding) =>
  answer(ballot.POST('/api/ballot/ballots/{id}/vacancies', { params: { path: { id } }, body: decision }));

/** Prepares the election of officers from the elected; the same key prepares one. */
export const prepareSecondStage = (id: string, stage: SecondStage, key: string) =>
  answer(
    ballot.POST('/api/ballot/ballots/{id}/second-stage', { params: { path: { id }, header: { 'idempotency-key': key } }, body: stage }),
  );

export const presetList = () => answer(ballot.GET('/api/ballot/presets'));
