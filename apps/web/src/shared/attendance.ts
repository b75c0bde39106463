import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, congress } from '../api/client.js';
import type { AttendanceView } from '../api/shapes.js';

const WATCH_MS = 15_000; // Attendance has no notice of its own: a hall that fills is asked about four times a minute.

/** Who is there as figures, of one session that is open; asked again and again. */
export function useAttendance(sessionId: string, watchMs = WATCH_MS): UseQueryResult<AttendanceView> {
  return useQuery({
    queryKey: ['attendance', sessionId],
    queryFn: () => answer(congress.GET('/api/congress/sessions/{id}/attendance', { params: { path: { id: sessionId } } })),
    refetchInterval: watchMs,
  });
}
