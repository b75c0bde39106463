import { randomUUID } from 'node:crypto';
import type { GroupProvider, MessageId } from '@plenum/contracts';
import { flushRedis, probe, staffNoOf } from '@plenum/test-kit';
import type { RobotAnswer } from '../testing/message-providers.js';
import { type Person, PUBLIC_URL, Stage } from '../testing/stage.js';

const SECRET = 'secret-of-the-app-never-told';
const PROVIDERS = ['wecom', 'dingtalk', 'feishu'] as const;

describe('messages to one person', () => {
  const stage = new Stage();
  let organiser: Person;
  let reader: Person;

  beforeAll(async () => {
    organiser = await stage.person({ office: 'SECRETARIAT' });
    reader = await stage.person({ seat: 'DELEGATE' });
    const wishes = { locale: 'en', muted: [], digest: 'each', digestHour: 8, digestDay: 1, version: 0 };
    expect(await stage.ask(reader, 'PUT', '/preferences', wishes)).toMatchObject({ status: 200 });
  });
  afterEach(async () => {
    stage.setClock(null);
    await stage.database.query('DELETE FROM message_apps');
    await stage.database.query("UPDATE deliveries SET state = 'skipped' WHERE channel <> 'mail' AND state IN ('due', 'claimed')");
  });

  const idOf = (provider: GroupProvider, { id, mail }: Person, idIs: MessageId = 'staff-no'): string => {
    const to = idIs === 'mail' ? mail : staffNoOf({ id });
    return provider === 'feishu' ? `${idIs === 'mail' ? 'email' : 'user_id'}:${to}` : to;
  };
  /** Sets an app of the organisation, made up for the test, which its provider knows with the reader. */
  const app = async (provider: GroupProvider = 'wecom', given: object = {}): Promise<string> => {
    const appId = `app-${randomUUID()}`;
    const agentId = provider === 'feishu' ? {} : { agentId: '1000002' };
    stage.robots.apps.has(provider, { appId, secret: SECRET, ...agentId });
    stage.robots.apps.knows(provider, idOf(provider, reader));
    const wanted = { appId, secret: SECRET, ...agentId, idIs: 'staff-no', isOn: true, version: 0, ...given };
    expect(await stage.ask(organiser, 'PUT', `/ways/apps/${provider}`, wanted)).toMatchObject({ status: 200 });
    return appId;
  };
  /** By somebody else each time: whom one person has told often is sent one of it a day. */
  const invite = async (subject: string = randomUUID()) =>
    stage.hear('proposals.seconder-invited.v1', {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject,
      docketNo: null,
      leadProposerId: (await stage.person({ seat: 'DELEGATE' })).id,
      memberId: reader.id,
    });
  const shown = (provider: GroupProvider = 'wecom') => stage.robots.apps.shown(provider, idOf(provider, reader));
  const rows = (provider: GroupProvider = 'wecom') =>
    stage.database.query<{ state: string; tries: number; trouble: string | null; due_at: Date }>(
      'SELECT state, tries, trouble, due_at FROM deliveries WHERE channel = $1 AND member_id = $2 ORDER BY not_before DESC, id',
      [provider, reader.id],
    );
  const last = async (provider: GroupProvider = 'wecom') => (await rows(provider))[0];
  const settled = (provider: GroupProvider, state: string) =>
    probe(`it is ${state}`, async () => (await last(provider))?.state === state, {
      describe: async () => JSON.stringify(await rows(provider)),
    });
  const fares = async (provider: GroupProvider = 'wecom') =>
    ((await stage.ask(organiser, 'GET', '/ways')).body.apps as { provider: string; app: Record<string, unknown> }[]).find(
      (each) => each.provider === provider,
    )?.app;
  const pass = (seconds: number) => stage.setClock(new Date(Date.now() + seconds * 1_000));

  it.each(PROVIDERS)('reach them by the app of %s, in their language, with the page of the house', async (provider) => {
    await app(provider);
    await invite(`Fans for ${provider}`);
    await probe('it is shown', () => shown(provider).some((text) => text.includes(`Fans for ${provider}`)));
    expect(shown(provider).at(-1)).toMatch(
      new RegExp(`^\\[Staff congress\\]\n\n.* asks you to second the proposal “Fans for ${provider}”.*\n${PUBLIC_URL}/proposals/[\\w-]+$`),
    );
    await settled(provider, 'sent');
    expect(await fares(provider)).toMatchObject({ lastSentAt: expect.any(String), trouble: null });
  });

  it('are none where no app is set, or it is off', async () => {
    const before = await rows();
    await invite();
    await app('wecom', { isOn: false });
    await invite();
    expect(await rows()).toEqual(before);
  });

  it('find people by their mail address where the house has set it so', async () => {
    stage.robots.apps.knows('feishu', idOf('feishu', reader, 'mail'));
    await app('feishu', { idIs: 'mail' });
    await invite('By address');
    const to = idOf('feishu', reader, 'mail');
    await probe('it is shown', () => stage.robots.apps.shown('feishu', to).some((text) => text.includes('By address')));
  });

  it('say it once whatever is heard twice', async () => {
    await app();
    await invite('Once alone');
    await settled('wecom', 'sent');
    await flushRedis(stage.redisUrl);
    await stage.publisher.replayAll();
    await stage.allHeard();
    expect(shown().filter((text) => text.includes('Once alone'))).toHaveLength(1);
  });

  it.each(PROVIDERS)('ask %s for one token, and for another once it has ended', async (provider) => {
    await app(provider);
    const before = stage.robots.apps.tokensGiven;
    for (let nth = 0; nth < 3; nth += 1) {
      await invite();
      await settled(provider, 'sent');
    }
    expect(stage.robots.apps.tokensGiven).toBe(before + 1);
    stage.robots.apps.endTokens();
    await invite();
    await settled(provider, 'sent');
    expect(stage.robots.apps.tokensGiven).toBe(before + 2);
  });

  it.each(PROVIDERS)('do not reach whom %s does not know, which is said of them and not of the app', async (provider) => {
    await app(provider);
    stage.robots.apps.forgets(provider, idOf(provider, reader));
    await invite();
    await settled(provider, 'skipped');
    expect(await last(provider)).toMatchObject({ trouble: 'no-address', tries: 1 });
    expect(await fares(provider)).toMatchObject({ trouble: null });
  });

  it.each<[string, GroupProvider, RobotAnswer, string, number]>([
    ['WeCom’s 45009', 'wecom', { body: { errcode: 45009, errmsg: 'api freq out of limit' } }, 'too-frequent', 60],
    ['DingTalk’s 143103', 'dingtalk', { body: { errcode: 143103, errmsg: '企业单应用消息发送人次QPM超限' } }, 'too-frequent', 60],
    [
      'Feishu’s 99991400 with its hint',
      'feishu',
      { status: 429, headers: { 'x-ogw-ratelimit-reset': '42' }, body: { code: 99991400, msg: 'request trigger frequency limit' } },
      'too-frequent',
      42,
    ],
    ['429 with a hint', 'wecom', { status: 429, headers: { 'retry-after': '40' } }, 'too-frequent', 40],
    ['429 without one', 'dingtalk', { status: 429 }, 'too-frequent', 60],
    ['502', 'feishu', { status: 502, body: '<html>Bad gateway</html>' }, 'provider-busy', 15],
    ['a line that breaks', 'wecom', 'hang-up', 'unreachable', 15],
    ['a silence', 'dingtalk', 'never', 'unreachable', 15],
  ])('wait and go again after %s, no sooner', async (_what, provider, answer, trouble, seconds) => {
    await app(provider);
    stage.robots.apps.answersNext(answer);
    const before = Date.now();
    const subject = randomUUID();
    await invite(subject);
    await probe('it waits', async () => (await last(provider))?.trouble === trouble);
    expect(await last(provider)).toMatchObject({ state: 'due', tries: 1 });
    expect((await last(provider))?.due_at.getTime()).toBeGreaterThanOrEqual(before + seconds * 1_000);
    expect(await fares(provider)).toMatchObject({ trouble, troubledAt: expect.any(String) });
    pass(seconds + 30);
    await settled(provider, 'sent');
    expect(shown(provider).filter((text) => text.includes(subject))).toHaveLength(1);
    expect(await fares(provider)).toMatchObject({ trouble: null });
  });

  it('make nobody wait longer than the provider asks for, and ask it nothing meanwhile', async () => {
    await app();
    stage.robots.apps.answersNext({ status: 429, headers: { 'retry-after': '600' } });
    await invite();
    await probe('it waits', async () => (await last())?.trouble === 'too-frequent');
    const asked = stage.robots.apps.asked;
    await invite();
    await probe('the other waits, too', async () => (await rows()).filter(({ trouble }) => trouble === 'too-frequent').length >= 2);
    expect(stage.robots.apps.asked).toBe(asked);
    // Nor does a trial in vain end the pause.
    stage.robots.apps.answersNext({ status: 502 });
    expect((await stage.ask(organiser, 'POST', '/ways/apps/wecom/trials')).body).toMatchObject({ trouble: 'provider-busy' });
    await invite();
    await probe('a third waits', async () => (await rows()).filter(({ state, tries }) => state === 'due' && tries > 0).length >= 3);
    expect(stage.robots.apps.asked).toBe(asked + 1);
  });

  it.each<[string, GroupProvider, RobotAnswer, string]>([
    [
      'a server that is not on its list',
      'wecom',
      { body: { errcode: 60020, errmsg: 'not allow to access from your ip' } },
      'address-refused',
    ],
    ['an app without the right', 'feishu', { status: 400, body: { code: 230027, msg: 'Lack of necessary permissions.' } }, 'app-refused'],
  ])('are given up after %s, and the page says so', async (_what, provider, answer, trouble) => {
    await app(provider);
    stage.robots.apps.answersNext(answer);
    await invite();
    await settled(provider, 'skipped');
    expect(await last(provider)).toMatchObject({ trouble });
    expect(await fares(provider)).toMatchObject({ trouble });
  });

  it('do not follow where a provider would send them on', async () => {
    await app();
    stage.robots.apps.answersNext({ status: 302, headers: { location: `${stage.robots.origin}/cgi-bin/message/send` } });
    await invite();
    await probe('it waits', async () => (await last())?.trouble === 'provider-busy');
    expect((await last())?.state).toBe('due');
  });

  describe('are set by organisers', () => {
    it('whole, on the version that was read, and the secret is kept where the app stays', async () => {
      const wanted = { appId: 'ww1', secret: SECRET, agentId: '7', idIs: 'staff-no', isOn: true, version: 0 };
      const set = (body: object, person = organiser) => stage.ask(person, 'PUT', '/ways/apps/wecom', body);
      expect((await set(wanted)).body.apps[0]).toEqual({
        provider: 'wecom',
        version: 1,
        app: { isOn: true, appId: 'ww1', agentId: '7', idIs: 'staff-no', lastSentAt: null, trouble: null, troubledAt: null },
      });
      expect(await set(wanted)).toMatchObject({ status: 409, body: { type: 'notifier.outdated' } });
      expect(await set({ idIs: 'mail', isOn: false, version: 1 })).toMatchObject({ status: 200 });
      expect(await set({ appId: 'ww2', idIs: 'mail', isOn: true, version: 2 })).toMatchObject({
        status: 400,
        body: { faults: [{ field: 'secret', reason: 'missing' }] },
      });
      expect(await stage.ask(organiser, 'DELETE', '/ways/apps/wecom?version=1')).toMatchObject({ status: 409 });
      expect(await stage.ask(organiser, 'DELETE', '/ways/apps/wecom?version=2')).toMatchObject({ status: 204 });
      expect(await stage.ask(organiser, 'DELETE', '/ways/apps/wecom?version=2')).toMatchObject({
        status: 404,
        body: { type: 'notifier.app-not-set' },
      });
    });

    it.each([
      ['no app', { secret: SECRET, agentId: '7' }, 'appId'],
      ['no secret', { appId: 'ww1', agentId: '7' }, 'secret'],
      ['no number', { appId: 'ww1', secret: SECRET }, 'agentId'],
      ['a number that is none', { appId: 'ww1', secret: SECRET, agentId: 'seven' }, 'agentId'],
      ['an app that leads elsewhere', { appId: 'ww1&corpsecret=x', secret: SECRET, agentId: '7' }, 'appId'],
      ['an id that it is not known by', { appId: 'ww1', secret: SECRET, agentId: '7', idIs: 'name' }, 'idIs'],
    ])('refused with %s', async (_what, given, field) => {
      const wanted = { idIs: 'staff-no', isOn: true, version: 0, ...given };
      expect(await stage.ask(organiser, 'PUT', '/ways/apps/wecom', wanted)).toMatchObject({ status: 400, body: { faults: [{ field }] } });
    });

    it('and tried on whoever asks, which says what went wrong, and not again at once', async () => {
      expect(await stage.ask(organiser, 'POST', '/ways/apps/wecom/trials')).toMatchObject({
        status: 404,
        body: { type: 'notifier.app-not-set' },
      });
      const appId = await app('wecom', { secret: 'another secret', isOn: false });
      const to = staffNoOf(organiser);
      expect(await stage.ask(organiser, 'POST', '/ways/apps/wecom/trials')).toMatchObject({
        status: 200,
        body: { trouble: 'app-refused', to },
      });
      await stage.ask(organiser, 'PUT', '/ways/apps/wecom', { secret: SECRET, idIs: 'staff-no', isOn: false, version: 1 });
      expect(await stage.ask(organiser, 'POST', '/ways/apps/wecom/trials')).toMatchObject({
        status: 409,
        body: { type: 'notifier.tested-just-now' },
      });
      pass(11);
      expect((await stage.ask(organiser, 'POST', '/ways/apps/wecom/trials')).body).toEqual({ trouble: 'no-address', to });
      stage.robots.apps.knows('wecom', to);
      pass(22);
      expect((await stage.ask(organiser, 'POST', '/ways/apps/wecom/trials')).body).toEqual({ trouble: null, to });
      expect(stage.robots.apps.shown('wecom', to)).toEqual([
        expect.stringMatching(/^【教代会】\n\n这是一条测试消息（\d\d:\d\d:\d\d）：个人消息已接通。$/),
      ]);
      expect(await fares()).toMatchObject({ appId, trouble: null, lastSentAt: expect.any(String) });
    });

    it.each(PROVIDERS)('and each trial is shown by %s, which shows the same text once', async (provider) => {
      await app(provider);
      const to = idOf(provider, organiser);
      stage.robots.apps.knows(provider, to);
      const before = stage.robots.apps.shown(provider, to).length;
      for (const seconds of [0, 11]) {
        pass(seconds);
        expect((await stage.ask(organiser, 'POST', `/ways/apps/${provider}/trials`)).body).toMatchObject({ trouble: null });
      }
      expect(stage.robots.apps.shown(provider, to)).toHaveLength(before + 2);
    });

    it('alone, of this organisation alone', async () => {
      await app();
      const elsewhere = await stage.person({ office: 'SECRETARIAT' }, randomUUID());
      const asked = [
        ['PUT', '/ways/apps/wecom', { idIs: 'mail', isOn: true, version: 1 }],
        ['DELETE', '/ways/apps/wecom?version=1', undefined],
        ['POST', '/ways/apps/wecom/trials', undefined],
      ] as const;
      for (const [method, path, body] of asked) {
        expect(await stage.ask(reader, method, path, body)).toMatchObject({ status: 403, body: { type: 'notifier.not-an-organiser' } });
        expect((await stage.ask(null, method, path, body)).status).toBe(401);
      }
      expect((await stage.ask(elsewhere, 'GET', '/ways')).body.apps[0].app).toBeNull();
    });

    it('and the secret is in no answer, audit row or delivery', async () => {
      await app();
      stage.setClock(new Date(Date.now() + 60_000));
      const answers = [
        await stage.ask(organiser, 'GET', '/ways'),
        await stage.ask(organiser, 'POST', '/ways/apps/wecom/trials'),
        await stage.ask(organiser, 'PUT', '/ways/apps/wecom', { idIs: 'mail', isOn: true, version: 1 }),
        await stage.ask(organiser, 'DELETE', '/ways/apps/wecom?version=2'),
      ];
      const kept = await stage.database.query<{ action: string }>(
        "SELECT action, before, after FROM audit_trail WHERE subject_kind = 'message-app'",
      );
      expect(kept.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['set-message-app', 'try-message-app', 'remove-message-app']),
      );
      const told = JSON.stringify([answers.map(({ body }) => body), kept, await stage.database.query('SELECT * FROM deliveries')]);
      expect(told).not.toContain(SECRET);
    });
  });
});
