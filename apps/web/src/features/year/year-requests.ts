import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, byId, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

type Shapes = components['schemas'];
export type DutiesView = Shapes['DutiesResponse'];
export type DutyView = Shapes['DutyResponse'];
export type RuleView = Shapes['DutyRuleResponse'];
export type RulesView = Shapes['DutyRulesResponse'];
export type PresetView = Shapes['DutyPresetResponse'];
export type RuleRequest = Shapes['DefineDutyRuleRequest'];
export type EvidenceRequest = Omit<Shapes['SettleDutyRequest'], 'version'>;
export type DutyStanding = DutyView['standing'];

/** What a change of a duty or of a rule changes. */
export const YEAR_CHANGES = [['duties'], ['duty-rules']] as const;

/** The duties of the school year that begins in this year; of the one that runs where none is named. */
export const useDuties = (schoolYear: number | null): UseQueryResult<DutiesView> =>
  useQuery({
    queryKey: ['duties', schoolYear],
    queryFn: () => answer(congress.GET('/api/congress/duties', { params: { query: schoolYear === null ? {} : { schoolYear } } })),
  });

/** The rules, with the usual ones to begin with. */
export const useRules = (): UseQueryResult<RulesView> =>
  useQuery({ queryKey: ['duty-rules'], queryFn: () => answer(congress.GET('/api/congress/duty-rules')) });

export const defineRule = (body: RuleRequest) => answer(congress.POST('/api/congress/duty-rules', { body }));
export const amendRule = (id: string, rule: RuleRequest, version: number) =>
  answer(congress.PUT('/api/congress/duty-rules/{id}', { ...byId(id), body: { ...rule, version } }));
export const stopRule = (id: string, reason: string, version: number) =>
  answer(congress.POST('/api/congress/duty-rules/{id}/stop', { ...byId(id), body: { reason, version } }));
export const settleDuty = (id: string, evidence: EvidenceRequest, version: number) =>
  answer(congress.POST('/api/congress/duties/{id}/settlement', { ...byId(id), body: { ...evidence, version } }));
export const waiveDuty = (id: string, reason: string, version: number) =>
  answer(congress.POST('/api/congress/duties/{id}/waiver', { ...byId(id), body: { reason, version } }));
