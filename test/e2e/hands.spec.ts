import { probe } from '@plenum/test-kit';
import type { Browser, Page } from 'playwright-core';
import { onceKnown } from '../lib/organisation.js';
import { adopts, closes, drafts, namesOfficers, opens, PRESET, signsTally, tellsHands } from './ballot-steps.js';
import { openBrowser, Visitor } from './browser.js';
import { annulsAndRepeats, hearsNoFromAbove, isShortenedByPrimary, type Remedies } from './remedy-steps.js';
import { DELEGATES, SEALED_CAST, type SealedStage, setSealedStage } from './sealed-stage.js';
import { SECRETARY } from './stage.js';
import { acts, becomes, reads, sees, signInAs } from './steps.js';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

const PLAN = '岗位竞聘方案';
const ON_TIME = '按时开始的方案';
const MINUTE_MS = 60_000;
const SET_WITHIN_MS = 20_000; // Between the choice of the minute and its being saved.
const WECHAT =
  'Mozilla/5.0 (Linux; Android 14; Phone) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/134.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49 WeChat/arm64';
const NOTICES = '/api/notifier/notices';
const { scrutineer: SCRUTINEER, teller: TELLER } = SEALED_CAST;

let stage: SealedStage;
let browser: Browser;
let secretary: Visitor;
let teller: Visitor;
let scrutineer: Visitor;
let delegate: Visitor;
let mixedId: string;
let clockId: string;
let watched: Page;

