import { congressHouse, PASSWORD } from '../testing/congress-house.js';

describe('the entrance of a house', () => {
  const house = congressHouse();
  const entrance = async () => {
    const { body, headers } = await house.as(null).get('/house').expect(200);
    return { body, caching: String(headers['cache-control']) };
  };
  const signIn = (body: object) => house.as(null).post('/sign-in', { staffNo: 'S1', password: PASSWORD, ...body });

  it('says that nobody founded it, then whose it is, then only that it is founded', async () => {
    expect(await entrance()).toEqual({ body: { founded: false, organisation: null }, caching: 'no-store' });
    expect((await signIn({}).expect(403)).body.type).toBe('congress.sign-in-refused');

    await house.found('only');
    expect(await entrance()).toEqual({ body: { founded: true, organisation: { name: '学校 only' } }, caching: 'public, max-age=60' });
    await signIn({}).expect(200);
    await signIn({ organisation: ' ' }).expect(200);
    await signIn({ organisation: 'only' }).expect(200);

    await house.found('second');
    expect((await entrance()).body).toEqual({ founded: true, organisation: null });
    const asked = await signIn({}).expect(400);
    expect(asked.body.faults).toEqual([{ field: 'organisation', reason: 'required' }]);
    await signIn({ organisation: 'second' }).expect(200);
  });

  it('counts failures alike with the code and without it', async () => {
    // Two organisations are here: only the code is left, and it still counts for whoever used none before.
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn({ organisation: 'only', password: 'wrong' }).expect(403);
    expect((await signIn({ organisation: 'ONLY' }).expect(403)).body.type).toBe('congress.sign-in-locked');
  });
});
