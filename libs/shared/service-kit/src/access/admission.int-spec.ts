import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect } from 'node:net';
import { Database } from '@plenum/database';
import { probe } from '@plenum/test-kit';
import { EndedSignIns } from '../index.js';
import { MEMBER, notesService, ORGANISATION } from '../testing/notes-service.js';

describe('whom a service on the kit lets in', () => {
  const notes = notesService();

  describe('at the door', () => {
    it('lets anybody through a public route', async () => {
      const { http } = notes();
      const answer = await http.get('/api/notes/notes/public').expect(200, { open: true });
      expect(answer.headers['strict-transport-security']).toBeUndefined(); // Who ends TLS says it.
    });

    it('tells a route who is signed in', async () => {
      const { http, bearer } = notes();
      await http.get('/api/notes/notes/mine').set('authorization', bearer).expect(200, { memberId: MEMBER, organisationId: ORGANISATION });
    });

    it.each([
      ['nothing', async () => ''],
      ['nonsense', async () => 'Bearer a.b.c'],
      ['a token of another audience', async () => `Bearer ${await notes().tokens.tokenFor(MEMBER, ORGANISATION, { aud: 'elsewhere' })}`],
      ['a token of another issuer', async () => `Bearer ${await notes().tokens.tokenFor(MEMBER, ORGANISATION, { iss: 'elsewhere' })}`],
      ['an expired token', async () => `Bearer ${await notes().tokens.tokenFor(MEMBER, ORGANISATION, {}, '-1 minute')}`],
    ])('refuses %s', async (_what, authorization) => {
      const { http } = notes();
      const answer = await http.get('/api/notes/notes/mine').set('authorization', await authorization());
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect(answer.body).toMatchObject({ type: 'unauthenticated' });
    });

    it('refuses a token that still holds once its sign-in has ended, and no other of the same member', async () => {
      const { app, http, tokens } = notes();
      const [ended, kept] = [randomUUID(), randomUUID()];
      const asked = async (sid: string) =>
        http.get('/api/notes/notes/mine').set('authorization', `Bearer ${await tokens.tokenFor(MEMBER, ORGANISATION, { sid })}`);
      expect((await asked(ended)).status).toBe(200);
      await app.get(Database).transaction((tx) => app.get(EndedSignIns).note(tx, [ended]));
      await probe('the sign-in has ended', async () => (await asked(ended)).status === 401);
      expect((await asked(ended)).body).toMatchObject({ type: 'unauthenticated' });
      expect((await asked(kept)).status).toBe(200);
    });
  });

  it('refuses a stranger before their body has arrived', async () => {
    const { app } = notes();
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.write('POST /api/notes/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n');
    socket.write('xxxxx'); // What it is to be cannot be known yet: it would be refused as no JSON.
    await probe('it was answered', () => said.includes('\r\n\r\n'));
    socket.destroy();
    expect(said).toMatch(/^HTTP\/1.1 401 /);
  });

  it('tells a door in front whether a request would be let in, without its body and without doing it', async () => {
    const { http, bearer } = notes();
    const asks = (method: 'get' | 'post', address: string, authorization: string) =>
      http[method](`/api/notes/${address}`)
        .set({ authorization, 'x-plenum-admission': 'ask' })
        .then(({ status, body }) => [status, (body as { type?: string }).type]);
    const strange = [401, 'unauthenticated'];
    expect(await asks('post', 'notes', bearer)).toEqual([204, undefined]);
    expect(await asks('post', 'notes', '')).toEqual(strange);
    expect(await asks('post', 'notes', 'Bearer a.b.c')).toEqual(strange);
    expect(await asks('post', 'elsewhere', '')).toEqual(strange);
    expect(await asks('post', 'elsewhere', bearer)).toEqual([204, undefined]);
    expect(await asks('post', 'notes/faulty', '')).toEqual([204, undefined]); // Anybody may call it, and it was not called.
    expect(await asks('get', 'notes/public', '')).toEqual([204, undefined]);
  });
});