beforeAll(async () => {
  stage = await setSealedStage();
  browser = await openBrowser();
  secretary = await Visitor.enter(browser, SECRETARY.name, 'desk', stage.house.url);
  teller = await Visitor.enter(browser, TELLER.name, 'phone', stage.house.url);
  scrutineer = await Visitor.enter(browser, SCRUTINEER.name, 'phone', stage.house.url);
  delegate = await Visitor.enter(browser, SEALED_CAST.first.name, 'phone', stage.house.url);
  await signInAs(secretary, SECRETARY);
  await signInAs(teller, TELLER);
  await signInAs(scrutineer, SCRUTINEER);
  await signInAs(delegate, SEALED_CAST.first);
  await onceKnown('the ballot service knows the secretary', () => stage.organisation.secretary.get<object>('/api/ballot/ballots'));
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

/** A page stays open meanwhile: it is looked at again at the end, when the minute has come by itself. */
describe('a vote by the clock', () => {
  it('is given the minute at which it opens', async () => {
    clockId = await drafts(secretary, {
      kind: 'resolution',
      channel: 'hands',
      title: ON_TIME,
      preset: PRESET.school,
      lines: [ON_TIME],
      byTheClock: true,
    });
    await adopts(secretary);
    await namesOfficers(secretary, [SCRUTINEER], [TELLER]);
    await secretary.page.getByRole('link', { name: '设定时间' }).click();
    const at = new Date(Math.ceil((Date.now() + SET_WITHIN_MS) / MINUTE_MS) * MINUTE_MS);
    await secretary.page
      .getByLabel('开始时间')
      .fill(at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16).replace(' ', 'T'));
    await secretary.page.getByRole('button', { name: '保存时间' }).click();
    await reads(secretary, '时间已保存');
    watched = await secretary.context.newPage();
    await watched.goto(`/ballots/${clockId}/desk`);
    await watched.getByRole('button', { name: '开始投票', exact: true }).waitFor();
  });
});

describe('a vote by hands', () => {
  let planId: string;
  const figure = (mark: string) => teller.page.getByRole('group', { name: PLAN }).getByLabel(mark, { exact: true });

  it('is drafted, adopted and opened at the desk, which says how many are here', async () => {
    planId = await drafts(secretary, { kind: 'resolution', channel: 'hands', title: PLAN, preset: PRESET.school, lines: [PLAN] });
    await adopts(secretary);
    await namesOfficers(secretary, [SCRUTINEER], [TELLER]);
    await secretary.page.getByRole('button', { name: '开始投票', exact: true }).click();
    await secretary.page.getByRole('dialog').getByText(`在场 ${DELEGATES.length} 人。`).waitFor();
    await sees(secretary, '70-open-asks');
    await secretary.page.getByRole('button', { name: '先不开始' }).click();
    await opens(secretary);
  });

  it('is not closed with more voters than were here, nor with an empty figure', async () => {
    await secretary.page.getByRole('button', { name: '截止投票', exact: true }).click();
    await reads(secretary, '请填写：参加表决的人数');
    await secretary.page.getByLabel('参加表决的人数').fill('4');
    await secretary.page.getByRole('button', { name: '截止投票', exact: true }).click();
    await reads(secretary, '4 人多于在场的 3 人。请重新清点；若有人中途到会，请先签到。');
    await closes(secretary, { voters: 3 });
  });

  it('does not end there: the organiser reads who is waited for, and the officers find it among what they owe', async () => {
    await reads(secretary, `等待监票人或计票人录入举手票数：${SCRUTINEER.name}、${TELLER.name}。`);
    await sees(secretary, '71-waits-for-hands');
    await scrutineer.page.goto('/');
    await scrutineer.page.getByRole('link', { name: new RegExp(`请您录入举手票数.*${PLAN}`) }).waitFor();
    await teller.page.goto('/');
    await teller.page.getByRole('link', { name: new RegExp(`请您录入举手票数.*${PLAN}`) }).click();
    await teller.page.waitForURL(`**/ballots/${planId}/hands`);
    await teller.page.goto(`/ballots/${planId}`);
    await teller.page.getByRole('link', { name: '录入举手票数' }).click();
  });

  it('refuses figures that are empty or cannot be right, names them, and stores nothing', async () => {
    await tellsHands(teller, { [PLAN]: { 赞成: 2 } });
    await reads(teller, '还有没填的格，没有人举手请填 0。');
    await tellsHands(teller, { [PLAN]: { 反对: 1, 弃权: 1 } });
    await reads(teller, `“${PLAN}”三项合计 4 人，参加表决的是 3 人。请核对后改正；如果是参加表决的人数记错了，请先更正清点结果。`);
    await sees(teller, '72-hands-refused-phone');
    expect(await stage.organisation.secretary.get(`/api/ballot/ballots/${planId}`)).toMatchObject({ hands: null });
  });

  it('loses no figure that was typed but not saved', async () => {
    await teller.page.reload();
    await reads(teller, /已恢复/);
    for (const [mark, votes] of [
      ['赞成', '2'],
      ['反对', '1'],
      ['弃权', '1'],
    ] as const)
      await becomes(() => figure(mark).inputValue(), votes);
  });

  it('keeps what is right, shows it again after the page is loaded anew, and is counted, signed and declared', async () => {
    await tellsHands(teller, { [PLAN]: { 反对: 0, 弃权: 1 } });
    await reads(teller, '举手票数已保存，等待计票');
    await teller.page.reload();
    await reads(teller, '举手票数已保存，等待计票');
    for (const [mark, votes] of [
      ['赞成', '2'],
      ['反对', '0'],
      ['弃权', '1'],
    ] as const)
      await becomes(() => figure(mark).inputValue(), votes);
    await becomes(() => teller.page.getByText(/已恢复/).count(), 0);
    await sees(teller, '73-hands-saved-phone');
    await secretary.page.goto('/');
    await secretary.page.getByRole('link', { name: new RegExp(`票数已录入，请计票.*${PLAN}`) }).click();
    await reads(secretary, '赞成 2、反对 0、弃权 1');
    await acts(secretary, '计票');
    await reads(secretary, `等待签署：${SCRUTINEER.name}、${TELLER.name}。`);
    await signsTally(scrutineer, PLAN);
    await signsTally(teller, PLAN);
    await acts(secretary, '宣布结果');
    await reads(secretary, '结果已宣布');
  });
});

/** What ends badly: objected to and annulled, or refused by the higher body. */
const remedies = (): Remedies => ({
  sitting: { organisation: stage.organisation, sessionId: stage.session.sessionId },
  officers: stage.people,
  objector: stage.people.first,
  elected: SEALED_CAST.second,
  secretary,
  delegate,
});
describe('a result that is objected to', () => annulsAndRepeats(remedies));
describe('a result that the higher body refuses', () => hearsNoFromAbove(remedies));

describe('a list of candidates that is too long', () => isShortenedByPrimary(remedies));

describe('the opening of a vote on devices and paper', () => {
  it('says how many of those who are here could no longer vote, leads to who could still give them papers, and does nothing when somebody shrinks from it', async () => {
    mixedId = await drafts(secretary, {
      kind: 'resolution',
      channel: 'mixed',
      title: '绩效分配方案',
      preset: PRESET.school,
      lines: ['绩效分配方案'],
    });
    await adopts(secretary);
    await namesOfficers(secretary, [SCRUTINEER, SEALED_CAST.colleague], [TELLER, SEALED_CAST.witness]);
    const begins = () => secretary.page.getByRole('button', { name: '开始投票', exact: true }).click();
    await begins();
    const dialog = secretary.page.getByRole('dialog');
    await dialog.getByText('在场 3 人，0 人有票，还有 3 人没有票。现在开始，这 3 人就不能再投票。').waitFor();
    await dialog.getByRole('button', { name: '仍然开始，3 人不能投票' }).waitFor();
    await dialog.getByText('可以先请他们在手机上领票，或者到发票处领纸质选票；也可以推迟开始。').waitFor();
    await sees(secretary, '74-open-without-papers');
    await secretary.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await stage.organisation.secretary.get(`/api/ballot/ballots/${mixedId}`)).toMatchObject({ state: 'ROLL_FROZEN' });
    await begins();
    await dialog.getByRole('link', { name: '去发票处' }).click();
    await secretary.page.waitForURL(`**/ballots/${mixedId}/issuing`);
    await reads(secretary, '发票由计票人、监票人或投票码发放员办理');
  });
});

