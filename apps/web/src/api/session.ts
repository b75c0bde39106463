/** Who is signed in, as the sign-in answers tell it. */
export interface SignedIn {
  readonly accessToken: string;
  readonly expiresInS: number;
  /** Under it the member's own devices keep what is not sent yet; nobody else is given it. */
  readonly keepingKey: string;
  readonly member: { readonly id: string; readonly name: string; readonly organisationId: string };
}

/**
 * `starting`: not known yet. Somebody whose sign-in has lapsed is still who they were: their page stays as it is, asks them to sign in
 * over it, and nobody else sees it meanwhile.
 */
export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'signed-out'; readonly cause: 'never-in' | 'left' }
  | { readonly status: 'signed-in'; readonly member: SignedIn['member']; readonly isLapsed: boolean };

/** Asks for a new access token by the refresh cookie; null when it is refused. */
export type RefreshRequest = () => Promise<SignedIn | null>;

/**
 * Who is signed in in this browser: tells a first-time visitor from somebody whose refresh cookie, which scripts cannot see, may still be
 * good; and tells every other tab at once who came and who left, by the `storage` event, which the oldest phones have. Empty once a
 * sign-in has lapsed.
 */
export const HINT = 'plenum.signed-in';
const REFRESH_LOCK = 'plenum.refresh';
// A token is traded a little before it is refused: a refusal costs a round trip, and stands in the log of the browser.
const RENEWED_BEFORE_MS = 20_000;

/**
 * The session of this tab. The access token and the keeping key live in this object only: never in storage, so nothing that outlives the
 * tab holds them. The refresh cookie is HttpOnly and rotates, so tabs take turns in refreshing.
 */
export class Session {
  #state: SessionState = { status: 'starting' };
  #token: string | null = null;
  #keepingKey: string | null = null;
  #expiresAt = 0;
  #refreshing: Promise<boolean> | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly askForToken: RefreshRequest,
    private readonly hints: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly now: () => number = Date.now,
  ) {}

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The token for the next request, or null. */
  get token(): string | null {
    return this.#token;
  }

  /** The key of what this device keeps for whoever is signed in, or null. It stays while a sign-in has lapsed, as the page does. */
  get keepingKey(): string | null {
    return this.#keepingKey;
  }

  /** Whether the token is about to be refused. */
  get isStale(): boolean {
    return this.#token !== null && this.now() >= this.#expiresAt - RENEWED_BEFORE_MS;
  }

  /** Finds out at the start of the tab whether the browser is still signed in. */
  async start(): Promise<void> {
    if (this.#state.status !== 'starting') return;
    if (this.#hint() === '') this.#become({ status: 'signed-out', cause: 'never-in' });
    else await this.refresh();
  }

  /** Takes over the answer of a sign-in. */
  open(answer: SignedIn): void {
    this.#token = answer.accessToken;
    this.#keepingKey = answer.keepingKey;
    this.#expiresAt = this.now() + answer.expiresInS * 1_000;
    // Written only when it changes: other tabs hear of every writing.
    if (this.#hint() !== answer.member.id) this.hints.setItem(HINT, answer.member.id);
    this.#become({ status: 'signed-in', member: answer.member, isLapsed: false });
  }

  /** Forgets everything; who left has left in every tab. */
  close(cause: 'never-in' | 'left'): void {
    this.#token = null;
    this.#keepingKey = null;
    if (cause === 'left') this.hints.removeItem(HINT);
    this.#become({ status: 'signed-out', cause });
  }

  /** What another tab wrote down: who left there has left here, and who signed in again there is in again here. */
  hear(hint: string | null): void {
    if (this.#state.status !== 'signed-in') return;
    if (hint === null) this.close('left');
    else if (hint !== '' && (this.#state.isLapsed || hint !== this.#state.member.id)) void this.refresh().catch(() => undefined);
  }

  /**
   * Renews the token, once for however many requests ask at the same time. False: signed out or lapsed. A lost network is thrown, and signs
   * nobody out.
   */
  refresh(): Promise<boolean> {
    this.#refreshing ??= inTurn(() => this.#renew()).finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /** Waits while the sign-in has lapsed. @returns whether somebody is signed in then: what they had asked for may go on */
  resumed(): Promise<boolean> {
    const answer = () => (this.#state.status === 'signed-in' ? (this.#state.isLapsed ? null : true) : false);
    return new Promise((resolve) => {
      const known = answer();
      if (known !== null) return resolve(known);
      const leave = this.subscribe(() => {
        const heard = answer();
        if (heard === null) return;
        leave();
        resolve(heard);
      });
    });
  }

  async #renew(): Promise<boolean> {
    const answer = await this.askForToken();
    if (answer !== null) this.open(answer);
    else this.#lapse();
    return answer !== null;
  }

  #lapse(): void {
    this.#token = null;
    this.hints.setItem(HINT, '');
    this.#become(this.#state.status === 'signed-in' ? { ...this.#state, isLapsed: true } : { status: 'signed-out', cause: 'never-in' });
  }

  readonly #hint = (): string => this.hints.getItem(HINT) ?? '';

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

/**
 * One tab at a time, where the browser offers locks (it does on https and on localhost). Elsewhere two tabs may trade the same cookie at
 * once: the service answers both with the same successor.
 */
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks ? locks.request(REFRESH_LOCK, work) : work();
}
