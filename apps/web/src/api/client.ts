import createClient from 'openapi-fetch';
import { authorisedFetch } from './authorised-fetch.js';
import type { paths as BallotPaths } from './generated/ballot.js';
import type { paths as CongressPaths } from './generated/congress.js';
import type { paths as NotifierPaths } from './generated/notifier.js';
import type { paths as ProposalsPaths } from './generated/proposals.js';
import { ProblemError, problemOf } from './problem.js';
import { HINT, Session, type SignedIn } from './session.js';

/** Asked for by the routes that read the refresh cookie: another site's form cannot set it. */
const CLIENT_HEADERS = { 'x-plenum-client': 'web' };

/** The session of this tab; see {@link Session}. */
export const session: Session = new Session(refresh, localStorage);
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === HINT) session.hear(newValue);
});

const options = {
  headers: CLIENT_HEADERS,
  fetch: authorisedFetch(session, (request) => fetch(request)),
  querySerializer: { array: { style: 'form', explode: false } }, // Lists with commas between.
} as const;

/** The services, each as its OpenAPI document describes it. */
export const congress = createClient<CongressPaths>(options);
export const proposals = createClient<ProposalsPaths>(options);
export const ballot = createClient<BallotPaths>(options);
export const notifier = createClient<NotifierPaths>(options);

/** Requests without a token: they never wait for somebody to be signed in. */
export const entrance = createClient<CongressPaths>({ headers: CLIENT_HEADERS });

/** The same of who holds a link of a mail. */
export const noticesEntrance = createClient<NotifierPaths>({ headers: CLIENT_HEADERS });

/** What a request is about, where its path has an `{id}`. */
export const byId = (id: string) => ({ params: { path: { id } } });

/** What a call of a service came to. */
interface Exchange<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer to a request. @throws ProblemError when it is refused or fails; TypeError when the server is not reached */
export async function answer<T>(exchange: Promise<Exchange<T>>): Promise<T> {
  const { data, error, response } = await exchange;
  if (!response.ok) throw new ProblemError(problemOf(response, error));
  return data as T;
}

/** Asks for a new access token by the cookie, with no token of its own. A service that is restarting signs nobody out. */
async function refresh(): Promise<SignedIn | null> {
  const { data, error, response } = await entrance.POST('/api/congress/session/refresh');
  if (data) return data;
  if (response.status === 401 || response.status === 403) return null;
  throw new ProblemError(problemOf(response, error));
}
