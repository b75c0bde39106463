import type { AttendanceView, BallotState, BallotView } from '../../../api/shapes.js';
import { hasSealed } from '../../../shared/ballot/channels.js';

const AFTER: readonly BallotState[] = ['CLOSED', 'TALLIED', 'SIGNED', 'DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED'];
type Paper = 'credential' | 'slip' | 'paper';
type Standing = NonNullable<AttendanceView['own']>['standing'];
type PresenceTextKey = 'traces.never' | `traces.${Standing}.${'byDesk' | 'self'}`;

/** Whether a ballot is one after which everybody is told what was noted of them: what they held, and who made them present. */
export const leavesTraces = ({ channel, state }: Pick<BallotView, 'channel' | 'state'>): boolean =>
  hasSealed(channel) && AFTER.includes(state);

/** How somebody came to be there, by a key of the words and an instant; null where they have no seat, or it is not known yet. */
export function presenceCauseOf(
  own: AttendanceView['own'] | undefined,
): { readonly textKey: PresenceTextKey; readonly at: string | null } | null {
  if (!own) return null;
  if (!own.since) return { textKey: 'traces.never', at: null };
  return { textKey: `traces.${own.standing}.${own.byDesk ? 'byDesk' : 'self'}`, at: own.since };
}

/** What somebody held, by a key of the words: whoever was absent finds that it was nothing, or that somebody acted in their name. */
export const heldBy = (holds: Paper | null): `traces.holds.${Paper | 'nothing'}` => `traces.holds.${holds ?? 'nothing'}`;
