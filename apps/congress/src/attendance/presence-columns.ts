import { lateFrom } from '@plenum/calendar';
import type { Database } from '@plenum/database';

/** Whether another's hand noted that somebody came or went last. */
export const BY_DESK = 'COALESCE(s.moved_by <> s.member_id, false)';
/** Where somebody is, from their row of `seats`. */
export const ATTENDANCE_STATUS = `CASE WHEN s.present THEN 'HERE' WHEN s.first_arrived_at IS NULL THEN 'EXPECTED' ELSE 'LEFT' END`;
/** Whether somebody first came after the beginning, which is the statement's $2. */
export const LATE = 'COALESCE(s.first_arrived_at > $2, false)';

const BEGINNING = 'SELECT opens_at AS "opensAt", opened_at AS "openedAt" FROM sessions WHERE id = $1';

/** From when on somebody who comes to a session is late; null while nobody is. */
export async function beginningOf(database: Database, sessionId: string): Promise<Date | null> {
  const [beginning] = await database.query<{ opensAt: Date; openedAt: Date | null }>(BEGINNING, [sessionId]);
  return beginning ? lateFrom(beginning) : null;
}
