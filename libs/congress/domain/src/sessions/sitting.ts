import { type Change, inSequence } from '../change.js';
import { CongressErrors } from '../congress.errors.js';
import { hasVote, type Member } from '../members/member.js';
import { type Attendance, type AttendanceChanged, followRoll, isPresent, openDesk } from './attendance.js';
import {
  addDelegation,
  changeDelegation,
  type DelegationAmendment,
  endSeat,
  entitledIn,
  giveSeat,
  giveSeats,
  type NewDelegation,
  type NewSeat,
  type Seating,
  type SeatingChange,
  type SeatingEvent,
  seatsByMember,
} from './seating.js';
import { closeSession, type LatePapers, openSession, type Session, type SessionEvent } from './session.js';

/** Whatever can happen to a session, its seats and its sign-in desk. */
export type SittingEvent = SessionEvent | SeatingEvent | AttendanceChanged;

/** A session with who sits in it and who is there: what must agree at every moment. */
export interface Sitting {
  readonly session: Session;
  readonly seating: Seating;
  readonly attendance: Attendance;
}

export type SittingChange = Change<Sitting, SittingEvent>;

/** Opens session and sign-in desk. @throws as {@link openSession} */
export function openSitting(sitting: Sitting, at: Date, papers?: LatePapers): SittingChange {
  const entitled = entitledIn(sitting.seating);
  const { state: session, events } = openSession(sitting.session, at, entitled, papers);
  return { state: { ...sitting, session, attendance: openDesk(sitting.attendance, at, entitled) }, events };
}

/** @throws `congress.session-state` */
export function closeSitting(sitting: Sitting, at: Date): SittingChange {
  const { state: session, events } = closeSession(sitting.session, at);
  return { state: { ...sitting, session }, events };
}

/** @throws as {@link addDelegation} */
export const formDelegation = (sitting: Sitting, given: NewDelegation): SittingChange =>
  seated(sitting, addDelegation(sitting.seating, sitting.session, given));

/** @throws as {@link changeDelegation} */
export const amendDelegation = (sitting: Sitting, id: string, changes: DelegationAmendment & { readonly read?: number }): SittingChange =>
  seated(sitting, changeDelegation(sitting.seating, sitting.session, id, changes));

/** Seats a member, or moves the seat; the base of the quorum follows. @throws as {@link giveSeat} */
export const seatMember = (sitting: Sitting, seat: NewSeat, at: Date, read?: number): SittingChange =>
  seatsChanged(sitting, giveSeat(sitting.seating, sitting.session, seat, read), at);

/** The same for many in one go, however large the hall. @throws as {@link giveSeats}: then nobody is seated */
export const seatMembers = (sitting: Sitting, seats: readonly NewSeat[], at: Date): SittingChange =>
  seatsChanged(sitting, giveSeats(sitting.seating, sitting.session, seats), at);

/** Ends a mandate. @throws `congress.seat-present` while the member is signed in, and as {@link endSeat} */
export function unseatMember(
  sitting: Sitting,
  memberId: string,
  ending: { readonly reason: string; readonly read: number },
  at: Date,
): SittingChange {
  if (sitting.session.state === 'OPEN' && isPresent(sitting.attendance, memberId)) throw CongressErrors.seatPresent(memberId);
  return withoutSeat(sitting, memberId, ending, at);
}

/**
 * The seats follow what became of their members: who has left has none (R18), who lost the vote attends without it (列席, R21). That somebody
 * is no longer in the room is told behind all changes of the roll.
 */
export function followMembers(sitting: Sitting, members: readonly FollowedMember[], at: Date): SittingChange {
  const seats = seatsByMember(sitting.seating);
  const withoutVote = members.flatMap((member): NewSeat[] => {
    const seat = seats.get(member.id);
    return member.active && seat?.kind === 'DELEGATE' && !hasVote(member) ? [{ ...seat, kind: 'ATTENDEE' }] : [];
  });
  const gone = members.filter(({ id, active }) => !active && seats.has(id));
  const moved = seatMembers(sitting, withoutVote, at);
  const ended = inSequence(moved.state, gone, (current, { id }) => withoutSeat(current, id, { reason: 'member-left' }, at));
  const events = [...moved.events, ...ended.events];
  const isOfRoll = ({ type }: SittingEvent) => type !== 'AttendanceChanged';
  return { state: ended.state, events: [...events.filter(isOfRoll), ...events.filter((event) => !isOfRoll(event))] };
}

type FollowedMember = Pick<Member, 'id' | 'active' | 'standing'>;

/** Who was in the room no longer counts. */
const withoutSeat = (
  sitting: Sitting,
  memberId: string,
  ending: { readonly reason: string; readonly read?: number },
  at: Date,
): SittingChange => seatsChanged(sitting, endSeat(sitting.seating, sitting.session, memberId, ending), at);

const seated = (sitting: Sitting, { state: seating, events }: SeatingChange): SittingChange => ({ state: { ...sitting, seating }, events });

/** Lets the desk follow what became of seats, in the order in which it happened. */
function seatsChanged(sitting: Sitting, change: SeatingChange, at: Date): SittingChange {
  const seats = new Map(seatsByMember(sitting.seating));
  const changes = change.events.flatMap((event) => {
    if (event.type !== 'DelegateSeated' && event.type !== 'DelegateUnseated') return [];
    const { memberId } = event.seat;
    const [before, after] = [seats.get(memberId) ?? null, event.type === 'DelegateSeated' ? event.seat : null];
    if (after) seats.set(memberId, after);
    else seats.delete(memberId);
    return [{ before, after }];
  });
  const followed = followRoll(sitting.attendance, changes, at);
  return { state: { ...sitting, seating: change.state, attendance: followed.state }, events: [...change.events, ...followed.events] };
}
