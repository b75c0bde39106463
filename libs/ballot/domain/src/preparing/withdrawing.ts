import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { cancelledAppointments } from '../timing/appointments.js';

export const DELETE_DRAFT: Policy = { action: 'delete-draft', who: organiser, from: ['RULES_DRAFT'] };

/** Whether a draft may be thrown away: nobody has heard of it yet. @throws `ballot.not-an-organiser`, `ballot.wrong-state` */
export function assertMayDelete(ballot: Ballot, by: Authority): void {
  assertAllowed(DELETE_DRAFT, ballot, by);
}

export const CALL_OFF: Policy = { action: 'call-off', who: organiser, from: ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'] };

/**
 * Calls off a vote that was announced and not opened, with its reason: whoever heard of it hears of this. It stays readable, nothing
 * appointed is carried out any more, and it may be held again. Once it is open it can only be annulled.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`
 */
export function callOff(ballot: Ballot, by: Authority, reason: string, at: Date): Change {
  assertAllowed(CALL_OFF, ballot, by, at);
  return changed(
    ballot,
    { state: 'ANNULLED', annulment: { reason, by: by.memberId, at }, appointments: cancelledAppointments(ballot, at) },
    { type: 'BallotCalledOff', reason },
  );
}

/** Whether it came to nothing before anybody could vote. */
export const isCalledOff = ({ state, openedAt }: Pick<Ballot, 'state' | 'openedAt'>): boolean => state === 'ANNULLED' && openedAt === null;
