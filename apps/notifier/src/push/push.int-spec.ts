import { randomUUID } from 'node:crypto';
import { probe, type PushAnswerGiven, TestDevice, vapidOf } from '@plenum/test-kit';
import { type Person, Stage } from '../testing/stage.js';

describe('Web Push', () => {
  const stage = new Stage();
  let reader: Person;
  let colleague: Person;

  beforeAll(async () => {
    reader = await stage.person({ seat: 'DELEGATE' });
    colleague = await stage.person({ seat: 'DELEGATE' });
  });
  afterEach(async () => {
    stage.setClock(null);
    await stage.database.query('DELETE FROM push_subscriptions');
  });

  /** Somebody on a device of their own, who has themselves told there. */
  const at = async (person: Person, device = new TestDevice(), signInId: string = randomUUID()) => {
    const client = await stage.client(person, signInId);
    return { device, signInId, client, set: await client.put('/push/device', device.asked) };
  };

  it('is offered with the key of the house, and off until somebody turns it on', async () => {
    const { status, body } = await stage.ask(reader, 'GET', '/push');
    expect(status).toBe(200);
    expect(body).toEqual({ publicKey: expect.stringMatching(/^B[\w-]{86}$/), devices: [], devicesMax: 10 });
  });

  it('reaches the device alone: enciphered for its keys, signed by the house, gone after a day', async () => {
    const { device, client, set } = await at(reader);
    expect(set.body.devices).toEqual([
      { id: expect.any(String), isThis: true, createdAt: expect.any(String), lastReachedAt: null, trouble: null },
    ]);
    expect(await client.post('/push/trials')).toEqual({ status: 200, body: { trouble: null } });
    expect(stage.pushes.shown(device)).toEqual([
      {
        title: '教代会平台',
        body: '这是一条测试通知：本设备可以收到消息。',
        link: '/inbox',
        tag: set.body.devices[0].id,
        lang: 'zh-CN',
      },
    ]);
    const [push] = stage.pushes.of(device);
    expect(push?.headers).toMatchObject({ ttl: '86400', urgency: 'normal', 'content-encoding': 'aes128gcm' });
    expect(push?.body.includes('教代会')).toBe(false);
    expect(() => new TestDevice().decipher(push?.body ?? Buffer.alloc(0))).toThrow();
    expect(push && vapidOf(push)).toMatchObject({
      key: set.body.publicKey,
      claims: { aud: 'https://push.example.com', sub: 'mailto:plenum@example.test' },
    });
    expect((await client.get('/push')).body.devices[0]).toMatchObject({ lastReachedAt: expect.any(String), trouble: null });
  });

  it('is one device a sign-in and one a browser: what was set before goes', async () => {
    const { device, client, signInId } = await at(reader);
    const renewed = new TestDevice();
    expect((await client.put('/push/device', renewed.asked)).body.devices).toHaveLength(1);
    await client.post('/push/trials');
    expect([stage.pushes.shown(device), stage.pushes.shown(renewed)]).toEqual([[], [expect.anything()]]);
    // The next to sign in on the same browser.
    const next = await at(colleague, renewed);
    expect(next.set.body.devices).toHaveLength(1);
    expect((await (await stage.client(reader, signInId)).get('/push')).body.devices).toEqual([]);
  });

  it('keeps somebody’s device from whoever only knows its address', async () => {
    const { device, client } = await at(reader);
    const thief = await stage.client(colleague, randomUUID());
    expect(await thief.put('/push/device', { ...new TestDevice().asked, endpoint: device.asked.endpoint })).toMatchObject({
      status: 409,
      body: { type: 'notifier.device-of-another' },
    });
    const [{ id }] = (await client.get('/push')).body.devices;
    expect(await thief.delete(`/push/devices/${id}`)).toMatchObject({ status: 404, body: { type: 'notifier.not-found' } });
    expect((await thief.get('/push')).body.devices).toEqual([]);
    expect(await thief.post('/push/trials')).toMatchObject({ status: 404, body: { type: 'notifier.not-found' } });
    expect((await client.get('/push')).body.devices).toHaveLength(1);
  });

  it('is turned off from any of one’s own devices, and not twice', async () => {
    const { client } = await at(reader);
    const other = await at(reader);
    const [here, there] = (await client.get('/push')).body.devices.sort((a: { isThis: boolean }) => (a.isThis ? -1 : 1));
    expect([here.isThis, there.isThis]).toEqual([true, false]);
    expect(await client.delete(`/push/devices/${there.id}`)).toMatchObject({ status: 204 });
    expect(await client.delete(`/push/devices/${there.id}`)).toMatchObject({ status: 404 });
    expect(await other.client.post('/push/trials')).toMatchObject({ status: 404 });
  });

  it('ends with the sign-in: whoever has signed out is told nothing there', async () => {
    const { signInId, client } = await at(reader);
    const staying = await at(reader);
    const ended = { organisationId: stage.organisationId, memberId: reader.id, signInIds: [signInId] };
    await stage.hear('congress.sign-ins-ended.v1', ended);
    await probe('the sign-in has ended', async () => (await client.get('/push')).status === 401);
    expect((await staying.client.get('/push')).body.devices).toMatchObject([{ isThis: true }]);
  });

  it('is on ten devices at most, and says so', async () => {
    const { client } = await at(reader);
    for (let nth = 1; nth < 10; nth += 1) expect((await at(reader)).set.status).toBe(200);
    expect((await at(reader)).set).toMatchObject({ status: 409, body: { type: 'notifier.too-many-devices', details: { max: 10 } } });
    expect(await client.put('/push/device', new TestDevice().asked)).toMatchObject({ status: 200 });
  });

  it.each([
    ['an inside address', 'endpoint', `https://${[10, 0, 0, 1].join('.')}/x`],
    ['a host of the house', 'endpoint', 'https://redis/x'],
    ['plain http', 'endpoint', 'http://push.example.com/x'],
    ['where trials go', 'endpoint', 'trial'],
    ['a key that is no point', 'p256dh', `B${'A'.repeat(86)}`],
    ['a key that is short', 'p256dh', 'BAAA'],
    ['a short secret', 'auth', 'AAAA'],
    ['nothing', 'endpoint', ''],
  ])('refuses %s', async (_what, field, value) => {
    const asked = { ...new TestDevice().asked, [field]: value === 'trial' ? `${stage.pushes.origin}/x` : value };
    expect(await (await stage.client(reader, randomUUID())).put('/push/device', asked)).toMatchObject({
      status: 400,
      body: { type: 'malformed', faults: [expect.objectContaining({ field })] },
    });
  });

  it.each<[string, PushAnswerGiven, string]>([
    ['429', { status: 429, headers: { 'retry-after': '40' } }, 'too-frequent'],
    ['a fault of its service', { status: 503 }, 'provider-busy'],
    ['a service that is silent', 'never', 'unreachable'],
    ['a line that breaks', 'hang-up', 'unreachable'],
    ['a key that it does not know', { status: 403 }, 'key-refused'],
    ['what it does not take', { status: 400 }, 'not-taken'],
  ])('says of a trial that did not get there why: %s', async (_what, answer, trouble) => {
    const { client, device } = await at(reader);
    stage.pushes.answersNext(answer);
    expect(await client.post('/push/trials')).toMatchObject({ status: 200, body: { trouble } });
    expect((await client.get('/push')).body.devices[0]).toMatchObject({ trouble, lastReachedAt: null });
    expect(await client.post('/push/trials')).toMatchObject({
      status: 409,
      body: { type: 'notifier.tested-just-now', details: { seconds: 10 } },
    });
    stage.setClock(new Date(Date.now() + 11_000));
    expect(await client.post('/push/trials')).toMatchObject({ status: 200, body: { trouble: null } });
    expect(stage.pushes.shown(device)).toHaveLength(1);
  });

  it.each([404, 410])('forgets a device that its service knows no more: %s', async (status) => {
    const { client } = await at(reader);
    stage.pushes.answersNext({ status });
    expect((await client.post('/push/trials')).body).toEqual({ trouble: 'device-gone' });
    expect((await client.get('/push')).body.devices).toEqual([]);
  });

  it('does not follow where a service would send it on', async () => {
    const { client, device } = await at(reader);
    stage.pushes.answersNext({ status: 307, headers: { location: `${stage.pushes.origin}${device.path}` } });
    expect((await client.post('/push/trials')).body).toEqual({ trouble: 'not-taken' });
    expect(stage.pushes.of(device)).toEqual([]);
  });

  describe('of what somebody is told', () => {
    /** By somebody else each time: whom one person has told often is sent one of it a day. */
    const invite = async (subject: string) =>
      stage.hear('proposals.seconder-invited.v1', {
        organisationId: stage.organisationId,
        sessionId: stage.sessionId,
        proposalId: randomUUID(),
        subject,
        docketNo: null,
        leadProposerId: (await stage.person({ seat: 'DELEGATE' })).id,
        memberId: reader.id,
      });
    const delivered = async () =>
      (
        await stage.database.query<{ state: string; trouble: string | null; due_at: Date }>(
          "SELECT state, trouble, due_at FROM deliveries WHERE channel = 'push' AND member_id = $1 ORDER BY not_before DESC, id LIMIT 1",
          [reader.id],
        )
      )[0];
    const settled = (state: string) => probe(`it is ${state}`, async () => (await delivered())?.state === state);

    it('shows each of their devices the same, once, with the page it is about', async () => {
      const [one, other] = [await at(reader), await at(reader)];
      await invite('Bicycle stands');
      await settled('sent');
      const shown = stage.pushes.shown(one.device);
      expect(shown).toEqual([
        {
          title: expect.stringContaining('Bicycle stands'),
          body: expect.any(String),
          link: expect.stringMatching(/^\/proposals\//),
          tag: expect.any(String),
          lang: 'zh-CN',
        },
      ]);
      expect(stage.pushes.shown(other.device)).toEqual(shown);
    });

    it('says nothing of a confidential matter', async () => {
      const { device } = await at(reader);
      await invite('');
      await settled('sent');
      expect(stage.pushes.shown(device)[0]?.['title']).toContain('（保密提案）');
    });

    it('goes again when the service says so, and no sooner', async () => {
      const { device } = await at(reader);
      stage.pushes.answersNext({ status: 429, headers: { 'retry-after': '40' } });
      const before = Date.now();
      await invite('Later');
      await probe('it waits', async () => (await delivered())?.trouble === 'too-frequent');
      expect((await delivered())?.due_at.getTime()).toBeGreaterThanOrEqual(before + 40_000);
      expect(stage.pushes.shown(device)).toEqual([]);
      stage.setClock(new Date(Date.now() + 60_000));
      await settled('sent');
      expect(stage.pushes.shown(device)).toHaveLength(1);
    });

    it('forgets a device that is gone, and goes nowhere for who has none', async () => {
      const { client } = await at(reader);
      stage.pushes.answersNext({ status: 410 });
      await invite('Gone');
      await settled('skipped');
      expect(await delivered()).toMatchObject({ trouble: 'no-device' });
      expect((await client.get('/push')).body.devices).toEqual([]);
      const last = await delivered();
      await invite('For nobody');
      expect(await delivered()).toEqual(last);
    });
  });

  it('tells neither address nor keys in an answer', async () => {
    const { client, device, set } = await at(reader);
    const answers = JSON.stringify([set.body, (await client.get('/push')).body, (await client.post('/push/trials')).body]);
    for (const secret of Object.values(device.asked)) expect(answers).not.toContain(secret);
    expect(answers).not.toContain(device.path);
  });

  it('is asked for by whoever is signed in', async () => {
    const asked = [
      ['GET', '/push'],
      ['PUT', '/push/device', new TestDevice().asked],
      ['DELETE', `/push/devices/${randomUUID()}`],
      ['POST', '/push/trials'],
    ] as const;
    for (const [method, path, body] of asked) expect((await stage.ask(null, method, path, body)).status).toBe(401);
  });
});