describe('a paper of the desk', () => {
  const { first } = SEALED_CAST;
  const desk = () => teller.page.getByRole('searchbox', { name: '工号或姓名' });
  const comes = async () => {
    await desk().fill(first.staffNo);
    await desk().press('Enter');
    await teller.page.getByRole('heading', { name: `${first.name}（${first.staffNo}）` }).waitFor();
  };
  const holders = () => teller.page.getByRole('list', { name: '已领纸质选票的人' });
  const holds = async () =>
    (await stage.people.teller.get<{ holds: string | null }>(`/api/ballot/ballots/${mixedId}/claimants/${stage.people.first.memberId}`))
      .holds;

  it('stands in the register, which says who of those who have one has left', async () => {
    const {
      organisation: { secretary: union },
      session: { sessionId },
      people,
    } = stage;
    const attendance = `/api/congress/sessions/${sessionId}/attendance`;
    await teller.page.goto(`/ballots/${mixedId}/issuing`);
    await comes();
    await teller.page.getByRole('button', { name: '发给纸质选票' }).click();
    await reads(teller, `已发票：${first.name}`);
    await holders().getByText(first.name).waitFor();
    await becomes(() => holders().getByText('已离场').count(), 0);
    await union.delete(`${attendance}/${people.first.memberId}`);
    await holders().getByText('已离场').waitFor();
    await sees(teller, '74-register-of-papers-phone');
    await people.first.post(attendance, {});
    await holders().getByText('已离场').waitFor({ state: 'hidden' });
  });

  it('is not taken back by a card that is scanned twice: whose it is and that it is void is said first', async () => {
    const { page } = teller;
    await comes();
    await reads(teller, '已领纸质选票');
    await sees(teller, '74-paper-to-take-back-phone');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '收回纸质选票作废' }).click();
    await page.getByRole('tooltip').getByText(`收回${first.name}（${first.staffNo}）的纸质选票并作废？之后可以另发一张。`).waitFor();
    await page.getByRole('tooltip').getByRole('button', { name: '取消' }).click();
    expect(await holds()).toBe('paper');
  });

  it('leaves its owner with nothing, who may have another, and is counted as taken back', async () => {
    const { page } = teller;
    await acts(teller, '收回纸质选票作废');
    await reads(teller, `已收回作废：${first.name}`);
    expect(await holds()).toBeNull();
    await page.locator('.figures > div').filter({ hasText: '收回作废' }).getByText('1', { exact: true }).waitFor();
    await becomes(() => holders().count(), 0);
    await comes();
    await reads(teller, '还没有领票');
    await page.getByRole('button', { name: '发给纸质选票' }).waitFor();
  });
});

describe('the making of a key', () => {
  it('is warned of inside a chat program, whose browser loses what a page keeps, with the way out', async () => {
    const { context, page } = scrutineer;
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setUserAgentOverride', { userAgent: WECHAT });
    await page.goto(`/ballots/${mixedId}/scrutiny`);
    await reads(scrutineer, '您正在微信里打开本页：清理缓存会丢失钥匙，请换用手机自带的浏览器');
    await reads(scrutineer, '点右上角“…”，选“在浏览器打开”（苹果手机选“在 Safari 中打开”），再登录一次。');
    await sees(scrutineer, '74-key-inside-a-chat-program-phone');
    await devtools.detach();
  });
});

