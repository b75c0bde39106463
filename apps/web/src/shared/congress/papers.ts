import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, byId, congress } from '../../api/client.js';
import type { components } from '../../api/generated/congress.js';

export type PapersView = components['schemas']['PapersResponse'];
export type PaperView = PapersView['papers'][number];

const WATCH_MS = 30_000; // What is sent out is there without asking.

/** The papers of a session, for whoever has a seat in it or prepares it. */
export const usePapers = (sessionId: string, isEnabled = true): UseQueryResult<PapersView> =>
  useQuery({
    queryKey: ['papers', sessionId],
    queryFn: () => answer(congress.GET('/api/congress/sessions/{id}/papers', byId(sessionId))),
    enabled: isEnabled,
    refetchInterval: WATCH_MS,
  });
