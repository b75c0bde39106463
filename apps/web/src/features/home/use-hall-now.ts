import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, ballot } from '../../api/client.js';
import type { AttendanceView, BallotRow, MeView } from '../../api/shapes.js';
import { useAttendance } from '../../shared/congress/attendance.js';
import { useMe } from '../../shared/congress/use-me.js';
import { type HallNow, hallNow, openMandateOf } from './hall-now.js';
import { usePendingBallotTasks } from './tasks/use-pending-ballot-tasks.js';

const WATCH_MS = 15_000; // A session or a vote that opens shows on every phone within a quarter of a minute.
const LATEST = 10; // What the hall does now is among its last few votes.

/** The sitting that somebody is part of now, how full it is, and what it asks of them. */
export interface Hall {
  readonly mandate: MeView['mandates'][number];
  readonly attendance: AttendanceView;
  readonly now: HallNow;
}

/** The latest votes of a sitting: of one that others take part in nobody is notified. */
function useLatestBallots(sessionId: string | null): UseQueryResult<readonly BallotRow[]> {
  return useQuery({
    queryKey: ['ballots', 'latest', sessionId],
    queryFn: () => answer(ballot.GET('/api/ballot/ballots', { params: { query: { sessionId: sessionId ?? '', pageSize: LATEST } } })),
    select: ({ items }) => items,
    enabled: sessionId !== null,
    refetchInterval: WATCH_MS,
  });
}

/** Null where no session is on in which this person has a seat; undefined as long as that is not known. */
export function useHallNow(): Hall | null | undefined {
  const me = useMe(WATCH_MS);
  const mandate = me.data ? openMandateOf(me.data) : null;
  const attendance = useAttendance(mandate?.sessionId ?? null);
  const owed = usePendingBallotTasks();
  const ballots = useLatestBallots(mandate?.sessionId ?? null);
  if (!me.data) return undefined;
  if (!mandate) return null;
  if (!attendance.data || owed.isPending) return undefined;
  const { own } = attendance.data;
  if (!own) return null;
  return { mandate, attendance: attendance.data, now: hallNow(own.standing, owed.data ?? [], ballots.data ?? [], mandate.sessionId) };
}
