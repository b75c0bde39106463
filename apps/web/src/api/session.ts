/** Who is signed in, as the sign-in answers tell it. */
export interface SignedIn {
  readonly accessToken: string;
  readonly expiresInS: number;
  readonly member: { readonly id: string; readonly name: string; readonly organisationId: string };
}

/** `starting`: not known yet. Signed out are people who never came in, who left, and whose sign-in has expired. */
export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'signed-out'; readonly cause: 'never-in' | 'left' | 'expired' }
  | { readonly status: 'signed-in'; readonly member: SignedIn['member'] };

/** Asks for a new access token by the refresh cookie; null when it is refused. */
export type RefreshDoor = () => Promise<SignedIn | null>;

/** Set while this browser holds a refresh cookie, which scripts cannot see: saves first-time visitors a refused request. */
const HINT = 'plenum.signed-in';
const REFRESH_LOCK = 'plenum.refresh';

/**
 * The session of this tab. The access token lives in this object only: never in storage, so nothing that outlives the tab holds it.
 * The refresh cookie is HttpOnly and rotates, so tabs take turns in refreshing.
 */
export class Session {
  #state: SessionState = { status: 'starting' };
  #token: string | null = null;
  #refreshing: Promise<boolean> | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly refreshDoor: RefreshDoor, private readonly hints: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {}

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The token for the next request, or null. */
  get token(): string | null {
    return this.#token;
  }

  /** Finds out at the start of the tab whether the browser is still signed in. */
  async start(): Promise<void> {
    if (this.#state.status !== 'starting') return;
    if (this.hints.getItem(HINT) === null) this.#become({ status: 'signed-out', cause: 'never-in' });
    else await this.refresh();
  }

  /** Takes over the answer of a sign-in. */
  open(answer: SignedIn): void {
    this.#token = answer.accessToken;
    this.hints.setItem(HINT, '1');
    this.#become({ status: 'signed-in', member: answer.member });
  }

  /** Forgets everything. */
  close(cause: 'never-in' | 'left' | 'expired'): void {
    this.#token = null;
    this.hints.removeItem(HINT);
    this.#become({ status: 'signed-out', cause });
  }

  /** Renews the token, once for however many requests ask at the same time. False: signed out. A lost network is thrown, and signs nobody out. */
  refresh(): Promise<boolean> {
    this.#refreshing ??= inTurn(() => this.#renew()).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #renew(): Promise<boolean> {
    const answer = await this.refreshDoor();
    if (answer === null) {
      this.close(this.#state.status === 'signed-in' ? 'expired' : 'never-in');
      return false;
    }
    this.open(answer);
    return true;
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** One tab at a time, where the browser offers locks (it does on https and on localhost). */
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks ? locks.request(REFRESH_LOCK, work) : work();
}
