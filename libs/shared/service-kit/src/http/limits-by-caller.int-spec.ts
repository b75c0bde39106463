import { probe } from '@plenum/test-kit';
import request from 'supertest';
import { HELD, notesService, ORGANISATION, OTHER_MEMBER, REQUESTS_PER_MINUTE_MAX } from '../testing/notes-service.js';

describe('how much a service on the kit lets one caller ask', () => {
  const notes = notesService();

  it('has so many of one caller under way at a time as the door lets, and as many again once they are answered', async () => {
    const { http, tokens, bearer } = notes();
    const ask = (by: string) =>
      http
        .get('/api/notes/notes/quiet')
        .set('authorization', by)
        .then(({ status, body }) => [status, (body as { type?: string }).type]);
    const first = [ask(bearer), ask(bearer)];
    await probe('both are under way', () => HELD.length === 2);
    expect(await ask(bearer)).toEqual([429, 'too-many-requests']);
    const others = ask(`Bearer ${await tokens.tokenFor(OTHER_MEMBER, ORGANISATION)}`);
    await probe('somebody else is under way beside them', () => HELD.length === 3);
    HELD.splice(0).forEach((letGo) => letGo());
    expect(await Promise.all([...first, others])).toEqual([
      [200, undefined],
      [200, undefined],
      [200, undefined],
    ]);
    const again = ask(bearer);
    await probe('there is room again', () => HELD.length === 1);
    HELD.splice(0).forEach((letGo) => letGo());
    expect(await again).toEqual([200, undefined]);
  });

  it('slows down whoever asks too often, whatever they make up to be somebody else', async () => {
    const { http } = notes();
    const answers = await Promise.all(
      Array.from({ length: REQUESTS_PER_MINUTE_MAX + 1 }, (_, i) =>
        http.get('/api/notes/notes/public').set('authorization', `Bearer x.y.${i}`).set('x-forwarded-for', '203.0.113.7'),
      ),
    );
    expect(answers.filter(({ status }) => status === 429).map(({ body }) => body.type)).toEqual(['too-many-requests']);
  });

  it('counts whoever is signed in by themselves, not by the address that they share', async () => {
    const { http, tokens } = notes();
    const shared = '203.0.113.8';
    await Promise.all(
      Array.from({ length: REQUESTS_PER_MINUTE_MAX + 1 }, () => http.get('/api/notes/notes/public').set('x-forwarded-for', shared)),
    );
    await http
      .get('/api/notes/notes/mine')
      .set('authorization', `Bearer ${await tokens.tokenFor(OTHER_MEMBER, ORGANISATION)}`)
      .set('x-forwarded-for', shared)
      .expect(200);
  });

  it('counts a stranger by the address that a trusted proxy tells of, and by their own whatever anybody else tells', async () => {
    const { app, anotherApp } = notes();
    const refusedOf = async (server: Parameters<typeof request>[0], told: (n: number) => string) => {
      const answers = await Promise.all(
        Array.from({ length: REQUESTS_PER_MINUTE_MAX + 1 }, (_, n) =>
          request(server).get('/api/notes/notes/public').set('x-forwarded-for', told(n)),
        ),
      );
      return answers.filter(({ status }) => status === 429).length;
    };
    // This machine is trusted: each is counted for themselves, and what they put before the proxy's word says nothing.
    expect(await refusedOf(app.getHttpServer(), (n) => `198.51.100.${n}`)).toBe(0);
    expect(await refusedOf(app.getHttpServer(), (n) => `198.51.100.${n}, 203.0.113.9`)).toBe(1);
    const strict = await anotherApp({ trustedProxies: '203.0.113.0/24' });
    try {
      expect(await refusedOf(strict.getHttpServer(), (n) => `198.51.100.${n}`)).toBe(1);
    } finally {
      await strict.close();
    }
  });
});
