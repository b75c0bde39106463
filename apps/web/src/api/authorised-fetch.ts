import type { Session } from './session.js';

/**
 * A fetch that carries the access token; a 401 is answered by one refresh and one retry. While the sign-in has lapsed a request waits
 * until the same person has signed in again, and goes on then: nothing that was asked for is lost.
 * The request is cloned before it is sent: its body can be read once only.
 */
export function authorisedFetch(session: Session, send: typeof fetch): (request: Request) => Promise<Response> {
  const attempt = (request: Request) => {
    const { token } = session;
    if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
    return send(request);
  };
  return async (request) => {
    // A network that is lost now is lost for the request as well, which says so itself.
    if (session.isStale) await session.refresh().catch(() => false);
    await session.resumed();
    const again = request.clone();
    const hadToken = session.token !== null;
    const response = await attempt(request);
    if (response.status !== 401 || !hadToken) return response;
    return (await session.refresh()) || (await session.resumed()) ? attempt(again) : response;
  };
}
