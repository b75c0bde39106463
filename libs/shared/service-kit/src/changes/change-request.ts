/** On whose behalf something is changed: a member who is signed in, or the system, which is no member. */
export interface Requester {
  /** What is changed is looked for in this organisation alone. */
  readonly organisationId: string;
  /** Null where the system acts. */
  readonly memberId: string | null;
}

/** The client's key for a request that it may send again, with what the request said. */
export interface Retry {
  readonly key: string | undefined;
  readonly content: unknown;
}

/** A change that is asked for: by whom, and as what it is kept in the audit trail. A service adds which thing it is about. */
export interface ChangeRequest<R extends Requester = Requester> {
  readonly actor: R;
  /** As the command is named: `review-proposal`. */
  readonly action: string;
  /** Where a retry is natural; left out, every request is a change of its own. */
  readonly retry?: Retry;
  /** The version that the change was made on; left out, whatever stands is changed. */
  readonly read?: number | undefined;
}
