import type { TestTokens } from './test-tokens.js';

/** Somebody in whose name requests are sent. */
export interface SignedIn {
  readonly id: string;
  readonly organisationId: string;
}

/** An answer of a service under test. Tests look into the body as they need. */
export interface Answer {
  readonly status: number;
  /** What JSON says; null where there is nothing. */
  readonly body: ReturnType<JSON['parse']>;
}

export type ServiceMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What sends requests to a service in somebody's name. */
export interface ServiceClient {
  send(method: ServiceMethod, path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  put(path: string, body: object): Promise<Answer>;
  patch(path: string, body: object): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** The header that says whose a request is: of a sign-in of its own, unless one is named. Nobody has none. */
export async function authorisationOf(tokens: TestTokens, person: SignedIn | null, signInId?: string): Promise<Record<string, string>> {
  if (!person) return {};
  const claims = signInId === undefined ? {} : { sid: signInId };
  return { authorization: `Bearer ${await tokens.tokenFor(person.id, person.organisationId, claims)}` };
}

/** Clients of a service whose paths all begin with an address: as somebody, or as nobody. */
export const serviceClients =
  (address: string, tokens: TestTokens) =>
  (person: SignedIn | null, signInId?: string): ServiceClient => {
    const send: ServiceClient['send'] = async (method, path, body, more = {}) => {
      const headers = {
        ...(await authorisationOf(tokens, person, signInId)),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...more,
      };
      const response = await fetch(`${address}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    };
    return {
      send,
      get: (path) => send('GET', path),
      post: (path, body, headers) => send('POST', path, body, headers),
      put: (path, body) => send('PUT', path, body),
      patch: (path, body) => send('PATCH', path, body),
      delete: (path) => send('DELETE', path),
    };
  };