describe('before a vote', () => {
  let pollId: string;

  it('a draft is thrown away, and gone from the list', async () => {
    await drafts(secretary, { kind: 'poll', channel: 'hands', title: '不再需要的草案', lines: ['甲', '乙'] });
    await acts(secretary, '删除草案');
    await secretary.page.waitForURL('**/ballots');
    await reads(secretary, '草案已删除');
    await secretary.page.getByRole('main').getByText('不再需要的草案').waitFor({ state: 'detached' });
  });

  it('times are set in words of Beijing, with the days counted', async () => {
    pollId = await drafts(secretary, {
      kind: 'resolution',
      channel: 'sealed',
      title: '福利费使用方案',
      preset: PRESET.school,
      lines: ['福利费使用方案'],
      byTheClock: true,
    });
    await adopts(secretary);
    await secretary.page.getByRole('link', { name: '设定时间' }).click();
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    await secretary.page.getByLabel('开始时间').fill('2020-01-01T09:00');
    await secretary.page.getByRole('button', { name: '保存时间' }).click();
    await reads(secretary, /已经过去/);
    await secretary.page.getByLabel('开始时间').fill(`${inThreeDays}T09:00`);
    await secretary.page.getByLabel('截止时间', { exact: true }).fill(`${inThreeDays}T17:30`);
    await reads(secretary, /09:00（北京时间），还有 3 天。/);
    await sees(secretary, '75-schedule');
    await secretary.page.getByRole('button', { name: '保存时间' }).click();
    await reads(secretary, '时间已保存');
  });

  it('what is missing is seen at once, with the way to it, and the vote is rehearsed', async () => {
    const { page } = secretary;
    await page.goto(`/ballots/${pollId}/readiness`);
    await reads(secretary, /还不能开始，缺 \d 项/);
    await page.getByRole('listitem').filter({ hasText: '监票人、计票人已确定' }).getByRole('link', { name: '去组织台' }).waitFor();
    await sees(secretary, '76-readiness');
    await page.getByRole('button', { name: '开始演练（3 人）' }).click();
    await page.getByRole('progressbar', { name: '演练进度' }).waitFor();
    await page.getByText('演练无误：3 张选票投出、核验、开票，结果与填写的一致。').waitFor({ timeout: 60_000 });
    await sees(secretary, '77-rehearsed');
  });

  it('it is called off with its reason, which whoever heard of it reads', async () => {
    const { page } = secretary;
    await page.goto(`/ballots/${pollId}/desk`);
    await page.getByRole('button', { name: '取消这次投票' }).click();
    await page.getByRole('dialog').getByLabel('理由（代表都会看到）').fill('方案撤回修改');
    await page.getByRole('dialog').getByRole('button', { name: '取消这次投票' }).click();
    await reads(secretary, '已取消，已通知代表');
    await page.goto(`/ballots/${pollId}`);
    await reads(secretary, '理由：方案撤回修改');
    await sees(secretary, '78-called-off');
    await probe('a delegate has the notice', async () => {
      const { items } = await stage.people.first.get<{ items: readonly { code: string; params: Readonly<Record<string, string>> }[] }>(
        NOTICES,
      );
      return items.some(({ code, params }) => code === 'ballot.ballot-called-off' && params['reason'] === '方案撤回修改');
    });
  });
});

describe('the minute that was set', () => {
  it('has opened the vote, on the page that stayed open, and the schedule says so', async () => {
    await watched.getByRole('button', { name: '截止投票', exact: true }).waitFor({ timeout: 2 * MINUTE_MS - SET_WITHIN_MS });
    await secretary.page.goto(`/ballots/${clockId}/schedule`);
    await secretary.page.getByRole('listitem').getByText('已按时办理').waitFor();
    await sees(secretary, '79-opened-on-time');
    expect(await stage.organisation.secretary.get(`/api/ballot/ballots/${clockId}`)).toMatchObject({ state: 'OPEN' });
  });
});

describe('the browsers', () => {
  it('complained of nothing', () => {
    expect([secretary, teller, scrutineer, delegate].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
