import type { Session } from './session.js';

/**
 * A fetch that carries the access token; a 401 is answered by one refresh and one retry.
 * The request is cloned before it is sent: its body can be read once only.
 */
export function authorisedFetch(session: Session, send: typeof fetch): (request: Request) => Promise<Response> {
  const attempt = (request: Request) => {
    const { token } = session;
    if (token !== null) request.headers.set('authorization', `Bearer ${token}`);
    return send(request);
  };
  return async (request) => {
    const again = request.clone();
    const hadToken = session.token !== null;
    const response = await attempt(request);
    if (response.status !== 401 || !hadToken) return response;
    return (await session.refresh()) ? attempt(again) : response;
  };
}
