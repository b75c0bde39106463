import { MalformedError } from '@plenum/kernel';
import { assertCurrent } from '../assert-current.js';
import { CongressErrors } from '../congress.errors.js';
import type { DelegateKind } from '../congress.vocabulary.js';
import { nameFault, tidyField } from '../members/member-fields.js';
import { Recorded } from '../recorded.js';
import type { Session } from './session.js';

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
export class Seating extends Recorded<SeatingEvent> {
  private readonly delegationsById: Map<string, Delegation>;
  private readonly seatsByMember: Map<string, Seat>;

  constructor(
    private readonly session: Pick<Session, 'assertState'>,
    delegations: readonly Delegation[],
    seats: readonly Seat[],
  ) {
    super();
    this.delegationsById = new Map(delegations.map((delegation) => [delegation.id, delegation]));
    this.seatsByMember = new Map(seats.map((seat) => [seat.memberId, seat]));
  }

  get seats(): readonly Seat[] {
    return [...this.seatsByMember.values()];
  }

  /** The full delegates: 应到. */
  get entitled(): number {
    return this.seats.filter(({ kind }) => kind === 'DELEGATE').length;
  }

  seatOf(memberId: string): Seat | null {
    return this.seatsByMember.get(memberId) ?? null;
  }

  /** @throws MalformedError on an unfit name, `congress.delegation-exists`, `congress.session-state` */
  formDelegation(given: NewDelegation): void {
    const delegation = this.fit({ ...given, version: 1 });
    this.delegationsById.set(delegation.id, delegation);
    this.record({ type: 'DelegationFormed', delegation });
  }

  /**
   * Gives a delegation another name or head; the same again is no change. `read` is the version that the change was made on.
   * @throws `congress.not-found` when the session has no such delegation, `congress.outdated`, and as {@link formDelegation}
   */
  amendDelegation(id: string, changes: Partial<Pick<Delegation, 'name' | 'headMemberId'>>, read?: number): void {
    const known = this.delegationsById.get(id);
    if (!known) throw CongressErrors.notFound('delegation');
    const delegation = this.fit({ ...known, ...changes });
    if (delegation.name === known.name && delegation.headMemberId === known.headMemberId) return;
    assertCurrent(known, read);
    const amended = { ...delegation, version: known.version + 1 };
    this.delegationsById.set(id, amended);
    this.record({ type: 'DelegationAmended', delegation: amended });
  }

  /**
   * Gives a member a seat, or moves the seat to another delegation or kind; the same seat again is no change. `read` is the version of the
   * seat that was read, 0 where there was none.
   * @throws `congress.not-found` when the session has no such delegation, `congress.session-state`, `congress.outdated`
   */
  seat(given: NewSeat, read?: number): void {
    this.assertChangeable();
    if (given.delegationId !== null && !this.delegationsById.has(given.delegationId)) throw CongressErrors.notFound('delegation');
    const known = this.seatsByMember.get(given.memberId);
    if (known && known.delegationId === given.delegationId && known.kind === given.kind) return;
    const version = known?.version ?? 0;
    assertCurrent({ version }, read);
    const seat = { ...given, version: version + 1 };
    this.seatsByMember.set(given.memberId, seat);
    this.record({ type: 'DelegateSeated', seat });
  }

  /**
   * Ends a mandate; `read` is the version of the seat that was read. @throws `congress.not-seated`, `congress.session-state`,
   * `congress.outdated`, MalformedError without a reason.
   */
  unseat(memberId: string, reason: string, read?: number): void {
    this.assertChangeable();
    const tidy = tidyField(reason);
    if (tidy === '' || tidy.length > REASON_LENGTH_MAX)
      throw new MalformedError([{ field: 'reason', reason: tidy === '' ? 'required' : 'too-long' }]);
    const seat = this.seatsByMember.get(memberId);
    if (!seat) throw CongressErrors.notSeated(memberId);
    assertCurrent(seat, read);
    this.seatsByMember.delete(memberId);
    this.record({ type: 'DelegateUnseated', seat, reason: tidy });
  }

  private fit(given: Delegation): Delegation {
    this.assertChangeable();
    const delegation = { ...given, name: tidyField(given.name) };
    const reason = nameFault(delegation.name);
    if (reason) throw new MalformedError([{ field: 'name', reason }]);
    const isTaken = [...this.delegationsById.values()].some(({ id, name }) => id !== delegation.id && name === delegation.name);
    if (isTaken) throw CongressErrors.delegationExists(delegation.name);
    return delegation;
  }

  private assertChangeable(): void {
    this.session.assertState('SET_UP', 'OPEN');
  }
}
