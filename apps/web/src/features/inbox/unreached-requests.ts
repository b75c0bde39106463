import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, notifier } from '../../api/client.js';
import type { operations } from '../../api/generated/notifier.js';
import type { UnreachedPage } from '../../api/shapes.js';

/** Which of those whom no way reached. */
export type UnreachedFilter = Omit<NonNullable<operations['UnreachedController_page']['parameters']['query']>, 'page' | 'pageSize'>;

/** A page of those whom no mail reached, the latest first. */
export function useUnreached(filter: UnreachedFilter, page: number, pageSize: number): UseQueryResult<UnreachedPage> {
  const query = { page, pageSize, ...filter };
  return useQuery({
    queryKey: ['unreached', query],
    queryFn: () => answer(notifier.GET('/api/notifier/unreached', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** All of them as a workbook. */
export const fetchUnreachedFile = (filter: UnreachedFilter, language: 'zh-CN' | 'en'): Promise<Blob> =>
  answer(
    notifier.GET('/api/notifier/unreached/people.xlsx', { params: { query: { ...filter, language } }, parseAs: 'blob' }),
  ) as unknown as Promise<Blob>;
