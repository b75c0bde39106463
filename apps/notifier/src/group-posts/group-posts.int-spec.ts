import { randomUUID } from 'node:crypto';
import type { GroupProvider } from '@plenum/contracts';
import { flushRedis, probe } from '@plenum/test-kit';
import type { RobotAnswer } from '../testing/message-providers.js';
import { type Person, PUBLIC_URL, Stage } from '../testing/stage.js';
import { GroupWorker } from './group.worker.js';

const PLACES: Readonly<Record<GroupProvider, string>> = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/',
};
const SECRET = 'SEC-of-the-group-never-told';

describe('posts to groups', () => {
  const stage = new Stage();
  let organiser: Person;

  beforeAll(async () => {
    organiser = await stage.person({ office: 'SECRETARIAT' });
    await stage.person({ seat: 'DELEGATE' });
  });
  afterEach(async () => {
    stage.setClock(null);
    await stage.database.query('DELETE FROM group_ways');
  });

  /** Sets a robot of the organisation; its key is made up for the test. */
  const robot = async (provider: GroupProvider = 'wecom', secret?: string): Promise<string> => {
    const key = randomUUID();
    if (secret !== undefined) stage.robots.signs(key, secret);
    const wanted = { webhookUrl: `${PLACES[provider]}${key}`, isOn: true, locale: 'en', version: 0, ...(secret ? { secret: SECRET } : {}) };
    expect(await stage.ask(organiser, 'PUT', `/ways/groups/${provider}`, wanted)).toMatchObject({ status: 200 });
    return key;
  };
  const ofSession = () => ({ organisationId: stage.organisationId, sessionId: stage.sessionId });
  const open = () => stage.hear('congress.session-opened.v1', { ...ofSession(), openedAt: new Date().toISOString() });
  const ofBallot = (title: string) => ({ ...ofSession(), ballotId: randomUUID() as string, kind: 'election' as const, title });
  const ballot = (title: string) => ({ ...ofBallot(title), electorate: 'delegates' as const, memberIds: [] });
  const rows = () =>
    stage.database.query<{ state: string; tries: number; resends: number; trouble: string | null; due_at: Date }>(
      'SELECT state, tries, resends, trouble, due_at FROM group_posts ORDER BY created_at, id',
    );
  const settled = (state: string) => probe(`it is ${state}`, async () => (await rows()).every((row) => row.state === state));
  const shows = (key: string, posts: number) => probe(`${posts} posts`, async () => stage.robots.shown(key).length === posts);
  const wake = () => stage.app.get(GroupWorker).wake();
  /** Moves the clock of the service past what it waits for. */
  const pass = (seconds: number) => {
    stage.setClock(new Date(Date.now() + seconds * 1_000));
    wake();
  };
  const fares = async (provider: GroupProvider = 'wecom') =>
    ((await stage.ask(organiser, 'GET', '/ways')).body.groups as { provider: string; robot: Record<string, unknown> }[]).find(
      (each) => each.provider === provider,
    )?.robot;

  it.each(['wecom', 'dingtalk', 'feishu'] as const)('tell the group of %s, signed where it asks for that', async (provider) => {
    const key = await robot(provider, provider === 'wecom' ? undefined : SECRET);
    await open();
    await shows(key, 1);
    expect(stage.robots.shown(key)).toEqual([`[Staff congress]\n\nSession 2 has opened.\n${PUBLIC_URL}/`]);
    await settled('sent');
    expect(await fares(provider)).toMatchObject({ lastPostedAt: expect.any(String), trouble: null, waiting: 0 });
  });

  it('are none where no robot is set, or it is off, or it is somebody’s own matter', async () => {
    await open();
    const key = await robot();
    await stage.ask(organiser, 'PUT', '/ways/groups/wecom', { isOn: false, locale: 'en', version: 1 });
    await open();
    expect(await rows()).toEqual([]);
    await stage.ask(organiser, 'PUT', '/ways/groups/wecom', { isOn: true, locale: 'en', version: 2 });
    await stage.hear('ballot.signatures-due.v1', { ...ofBallot('To sign'), memberIds: [organiser.id] });
    await stage.hear('ballot.ballot-opened.v1', { ...ballot('Of some'), electorate: 'elected', memberIds: [organiser.id] });
    expect(await rows()).toEqual([]);
    expect(stage.robots.shown(key)).toEqual([]);
  });

  it('put what comes within the pace of the provider into one, in order, and say it once whatever is heard twice', async () => {
    const key = await robot();
    await open();
    await shows(key, 1);
    for (const title of ['First', 'Second', 'Third']) await stage.hear('ballot.ballot-announced.v1', ballot(title));
    await flushRedis(stage.redisUrl);
    await stage.publisher.replayAll();
    await stage.allHeard();
    expect(stage.robots.shown(key)).toHaveLength(1);
    pass(6);
    await shows(key, 2);
    expect(stage.robots.shown(key)[1]?.match(/First|Second|Third/g)).toEqual(['First', 'Second', 'Third']);
    await settled('sent');
    pass(60);
    expect(stage.robots.shown(key)).toHaveLength(2);
  });

  it('leave out a vote that is over by the time they go', async () => {
    const key = await robot();
    await open();
    await shows(key, 1);
    const over = ofBallot('Over');
    await stage.hear('ballot.ballot-opened.v1', { ...over, electorate: 'delegates', memberIds: [] });
    await stage.hear('ballot.ballot-closed.v1', { ...over, memberIds: [] });
    pass(6);
    await probe('it is withdrawn', async () => (await rows()).some(({ state, trouble }) => state === 'withdrawn' && trouble === 'ended'));
    expect(stage.robots.shown(key)).toHaveLength(1);
  });

  it.each<[string, GroupProvider, RobotAnswer, string, number]>([
    ['WeCom’s 45009', 'wecom', { body: { errcode: 45009, errmsg: 'api freq out of limit' } }, 'too-frequent', 60],
    ['DingTalk’s 130101', 'dingtalk', { body: { errcode: 130101, errmsg: 'send too fast' } }, 'too-frequent', 600],
    ['Feishu’s 11232', 'feishu', { body: { code: 11232, msg: 'frequency limited' } }, 'too-frequent', 60],
    ['429 with a hint', 'wecom', { status: 429, headers: { 'retry-after': '40' } }, 'too-frequent', 40],
    ['429 without one', 'feishu', { status: 429 }, 'too-frequent', 60],
    ['502', 'wecom', { status: 502, body: '<html>Bad gateway</html>' }, 'provider-busy', 15],
    ['a line that breaks', 'wecom', 'hang-up', 'unreachable', 15],
    ['a silence', 'dingtalk', 'never', 'unreachable', 15],
  ])('wait and go again after %s, no sooner', async (_what, provider, answer, trouble, seconds) => {
    stage.robots.answersNext(answer);
    const key = await robot(provider);
    const before = Date.now();
    await open();
    await probe('it waits', async () => (await rows())[0]?.trouble === trouble);
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'due', tries: 1 });
    expect(row?.due_at.getTime()).toBeGreaterThanOrEqual(before + seconds * 1_000);
    expect(await fares(provider)).toMatchObject({ trouble, troubledAt: expect.any(String), lastPostedAt: null, waiting: 1 });
    expect(stage.robots.shown(key)).toEqual([]);
    pass(seconds + 30);
    await shows(key, 1);
    await settled('sent');
    expect(await fares(provider)).toMatchObject({ trouble: null, waiting: 0 });
  });

  it.each<[string, GroupProvider, RobotAnswer | null, string]>([
    ['a wrong signature at DingTalk', 'dingtalk', null, 'sign-wrong'],
    ['a wrong signature at Feishu', 'feishu', null, 'sign-wrong'],
    ['a missing keyword', 'dingtalk', { body: { errcode: 310000, errmsg: 'keywords not in content' } }, 'keyword-missing'],
    ['a robot that was taken away', 'wecom', { body: { errcode: 93000, errmsg: 'invalid webhook url' } }, 'robot-gone'],
  ])('are given up after %s, and the next fact tries anew', async (_what, provider, answer, trouble) => {
    if (answer) stage.robots.answersNext(answer);
    const key = await robot(provider, answer ? undefined : SECRET);
    if (!answer) stage.robots.signs(key, 'another secret than ours');
    await open();
    await settled('given-up');
    expect(await fares(provider)).toMatchObject({ trouble, waiting: 0 });
    if (!answer) stage.robots.signs(key, SECRET);
    await stage.hear('ballot.ballot-announced.v1', ballot('Next'));
    pass(6);
    await shows(key, 1);
    expect(await fares(provider)).toMatchObject({ trouble: null });
  });

  it('do not follow where a provider would send them on', async () => {
    const key = await robot();
    stage.robots.answersNext({ status: 302, headers: { location: `${stage.robots.origin}/cgi-bin/webhook/send?key=elsewhere` } });
    await open();
    await probe('it waits', async () => (await rows())[0]?.trouble === 'provider-busy');
    expect([stage.robots.shown(key), stage.robots.shown('elsewhere')]).toEqual([[], []]);
  });

  it('are taken up again when their sender died with them, and known as sent before perhaps', async () => {
    const key = await robot();
    stage.robots.answersNext({ status: 503 });
    await open();
    await probe('it waits', async () => (await rows()).every(({ state, tries }) => state === 'due' && tries === 1));
    // As a process leaves it that was killed while it posted.
    await stage.database.query("UPDATE group_posts SET state = 'claimed', due_at = now() + interval '40 seconds'");
    await stage.database.query("UPDATE group_ways SET free_at = now() + interval '40 seconds'");
    expect(stage.robots.shown(key)).toEqual([]);
    pass(45);
    await shows(key, 1);
    await settled('sent');
    expect(await rows()).toMatchObject([{ tries: 2, resends: 1 }]);
  });

  it('are shared by replicas: each group is posted to by one', async () => {
    const replica = await stage.replica();
    const keys = [await robot('wecom'), await robot('dingtalk'), await robot('feishu')];
    for (let nth = 0; nth < 4; nth += 1) {
      await stage.hear('ballot.ballot-announced.v1', ballot(`Ballot ${nth}`));
      replica.get(GroupWorker).wake();
      wake();
    }
    stage.setClock(new Date(Date.now() + 6_000), replica);
    pass(6);
    await settled('sent');
    for (const key of keys) {
      const told =
        stage.robots
          .shown(key)
          .join('\n')
          .match(/“?Ballot \d/g) ?? [];
      expect(new Set(told).size).toBe(4);
      expect(stage.robots.shown(key).join('\n').split('/ballots/')).toHaveLength(5);
    }
    await stage.closeReplica(replica);
  });
});
