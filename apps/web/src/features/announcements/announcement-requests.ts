import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, notifier } from '../../api/client.js';
import type { components } from '../../api/generated/notifier.js';

type Schemas = components['schemas'];
export type Audience = Schemas['AudienceRequest'];
export type AudienceKind = Audience['kind'];
export type Announcement = Schemas['AnnouncementResponse'];

/** What an announcement changes: the list of them, how many are left today, and one's own inbox where one is among those it is for. */
export const ANNOUNCEMENT_CHANGES = [['announcements'], ['notices']] as const;

/** Those that were sent, the latest first. */
export const useAnnouncements = (page: number, pageSize: number): UseQueryResult<Schemas['AnnouncementPageResponse']> =>
  useQuery({
    queryKey: ['announcements', 'sent', page, pageSize],
    queryFn: () => answer(notifier.GET('/api/notifier/announcements', { params: { query: { page, pageSize } } })),
    placeholderData: keepPreviousData,
  });

/** How many an announcement would reach now, and how many may still be sent today; nothing is asked before it is clear for whom. */
export const useReach = (audience: Audience | null): UseQueryResult<Schemas['AnnouncementPreviewResponse']> =>
  useQuery({
    queryKey: ['announcements', 'reach', audience?.kind, audience?.id],
    queryFn: () => answer(notifier.POST('/api/notifier/announcements/preview', { body: { audience: audience as Audience } })),
    enabled: audience !== null,
  });

/** Sends it; the same key sends it once. */
export const announce = (body: Schemas['AnnounceRequest'], key: string) =>
  answer(notifier.POST('/api/notifier/announcements', { body, params: { header: { 'idempotency-key': key } } }));
