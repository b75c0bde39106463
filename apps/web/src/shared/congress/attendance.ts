import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../../api/client.js';
import type { AttendanceView } from '../../api/shapes.js';

const WATCH_MS = 15_000; // Attendance has no notice of its own: a hall that fills is asked about four times a minute.

/** What a sign-in or sign-out changes. */
export const ATTENDANCE_CHANGES = [['attendance'], ['me'], ['ballots'], ['ballot']] as const;

/** How full a session is and where the reader is in it, asked again and again; nothing where there is no session. */
export function useAttendance(sessionId: string | null, watchMs = WATCH_MS): UseQueryResult<AttendanceView> {
  return useQuery({
    queryKey: ['attendance', sessionId, 'figures'],
    queryFn: () => answer(congress.GET('/api/congress/sessions/{id}/attendance', { params: { path: { id: sessionId ?? '' } } })),
    enabled: sessionId !== null,
    refetchInterval: watchMs,
  });
}

/** Signs oneself in, or somebody else at the desk. */
export const signInto = (id: string, memberId?: string) =>
  answer(
    congress.POST('/api/congress/sessions/{id}/attendance', { params: { path: { id } }, body: memberId === undefined ? {} : { memberId } }),
  );

/** Notes that somebody left. */
export const signOutOf = (id: string, memberId: string) =>
  answer(congress.DELETE('/api/congress/sessions/{id}/attendance/{memberId}', { params: { path: { id, memberId } } }));
