import type { MeView, SessionView } from '../../api/shapes.js';
import { runsSession } from '../../shared/congress/runs-session.js';

const SOON_MS = 12 * 3_600_000; // The evening before: whoever looks then is told; weeks before it is no task.

/** The sessions that somebody runs today: those that are on, and those about to begin. */
export const sessionsToRun = (sessions: readonly SessionView[], me: MeView, now: Date): readonly SessionView[] =>
  sessions.filter(
    ({ id, state, opensAt }) =>
      runsSession(me, id) && (state === 'OPEN' || (state === 'SET_UP' && Date.parse(opensAt) - now.getTime() < SOON_MS)),
  );
