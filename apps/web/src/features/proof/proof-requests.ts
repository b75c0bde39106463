import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, notifier } from '../../api/client.js';
import type { components, operations } from '../../api/generated/notifier.js';

type Schemas = components['schemas'];
export type ServedMatter = Schemas['ServedMatterResponse'];
export type ServedPerson = Schemas['ServedPersonResponse'];
export type Proof = Schemas['ProofResponse'];
export type PaperListEntry = Schemas['PaperListEntryResponse'];
export type ProofFilter = NonNullable<NonNullable<operations['ProofController_one']['parameters']['query']>['only']>;

/** What recording or correcting a signature changes: every proof, and who is not reached. */
export const SIGNATURE_CHANGES = [['proofs'], ['unreached']] as const;

/** What people were told that organisers may prove, the latest first. */
export const useServedMatters = (page: number, pageSize: number): UseQueryResult<Schemas['ServedMatterPageResponse']> =>
  useQuery({
    queryKey: ['proofs', 'matters', page, pageSize],
    queryFn: () => answer(notifier.GET('/api/notifier/proofs', { params: { query: { page, pageSize } } })),
    placeholderData: keepPreviousData,
  });

/** Of whom the proof is shown. */
export interface ProofAsked {
  readonly only?: ProofFilter | undefined;
  readonly search?: string | undefined;
}

/** What proves that each of those who were told something was. */
export function useProof(id: string, { only, search }: ProofAsked, page: number, pageSize: number): UseQueryResult<Proof> {
  const query = { page, pageSize, ...(only === undefined ? {} : { only }), ...(search === undefined ? {} : { search }) };
  return useQuery({
    queryKey: ['proofs', 'proof', id, query],
    queryFn: () => answer(notifier.GET('/api/notifier/proofs/{id}', { params: { path: { id }, query } })),
    placeholderData: keepPreviousData,
  });
}

/** Who is still to be told on paper: whom nothing reached, and who has not opened it within so many days. */
export const usePaperList = (id: string, days: number): UseQueryResult<Schemas['PaperListResponse']> =>
  useQuery({
    queryKey: ['proofs', 'paper-list', id, days],
    queryFn: () => answer(notifier.GET('/api/notifier/proofs/{id}/paper-list', { params: { path: { id }, query: { days } } })),
    placeholderData: keepPreviousData,
  });

/** The proof as a workbook. */
export const fetchProofFile = (id: string, only: ProofFilter | undefined, language: 'zh-CN' | 'en'): Promise<Blob> =>
  answer(
    notifier.GET('/api/notifier/proofs/{id}/people.xlsx', {
      params: { path: { id }, query: { language, ...(only === undefined ? {} : { only }) } },
      parseAs: 'blob',
    }),
  ) as unknown as Promise<Blob>;

/** Records who signed on paper, and on which day. */
export const recordSignatures = (id: string, body: Schemas['RecordSignaturesRequest']) =>
  answer(notifier.POST('/api/notifier/proofs/{id}/signatures', { params: { path: { id } }, body }));

/** Corrects what was recorded of somebody. */
export const correctSignature = (id: string, memberId: string, body: Schemas['CorrectSignatureRequest']) =>
  answer(notifier.PUT('/api/notifier/proofs/{id}/signatures/{memberId}', { params: { path: { id, memberId } }, body }));
