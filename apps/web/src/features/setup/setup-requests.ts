import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, byId, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

type Shapes = components['schemas'];
export type Term = Shapes['TermResponse'];
export type Delegate = Shapes['DelegateResponse'];
export type Delegation = Shapes['DelegationResponse'];
export type OfficeHolding = Shapes['OfficeResponse'];
export type Mandate = Shapes['MandateResponse'];
export type DelegateKind = Delegate['kind'];
export type Quorum = Shapes['FractionRequest'];

const PAGE_MAX = 200;

/** Everything that a change of the set-up may change on these pages. */
export const SET_UP_CHANGES = [
  ['readiness'],
  ['units'],
  ['terms'],
  ['sessions'],
  ['delegations'],
  ['delegates'],
  ['offices'],
  ['members'],
  ['me'],
] as const;

/** All pages of a list, one after the other. */
async function everyPage<T>(
  ask: (query: { page: number; pageSize: number }) => Promise<{ items: readonly T[]; total: number }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1, total = 1; (page - 1) * PAGE_MAX < total; page += 1) {
    const answered = await ask({ page, pageSize: PAGE_MAX });
    total = answered.total;
    all.push(...answered.items);
  }
  return all;
}

export function useTerms(): UseQueryResult<readonly Term[]> {
  return useQuery({
    queryKey: ['terms'],
    queryFn: () => everyPage((query) => answer(congress.GET('/api/congress/terms', { params: { query } }))),
  });
}

/** Everybody who sits in a session. */
export function useDelegates(sessionId: string): UseQueryResult<readonly Delegate[]> {
  const path = { id: sessionId };
  return useQuery({
    queryKey: ['delegates', sessionId],
    queryFn: () => everyPage((query) => answer(congress.GET('/api/congress/sessions/{id}/delegates', { params: { path, query } }))),
  });
}

/** Who holds which office; with the past, also who was relieved. */
export function useOffices(past: boolean): UseQueryResult<readonly OfficeHolding[]> {
  return useQuery({
    queryKey: ['offices', String(past)],
    queryFn: () => everyPage((query) => answer(congress.GET('/api/congress/offices', { params: { query: { ...query, past } } }))),
  });
}

export function useMandates(): UseQueryResult<readonly Mandate[]> {
  return useQuery({
    queryKey: ['mandates'],
    queryFn: () => everyPage((query) => answer(congress.GET('/api/congress/mandates', { params: { query } }))),
  });
}

export const setUpUnit = (body: Shapes['SetUpUnitRequest']) => answer(congress.POST('/api/congress/units', { body }));
export const renameUnit = (id: string, body: Shapes['RenameUnitRequest']) =>
  answer(congress.PATCH('/api/congress/units/{id}', { ...byId(id), body }));
export const setUpTerm = (body: Shapes['SetUpTermRequest']) => answer(congress.POST('/api/congress/terms', { body }));
export const setUpSession = (body: Shapes['SetUpSessionRequest']) => answer(congress.POST('/api/congress/sessions', { body }));
export const formDelegation = (id: string, body: Shapes['FormDelegationRequest']) =>
  answer(congress.POST('/api/congress/sessions/{id}/delegations', { ...byId(id), body }));
export const amendDelegation = (id: string, delegationId: string, body: Shapes['AmendDelegationRequest']) =>
  answer(congress.PATCH('/api/congress/sessions/{id}/delegations/{delegationId}', { params: { path: { id, delegationId } }, body }));
export const seatDelegate = (id: string, body: Shapes['SeatDelegateRequest']) =>
  answer(congress.POST('/api/congress/sessions/{id}/delegates', { ...byId(id), body }));
export const seatMany = (id: string, body: Shapes['SeatManyRequest']) =>
  answer(congress.POST('/api/congress/sessions/{id}/delegates/list', { ...byId(id), body }));
export const unseatDelegate = (id: string, memberId: string, body: Shapes['UnseatDelegateRequest']) =>
  answer(congress.DELETE('/api/congress/sessions/{id}/delegates/{memberId}', { params: { path: { id, memberId } }, body }));
export const assignOffice = (body: Shapes['AssignOfficeRequest']) => answer(congress.POST('/api/congress/offices', { body }));
export const relieveOffice = (id: string) => answer(congress.DELETE('/api/congress/offices/{id}', byId(id)));
