import type { Problem } from '@plenum/contracts';

/** What came back from an endpoint, whatever it was. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An endpoint that refused where a yes was expected; the message holds all that is needed to see why. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly asked: string,
    readonly status: number,
    readonly problem: Problem | undefined,
  ) {
    super(`${asked} was answered ${status} ${JSON.stringify(problem)}`);
  }

  /** The stable code of the refusal. */
  get code(): string | undefined {
    return this.problem?.type;
  }
}

const ABOUT = /^.*\/(?:ballots|sessions|roster-imports|history-imports|calls|commitments|proposals)\/[^/?]+/; // What an endpoint is about.
const ANSWER_WITHIN_MS = 60_000;
const RENEWED_AFTER_MS = 480_000; // An access token lives ten minutes.

type HeaderFields = Readonly<Record<string, string>>;

/** Somebody who asks at the public endpoints of a house: nobody in particular, until a header says who. */
export class ApiClient {
  constructor(
    readonly houseUrl: string,
    private readonly headersNow: () => Promise<HeaderFields> = async () => ({}),
  ) {}

  /** The same endpoints, with more headers. */
  with(headers: HeaderFields): ApiClient {
    return new ApiClient(this.houseUrl, async () => ({ ...(await this.headersNow()), ...headers }));
  }

  /** Asks and takes any answer. */
  async ask<T = unknown>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
    const isForm = body instanceof FormData;
    const answer = await fetch(new URL(path, this.houseUrl), {
      method,
      headers: { ...(await this.headersNow()), ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      redirect: 'manual', // Where it leads is part of the answer.
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await answer.text();
    return { status: answer.status, body: (isJson(answer) && text !== '' ? JSON.parse(text) : text) as T, headers: answer.headers };
  }

  /** A file, as bytes. @throws Refused */
  async download(path: string): Promise<Uint8Array> {
    const answer = await fetch(new URL(path, this.houseUrl), {
      headers: await this.headersNow(),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!answer.ok) throw new Refused(`GET ${path}`, answer.status, (await answer.json()) as Problem);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Looks at what is a stream when it is given: the status and the first of it. */
  async peek(path: string): Promise<Answer<string>> {
    const leave = new AbortController();
    const answer = await fetch(new URL(path, this.houseUrl), { headers: await this.headersNow(), signal: leave.signal });
    const first = await answer.body?.getReader().read();
    leave.abort();
    return { status: answer.status, body: new TextDecoder().decode(first?.value), headers: answer.headers };
  }

  get<T>(path: string): Promise<T> {
    return this.expect<T>('GET', path);
  }

  post<T = unknown>(path: string, body?: unknown): Promise<T> {
    return this.expect<T>('POST', path, body);
  }

  /** Decides on a ballot, a session, a proposal, a call or a roster as it stands: by the version that was read. @throws Refused */
  async decide<T = unknown>(path: string, body: object = {}, method: Method = 'POST'): Promise<T> {
    return this.expect<T>(method, path, await this.onWhatIsRead(path, body));
  }

  /** Does something to the work of the only unit that handles a proposal, as it reads now. @throws Refused */
  async decideOnWork<T = unknown>(proposal: string, deed: string, said: object = {}): Promise<T> {
    const { id, version } = await this.workOn(proposal);
    return this.post<T>(`${proposal}/handlings/${id}/${deed}`, { ...said, version });
  }

  /** The work of the first unit that handles the proposal at this address. @throws Refused; RangeError where there is none */
  async workOn(proposal: string): Promise<{ readonly id: string; readonly version: number }> {
    const [work] = (await this.get<{ handlings: readonly { id: string; version: number }[] }>(proposal)).handlings;
    if (work === undefined) throw new RangeError('nobody handles it');
    return work;
  }

  /** What such a decision sends, with the version that stands; `path` is that of what it is about, or of an endpoint below it. */
  async onWhatIsRead(path: string, body: object = {}): Promise<object> {
    return { ...body, version: await this.versionAt(path) };
  }

  /** Which version stands, by the path of what it is about or of an endpoint below it. @throws Refused */
  async versionAt(path: string): Promise<number> {
    return (await this.get<{ readonly version: number }>(ABOUT.exec(path)?.[0] ?? path)).version;
  }

  /** Signs the tally of the ballot at its address, as it reads now. @throws Refused */
  async sign<T = unknown>(ballot: string): Promise<T> {
    return this.post<T>(`${ballot}/signatures`, await this.onTheTally(ballot));
  }

  /** What a signature sends: which tally it stands under. */
  async onTheTally(ballot: string): Promise<object> {
    const { digest } = await this.get<{ readonly digest: string }>(`${ballot}/result`);
    return { digest };
  }

  put<T = unknown>(path: string, body?: unknown): Promise<T> {
    return this.expect<T>('PUT', path, body);
  }

  patch<T = unknown>(path: string, body?: unknown): Promise<T> {
    return this.expect<T>('PATCH', path, body);
  }

  delete<T = unknown>(path: string, body?: unknown): Promise<T> {
    return this.expect<T>('DELETE', path, body);
  }

  /** Asks and expects to be served. @throws Refused */
  private async expect<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const answer = await this.ask<T | Problem>(method, path, body);
    if (answer.status >= 400) throw new Refused(`${method} ${path}`, answer.status, answer.body as Problem);
    return answer.body as T;
  }
}

const isJson = (answer: Response): boolean => /[/+]json\b/.test(answer.headers.get('content-type') ?? '');

/**
 * Somebody who is signed in. Whoever can sign in anew does so before the access token runs out: a walk on a busy machine takes longer than
 * that.
 */
export class Person extends ApiClient {
  private since = performance.now();

  constructor(
    houseUrl: string,
    readonly memberId: string,
    readonly staffNo: string,
    private current: string,
    private readonly renewed: (() => Promise<string>) | null = null,
  ) {
    super(houseUrl, async () => ({ authorization: `Bearer ${await this.fresh()}` }));
  }

  /** The access token of the latest sign-in. */
  get token(): string {
    return this.current;
  }

  private async fresh(): Promise<string> {
    if (this.renewed && performance.now() - this.since > RENEWED_AFTER_MS) {
      this.since = performance.now();
      this.current = await this.renewed();
    }
    return this.current;
  }
}
