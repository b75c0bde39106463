import { randomUUID } from 'node:crypto';
import { type Person, Stage } from '../testing/stage.js';

const WECOM = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=';
const FEISHU = 'https://open.feishu.cn/open-apis/bot/v2/hook/';
const SECRET = 'the-secret-that-nobody-is-told';

describe('the ways of an organisation', () => {
  const stage = new Stage();
  let secretary: Person, presidium: Person, delegate: Person, elsewhere: Person;

  beforeAll(async () => {
    secretary = await stage.person({ office: 'SECRETARIAT' });
    presidium = await stage.person({ office: 'PRESIDIUM' });
    delegate = await stage.person({ seat: 'DELEGATE' });
    elsewhere = await stage.person({ office: 'SECRETARIAT' }, randomUUID());
  });
  afterEach(async () => {
    stage.setClock(null);
    await stage.database.query('DELETE FROM group_ways');
  });

  const wanted = (given: object = {}) => ({
    webhookUrl: `${FEISHU}key-0001`,
    secret: SECRET,
    isOn: true,
    locale: 'zh-CN',
    version: 0,
    ...given,
  });
  const set = (person: Person | null, provider: string, body: object) => stage.ask(person, 'PUT', `/ways/groups/${provider}`, body);

  it('are off until somebody sets them, and say so', async () => {
    expect(await stage.ask(presidium, 'GET', '/ways')).toMatchObject({
      status: 200,
      body: { groups: ['wecom', 'dingtalk', 'feishu'].map((provider) => ({ provider, robot: null, version: 0 })) },
    });
  });

  it('are set, turned off, signed anew and taken away, each on the version that was read', async () => {
    const first = await set(secretary, 'feishu', wanted());
    expect(first.body.groups[2]).toEqual({
      provider: 'feishu',
      version: 1,
      robot: { isOn: true, hint: '0001', isSigned: true, locale: 'zh-CN', lastPostedAt: null, trouble: null, troubledAt: null, waiting: 0 },
    });
    expect(await set(presidium, 'feishu', wanted())).toMatchObject({ status: 409, body: { type: 'notifier.outdated' } });
    const off = await set(presidium, 'feishu', { isOn: false, locale: 'en', version: 1 });
    expect(off.body.groups[2]).toMatchObject({ version: 2, robot: { isOn: false, hint: '0001', isSigned: true, locale: 'en' } });
    const unsigned = await set(secretary, 'feishu', { isOn: true, locale: 'en', secret: '', version: 2 });
    expect(unsigned.body.groups[2].robot).toMatchObject({ isSigned: false, hint: '0001' });
    const moved = await set(secretary, 'feishu', { isOn: true, locale: 'en', secret: SECRET, version: 3 });
    expect(moved.body.groups[2].robot.isSigned).toBe(true);
    const other = await set(secretary, 'feishu', { webhookUrl: `${FEISHU}key-0002`, isOn: true, locale: 'en', version: 4 });
    expect(other.body.groups[2].robot).toMatchObject({ isSigned: false, hint: '0002' });
    expect(await stage.ask(secretary, 'DELETE', '/ways/groups/feishu?version=4')).toMatchObject({ status: 409 });
    expect(await stage.ask(secretary, 'DELETE', '/ways/groups/feishu?version=5')).toMatchObject({ status: 204 });
    expect(await stage.ask(secretary, 'DELETE', '/ways/groups/feishu?version=5')).toMatchObject({
      status: 404,
      body: { type: 'notifier.group-not-set' },
    });
  });

  it.each([
    ['an inside address', 'http://127.0.0.1:8080/open-apis/bot/v2/hook/k'],
    ['the place of cloud metadata', 'http://169.254.169.254/latest/meta-data'],
    ['a host that only begins like the provider’s', 'https://open.feishu.cn.example.test/open-apis/bot/v2/hook/k'],
    ['another provider’s robot', `${WECOM}k`],
    ['the address where trials go', 'trial'],
  ])('lead nowhere but to the provider: not to %s', async (_what, address) => {
    const webhookUrl = address === 'trial' ? `${stage.robots.origin}/open-apis/bot/v2/hook/k` : address;
    expect(await set(secretary, 'feishu', wanted({ webhookUrl }))).toMatchObject({
      status: 400,
      body: { type: 'malformed', faults: [{ field: 'webhookUrl', reason: 'no-robot-of-the-provider' }] },
    });
  });

  it('are asked for whole, and for providers that there are', async () => {
    expect(await set(secretary, 'wecom', { isOn: true, locale: 'en', version: 0 })).toMatchObject({
      status: 400,
      body: { faults: [{ field: 'webhookUrl', reason: 'missing' }] },
    });
    expect(await set(secretary, 'telegram', wanted())).toMatchObject({ status: 400, body: { type: 'malformed' } });
    expect(await set(secretary, 'feishu', wanted({ secret: 'x'.repeat(201) }))).toMatchObject({ status: 400 });
    expect(await set(secretary, 'feishu', wanted({ locale: 'fr' }))).toMatchObject({ status: 400 });
  });

  it('are set once where two set the first at the same time', async () => {
    const both = await Promise.all([set(secretary, 'feishu', wanted()), set(presidium, 'feishu', wanted())]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are tried: the message arrives, what went wrong is said, and not again at once', async () => {
    const key = randomUUID();
    stage.robots.signs(key, SECRET);
    expect(await stage.ask(secretary, 'POST', '/ways/groups/feishu/trials')).toMatchObject({
      status: 404,
      body: { type: 'notifier.group-not-set' },
    });
    await set(secretary, 'feishu', wanted({ webhookUrl: `${FEISHU}${key}`, secret: 'wrong', isOn: false }));
    expect(await stage.ask(secretary, 'POST', '/ways/groups/feishu/trials')).toMatchObject({
      status: 200,
      body: { trouble: 'sign-wrong' },
    });
    expect((await stage.ask(secretary, 'GET', '/ways')).body.groups[2].robot).toMatchObject({ trouble: 'sign-wrong' });
    await set(secretary, 'feishu', { secret: SECRET, isOn: false, locale: 'zh-CN', version: 1 });
    expect(await stage.ask(presidium, 'POST', '/ways/groups/feishu/trials')).toMatchObject({
      status: 409,
      body: { type: 'notifier.tested-just-now', details: { seconds: 10 } },
    });
    stage.setClock(new Date(Date.now() + 11_000));
    expect(await stage.ask(presidium, 'POST', '/ways/groups/feishu/trials')).toMatchObject({ status: 200, body: { trouble: null } });
    expect(stage.robots.shown(key)).toEqual(['【教代会】\n\n这是一条测试消息：群通知已接通。']);
    expect((await stage.ask(secretary, 'GET', '/ways')).body.groups[2].robot).toMatchObject({
      trouble: null,
      lastPostedAt: expect.any(String),
    });
  });

  it('are the organisers’ of the organisation, and nobody else’s', async () => {
    await set(secretary, 'feishu', wanted());
    const asked = [
      ['GET', '/ways'],
      ['PUT', '/ways/groups/feishu', wanted({ version: 1 })],
      ['DELETE', '/ways/groups/feishu?version=1'],
      ['POST', '/ways/groups/feishu/trials'],
    ] as const;
    for (const [method, path, body] of asked) {
      expect(await stage.ask(delegate, method, path, body)).toMatchObject({ status: 403, body: { type: 'notifier.not-an-organiser' } });
      expect((await stage.ask(null, method, path, body)).status).toBe(401);
    }
    expect((await stage.ask(elsewhere, 'GET', '/ways')).body.groups[2].robot).toBeNull();
    expect((await stage.ask(secretary, 'GET', '/ways')).body.groups[2]).toMatchObject({ version: 1 });
  });

  it('tell neither address nor secret in an answer, the audit trail or a row of what is posted', async () => {
    const key = randomUUID();
    const answers = [
      await set(secretary, 'feishu', wanted({ webhookUrl: `${FEISHU}${key}` })),
      await stage.ask(secretary, 'POST', '/ways/groups/feishu/trials'),
      await stage.ask(secretary, 'GET', '/ways'),
      await stage.ask(secretary, 'DELETE', '/ways/groups/feishu?version=1'),
      await set(secretary, 'feishu', wanted({ webhookUrl: `${FEISHU}${key}/${SECRET}` })),
    ];
    const kept = await stage.database.query(
      `SELECT action, before, after FROM audit_trail WHERE subject_kind = 'group-way' AND organisation_id = $1`,
      [stage.organisationId],
    );
    expect(kept.map((row) => (row as { action: string }).action)).toEqual(
      expect.arrayContaining(['set-group-way', 'try-group-way', 'remove-group-way']),
    );
    const told = JSON.stringify([answers.map(({ body }) => body), kept, await stage.database.query('SELECT * FROM group_posts')]);
    expect(told).not.toContain(SECRET);
    expect(told).not.toContain(key);
  });
});
