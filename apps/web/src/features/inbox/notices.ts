import type { NoticeKind } from '@plenum/contracts';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, notifier } from '../../api/client.js';
import type { NoticePage } from '../../api/shapes.js';

/** What a changed notice changes. */
export const NOTICE_CHANGES = [['notices']] as const;

/** What of the inbox is shown. */
export interface NoticeFilter {
  readonly isUnreadOnly: boolean;
  readonly kind?: NoticeKind | undefined;
  /** Days, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly search?: string | undefined;
}

/** A page of notices, the latest first. */
export function useNotices({ isUnreadOnly, ...filter }: NoticeFilter, page: number, pageSize: number): UseQueryResult<NoticePage> {
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  const query = { page, pageSize, ...(isUnreadOnly ? { unread: true } : {}), ...asked };
  return useQuery({
    queryKey: ['notices', query],
    queryFn: () => answer(notifier.GET('/api/notifier/notices', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

/** How many notices are unread; 0 while not known. */
export function useUnreadCount(): number {
  return useNotices({ isUnreadOnly: true }, 1, 1).data?.total ?? 0;
}

/** Marks everything as read that came until now. */
export const markAllRead = () => answer(notifier.POST('/api/notifier/notices/reading'));
/** Marks a notice as read. */
export const markRead = (id: string) => answer(notifier.POST('/api/notifier/notices/{id}/reading', { params: { path: { id } } }));
