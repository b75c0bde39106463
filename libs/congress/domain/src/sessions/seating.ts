import { MalformedError } from '@plenum/kernel';
import { assertCurrent } from '../assert-current.js';
import { type Change, unchanged } from '../change.js';
import { CongressErrors } from '../congress.errors.js';
import type { DelegateKind } from '../congress.vocabulary.js';
import { nameFault, tidyField } from '../members/member-fields.js';
import { assertSessionState, type Session } from './session.js';

/** A group of delegates of a session (代表团) and its head. */
export interface Delegation {
  readonly id: string;
  readonly name: string;
  readonly headMemberId: string | null;
  readonly version: number;
}

/** What may be said of a new delegation. */
export type NewDelegation = Omit<Delegation, 'version'>;

/** A member's mandate in a session. */
export interface Seat {
  readonly memberId: string;
  readonly delegationId: string | null;
  readonly kind: DelegateKind;
  readonly version: number;
}

/** What may be said of a seat that is given. */
export type NewSeat = Omit<Seat, 'version'>;

/** What changed about who sits. */
export type SeatingEvent =
  | { readonly type: 'DelegationFormed'; readonly delegation: Delegation }
  | { readonly type: 'DelegationAmended'; readonly delegation: Delegation }
  | { readonly type: 'DelegateSeated'; readonly seat: Seat }
  | { readonly type: 'DelegateUnseated'; readonly seat: Seat; readonly reason: string };

const REASON_LENGTH_MAX = 200;

/** Who sits in a session, by delegation. It may change (增补, 撤换) until the session is closed. */
export interface Seating {
  readonly delegations: readonly Delegation[];
  readonly seats: readonly Seat[];
}

export type SeatingChange = Change<Seating, SeatingEvent>;

/** What may be changed about a delegation. */
export type DelegationAmendment = Partial<Pick<Delegation, 'name' | 'headMemberId'>>;

/** The session that the seats are of, by its state. */
type OfSession = Pick<Session, 'state'>;

/** How many full delegates are seated: 应到. */
export const entitledIn = ({ seats }: Seating): number => seats.filter(({ kind }) => kind === 'DELEGATE').length;

/** The seats by their members: to ask for many of them, since a hall may have thousands. */
export const seatsByMember = ({ seats }: Seating): ReadonlyMap<string, Seat> => new Map(seats.map((seat) => [seat.memberId, seat]));

/** @throws MalformedError on an unfit name, `congress.delegation-exists`, `congress.session-state` */
export function addDelegation(seating: Seating, session: OfSession, given: NewDelegation): SeatingChange {
  const delegation = fitDelegation(seating, session, { ...given, version: 1 });
  return {
    state: { ...seating, delegations: [...seating.delegations, delegation] },
    events: [{ type: 'DelegationFormed', delegation }],
  };
}

/**
 * Gives a delegation another name or head; the same again is no change. `read` is the version that the change was made on.
 * @throws `congress.not-found` when the session has no such delegation, `congress.outdated`, and as {@link addDelegation}
 */
export function changeDelegation(
  seating: Seating,
  session: OfSession,
  id: string,
  { read, ...changes }: DelegationAmendment & { readonly read?: number },
): SeatingChange {
  const known = seating.delegations.find((delegation) => delegation.id === id);
  if (!known) throw CongressErrors.notFound('delegation');
  const fit = fitDelegation(seating, session, { ...known, ...changes });
  if (fit.name === known.name && fit.headMemberId === known.headMemberId) return unchanged(seating);
  assertCurrent(known, read);
  const delegation = { ...fit, version: known.version + 1 };
  return {
    state: { ...seating, delegations: seating.delegations.map((each) => (each.id === id ? delegation : each)) },
    events: [{ type: 'DelegationAmended', delegation }],
  };
}

/**
 * Gives a member a seat, or moves the seat to another delegation or kind; the same seat again is no change. `read` is the version of the
 * seat that was read, 0 where there was none.
 * @throws `congress.not-found` when the session has no such delegation, `congress.session-state`, `congress.outdated`
 */
export const giveSeat = (seating: Seating, session: OfSession, given: NewSeat, read?: number): SeatingChange =>
  giveSeats(seating, session, [given], read);

/** The same for many in one go, each on what the one before left. @throws as {@link giveSeat}: then nobody is seated */
export function giveSeats(seating: Seating, session: OfSession, given: readonly NewSeat[], read?: number): SeatingChange {
  const seats = new Map(seatsByMember(seating));
  const delegationIds = new Set(seating.delegations.map(({ id }) => id));
  const events: SeatingEvent[] = [];
  for (const wanted of given) {
    assertChangeable(session);
    const { memberId, delegationId, kind } = wanted;
    if (delegationId !== null && !delegationIds.has(delegationId)) throw CongressErrors.notFound('delegation');
    const known = seats.get(memberId);
    if (known?.delegationId === delegationId && known.kind === kind) continue;
    const version = known?.version ?? 0;
    assertCurrent({ version }, read);
    const seat = { ...wanted, version: version + 1 };
    seats.set(memberId, seat);
    events.push({ type: 'DelegateSeated', seat });
  }
  return events.length === 0 ? unchanged(seating) : { state: { ...seating, seats: [...seats.values()] }, events };
}

/**
 * Ends a mandate; `read` is the version of the seat that was read. @throws `congress.not-seated`, `congress.session-state`,
 * `congress.outdated`, MalformedError without a reason.
 */
export function endSeat(
  seating: Seating,
  session: OfSession,
  memberId: string,
  { reason, read }: { readonly reason: string; readonly read?: number },
): SeatingChange {
  assertChangeable(session);
  const tidy = tidyField(reason);
  if (tidy === '' || tidy.length > REASON_LENGTH_MAX)
    throw new MalformedError([{ field: 'reason', reason: tidy === '' ? 'required' : 'too-long' }]);
  const seat = seating.seats.find((each) => each.memberId === memberId);
  if (!seat) throw CongressErrors.notSeated(memberId);
  assertCurrent(seat, read);
  return {
    state: { ...seating, seats: seating.seats.filter((each) => each !== seat) },
    events: [{ type: 'DelegateUnseated', seat, reason: tidy }],
  };
}

function fitDelegation({ delegations }: Seating, session: OfSession, given: Delegation): Delegation {
  assertChangeable(session);
  const delegation = { ...given, name: tidyField(given.name) };
  const reason = nameFault(delegation.name);
  if (reason) throw new MalformedError([{ field: 'name', reason }]);
  const isTaken = delegations.some(({ id, name }) => id !== delegation.id && name === delegation.name);
  if (isTaken) throw CongressErrors.delegationExists(delegation.name);
  return delegation;
}

const assertChangeable = (session: OfSession): void => assertSessionState(session, 'SET_UP', 'OPEN');
