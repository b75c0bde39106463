/** Where a delegate is seen from the desk: not come yet (未到), in the room (在场), gone again (离场). */
export const ATTENDANCE_STANDINGS = ['EXPECTED', 'HERE', 'LEFT'] as const;
export type AttendanceStanding = (typeof ATTENDANCE_STANDINGS)[number];

// The desk cannot open before the session does: where that was late itself, nobody is late who came while it served its first queue.
const FIRST_QUEUE_MS = 30 * 60_000;

/** Whoever signs in after this instant comes late: the announced beginning, or half an hour after a desk that opened late. Null before the desk opens. */
export function lateFrom({ opensAt, openedAt }: { readonly opensAt: Date; readonly openedAt: Date | null }): Date | null {
  if (openedAt === null) return null;
  return openedAt <= opensAt ? opensAt : new Date(openedAt.getTime() + FIRST_QUEUE_MS);
}
