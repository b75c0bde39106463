/** A delegation (代表团) of a session, as far as proposals ask for it. */
export interface Delegation {
  readonly id: string;
  /** Null where it has no head, or who headed it has left. */
  readonly headMemberId: string | null;
  /** Its full delegates. */
  readonly delegateIds: readonly string[];
}
