import { authorisedFetch } from './authorised-fetch.js';
import { Session, type SignedIn } from './session.js';

const signedIn = (accessToken: string): SignedIn => ({
  accessToken,
  expiresInS: 600,
  keepingKey: 'key-1',
  member: { id: 'm1', name: 'Lin', organisationId: 'o1' },
});
const hints = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
const request = () => new Request('http://house.example/api/proposals/proposals', { method: 'POST', body: '{"subject":"x"}' });

/** A server that takes one token, and notes what it was sent. */
function serverTaking(token: string) {
  const seen: { readonly authorization: string | null; readonly body: string }[] = [];
  const send = async (sent: Request | URL | string): Promise<Response> => {
    const heard = sent as Request;
    const authorization = heard.headers.get('authorization');
    seen.push({ authorization, body: await heard.text() });
    return new Response('{}', { status: authorization === `Bearer ${token}` ? 200 : 401 });
  };
  return { seen, send };
}

describe('an authorised request', () => {
  it('carries the token', async () => {
    const { seen, send } = serverTaking('good');
    const session = new Session(async () => null, hints);
    session.open(signedIn('good'));
    expect((await authorisedFetch(session, send)(request())).status).toBe(200);
    expect(seen).toEqual([{ authorization: 'Bearer good', body: '{"subject":"x"}' }]);
  });

  it('is sent again, body and all, after one refresh when the token has expired', async () => {
    const { seen, send } = serverTaking('new');
    const session = new Session(async () => signedIn('new'), hints);
    session.open(signedIn('old'));
    expect((await authorisedFetch(session, send)(request())).status).toBe(200);
    expect(seen.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(seen[1]?.body).toBe('{"subject":"x"}');
  });

  it('is refused for good when the new token is refused as well', async () => {
    const { seen, send } = serverTaking('never');
    const session = new Session(async () => signedIn('new'), hints);
    session.open(signedIn('old'));
    expect((await authorisedFetch(session, send)(request())).status).toBe(401);
    expect(seen).toHaveLength(2);
  });

  it('does not refresh for somebody who was never signed in', async () => {
    const refresh = jest.fn(async () => signedIn('new'));
    const { send } = serverTaking('new');
    expect((await authorisedFetch(new Session(refresh, hints), send)(request())).status).toBe(401);
    expect(refresh).not.toHaveBeenCalled();
  });
});
