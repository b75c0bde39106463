import { setTimeout as pause } from 'node:timers/promises';

const TRIES_MAX = 40;
const PAUSE_MS = 500;

/** A service said no: its status and stable code. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
  ) {
    super(`${what} was answered ${status} ${code}`);
  }
}

/** What may be sent along with a request. */
export interface ApiRequest {
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page of a list. */
export interface Listed<T> {
  readonly items: readonly T[];
}

/** The public API of the house, as somebody who is signed in or nobody in particular. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly signal: AbortSignal,
    private readonly token?: string,
  ) {}

  /** The same for somebody with an access token. */
  as(token: string): ApiClient {
    return new ApiClient(this.url, this.signal, token);
  }

  get<T>(path: string): Promise<T> {
    return this.#send<T>('GET', path, {});
  }

  post<T>(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.#send<T>('POST', path, { body, headers });
  }

  /** Decides on what stands at an address, as it reads there now: such a request names the version that was read. */
  async decide<T>(address: string, decision: string, said: object = {}): Promise<T> {
    const { version } = await this.get<{ readonly version: number }>(address);
    return this.postOnceHeard<T>(`${address}/${decision}`, { ...said, version });
  }

  /** Decides on the work of the only unit that handles the proposal at an address, as it reads there now. */
  async decideOnWork<T>(proposal: string, decision: string, said: object = {}): Promise<T> {
    const { handlings } = await this.get<{ readonly handlings: readonly { readonly id: string; readonly version: number }[] }>(proposal);
    const [work] = handlings;
    if (work === undefined) throw new RangeError('nobody handles it');
    return this.postOnceHeard<T>(`${proposal}/handlings/${work.id}/${decision}`, { ...said, version: work.version });
  }

  /** The same, where the password is asked for again to do it. */
  async decideConfirmed<T>(proposal: string, decision: 'rating', password: string, said: object): Promise<T> {
    const { handlings } = await this.get<{ readonly handlings: readonly { readonly id: string }[] }>(proposal);
    const asked = { password, act: 'rate-reply', about: handlings[0]?.id };
    const { confirmation } = await this.post<{ readonly confirmation: string }>('/api/congress/me/confirmations', asked);
    return this.decideOnWork<T>(proposal, decision, { ...said, confirmation });
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.#send<T>('PUT', path, { body });
  }

  upload<T>(path: string, form: FormData): Promise<T> {
    return this.#send<T>('POST', path, { form });
  }

  /** Like `post`, again and again while the answer is 403 or 404: what another service told may still be on its way. */
  async postOnceHeard<T>(path: string, body: unknown = {}): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.post<T>(path, body);
      } catch (error) {
        const isEarly = error instanceof ApiRefusal && [403, 404, 422].includes(error.status);
        if (!isEarly || tries >= TRIES_MAX) throw error;
        await pause(PAUSE_MS, undefined, { signal: this.signal });
      }
    }
  }

  async #send<T>(method: string, path: string, { body, form, headers }: ApiRequest): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(`${this.url}${path}`, {
        method,
        signal: this.signal,
        headers: {
          accept: 'application/json',
          ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
          ...(form === undefined && method !== 'GET' ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(method === 'GET' ? {} : { body: form ?? JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
      if (answer.status === 429 && tries < TRIES_MAX) {
        await pause(Number(answer.headers.get('retry-after') ?? 1) * 1000, undefined, { signal: this.signal });
        continue;
      }
      throw new ApiRefusal(answer.status, codeOf(text), `${method} ${path}`);
    }
  }
}

/** A step that a run had taken before it was killed is refused as a conflict: that is as good as done. */
export async function ignoreConflict(step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    if (!(error instanceof ApiRefusal && error.status === 409)) throw error;
  });
}

function codeOf(text: string): string {
  try {
    const { type, faults } = JSON.parse(text) as { type?: string; faults?: unknown };
    return faults === undefined ? (type ?? '') : `${type} ${JSON.stringify(faults)}`;
  } catch {
    return text.slice(0, 200);
  }
}
