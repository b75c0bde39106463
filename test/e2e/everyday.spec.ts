import { probe } from '@plenum/test-kit';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from '../lib/organisation.js';
import * as ballotSteps from './ballot-steps.js';
import { openBrowser, Visitor } from './browser.js';
import { dayFromToday, drafts, files, invites, opensCall, opensOnBoard, type ProposalText, seconds, submits } from './proposal-steps.js';
import { CAST, type Role, SECRETARY, setStage, type Stage } from './stage.js';
import { becomes, choose, enterCast, goTo, reads, sees, signIn, signInAs } from './steps.js';
import { comesBackAfterTheCall, goesAnotherWay } from './verdict-steps.js';

const TEXT: ProposalText = {
  subject: '关于增设母婴室的提案',
  grounds: '教学楼没有哺乳的地方。',
  measures: '一楼设一间母婴室。',
  category: '后勤保障',
};
const ANOTHER = '每栋楼设一间母婴室。';
const NEW_PASSWORD = 'Another long password, 2026';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

let stage: Stage;
let browser: Browser;
let people: Record<Role, Visitor>;
let secretary: Visitor;

beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  people = await enterCast(browser, stage, { committee: 'desk', proposer: 'desk', seconder: 'desk', handler: 'desk' });
  secretary = await Visitor.enter(browser, SECRETARY.name, 'desk', stage.house.url);
  await signInAs(secretary, SECRETARY);
  await opensCall(people.committee, { lastDay: dayFromToday(12), seconders: 1 });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

const measures = (page: Page) => page.getByLabel('建议措施');
const edits = (page: Page) => page.getByRole('button', { name: /修改$/ }).click();
/** What was typed is asked for, and Enter comes before the answer: whoever matched the number when it was shorter is not meant. */
async function choosesNobodyTooEarly(page: Page): Promise<void> {
  const { staffNo } = CAST.seconder;
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/api/congress/members?search=${staffNo}*`, async (route) => {
    await held;
    await route.continue();
  });
  const search = page.getByRole('combobox', { name: '邀请附议' });
  await search.pressSequentially(staffNo.slice(0, -1));
  const shown = page.locator('.ant-select-dropdown:visible');
  await shown.getByText('（T1000').first().waitFor();
  await search.pressSequentially(staffNo.slice(-1));
  await page.keyboard.press('Enter');
  letGo();
  await shown.getByText(`（${staffNo}）`).waitFor();
  await becomes(() => page.locator('.ant-select-selection-item').count(), 0);
  await search.fill('');
  await page.unroute(`**/api/congress/members?search=${staffNo}*`);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('a proposal that is worked on', () => {
  it('asks two people, chosen one after the other by keyboard alone', async () => {
    const { page } = people.proposer;
    await drafts(people.proposer, TEXT);
    await choosesNobodyTooEarly(page);
    await invites(people.proposer, [CAST.seconder.staffNo, CAST.committee.staffNo]);
    const rows = page.getByRole('region', { name: '附议人' }).getByRole('listitem');
    for (const role of ['seconder', 'committee'] as const) await rows.filter({ hasText: CAST[role].name }).getByText('待签').waitFor();
  });

  it('is not overwritten unseen from another tab: both texts are shown, and one is chosen', async () => {
    const { page, context } = people.proposer;
    await edits(page);
    await measures(page).fill('这是第一个窗口里写的。');
    const other = await context.newPage();
    await other.goto(page.url());
    await measures(other).fill(ANOTHER); // What is being written is open there as well: both are windows of one person.
    await press(other, '保存草稿');
    await other.getByText(ANOTHER).waitFor();
    await other.close();
    await press(page, '保存草稿');
    const dialog = page.getByRole('dialog', { name: '这份提案在别处也改过' });
    await dialog.getByRole('region', { name: '您正在写的' }).getByText('这是第一个窗口里写的。').waitFor();
    await dialog.getByRole('region', { name: '已经保存的' }).getByText(ANOTHER).waitFor();
    await sees(people.proposer, 'e01-two-versions');
    await dialog.getByRole('button', { name: '放弃我写的，用已保存的' }).click();
    await page.getByText(ANOTHER).waitFor();
  });

  it('says before a typo is mended whose signature that loses, and loses none when it is not saved', async () => {
    const { page } = people.proposer;
    await seconds(people.seconder, TEXT.subject);
    const row = page.getByRole('region', { name: '附议人' }).getByRole('listitem').filter({ hasText: CAST.seconder.name });
    await row.getByText('已附议').waitFor();
    await edits(page);
    await measures(page).fill(TEXT.measures);
    await press(page, '保存草稿');
    const question = page.getByRole('dialog').filter({ hasText: '1 位附议人需要重新确认' });
    await question.getByText('内容有改动，已有的附议不再有效。', { exact: false }).waitFor();
    await sees(people.proposer, 'e02-signatures-lost');
    await question.getByRole('button', { name: '先不保存' }).click();
    await question.waitFor({ state: 'hidden' });
    await row.getByText('已附议').waitFor();
    await becomes(() => measures(page).inputValue(), TEXT.measures);
    await press(page, '保存草稿');
    await question.getByRole('button', { name: '保存，请 1 人重新确认' }).click();
    await row.getByText('内容有改动，待重新确认').waitFor();
    await people.seconder.page.reload();
    await press(people.seconder.page, '同意，重新附议');
    await row.getByText('已附议').waitFor();
    await submits(people.proposer);
  });
});

describe('the board', () => {
  it('counts what waits, and each number shows what it counts; nothing is overdue', async () => {
    const { page } = people.committee;
    await goTo(people.committee, '提案委');
    const row = page.getByRole('button', { name: `查看提案：${TEXT.subject}` });
    const counter = page.getByRole('button', { name: /^1\s*待审查$/ });
    await counter.click();
    await becomes(() => counter.getAttribute('aria-pressed'), 'true');
    await row.waitFor();
    await page.getByRole('button', { name: /^0\s*待交办$/ }).click();
    await reads(people.committee, '没有符合条件的提案');
    await page.getByRole('button', { name: /^0\s*待交办$/ }).click();
    await row.waitFor();
    const overdue = page.getByRole('checkbox', { name: '只看逾期' });
    await overdue.click();
    await reads(people.committee, '没有符合条件的提案');
    expect(new URL(page.url()).searchParams.get('overdue')).toBe('true');
    await sees(people.committee, 'e03-nothing-overdue');
    await overdue.click();
    await row.waitFor();
    await choose(people.committee, '等待事项', '已逾期');
    await reads(people.committee, '没有符合条件的提案');
    await choose(people.committee, '等待事项', '待审查');
    await page
      .getByRole('row', { name: new RegExp(TEXT.subject) })
      .getByText('待审查')
      .waitFor();
    expect(new URL(page.url()).searchParams.get('word')).toBe('TO_REVIEW');
    await sees(people.committee, 'e03-waits-for-review');
  });

  it('keeps a filter under a name, shows it again, and gives it another name or drops it', async () => {
    const { page } = people.committee;
    const mine = (name: string) => page.getByRole('group', { name: '我的筛选' }).getByRole('button', { name });
    await page.getByText(/^保存和管理我的筛选/).click();
    await page.getByLabel('给当前筛选起个名称').fill('等审查的');
    await page.getByRole('button', { name: '保存当前筛选' }).click();
    await becomes(() => mine('等审查的').getAttribute('aria-pressed'), 'true');
    await sees(people.committee, 'e03-saved-filters');
    await choose(people.committee, '等待事项', '已逾期');
    await reads(people.committee, '没有符合条件的提案');
    await mine('等审查的').click();
    await page.waitForURL(/word=TO_REVIEW/);
    await page.getByRole('button', { name: `查看提案：${TEXT.subject}` }).waitFor();
    await page.getByLabel('名称：等审查的').fill('待审查件');
    await page.getByRole('button', { name: '改名：等审查的' }).click();
    await mine('待审查件').waitFor();
    await page.getByRole('button', { name: '删去：待审查件' }).click();
    await mine('待审查件').waitFor({ state: 'detached' });
  });

  it('files what every delegate then finds in the register, by words, category and state', async () => {
    await opensOnBoard(people.committee, TEXT.subject);
    await files(people.committee);
    const { page } = people.seconder;
    await goTo(people.seconder, '提案');
    await page.getByRole('link', { name: '提案目录' }).click();
    const register = page.getByRole('list', { name: '提案目录' });
    const line = register.getByRole('link', { name: new RegExp(TEXT.subject) });
    for (const fact of ['案号', TEXT.category ?? '', CAST.proposer.name, '已立案']) await line.getByText(fact).first().waitFor();
    await page.getByRole('searchbox', { name: '按案由、案号、提案人查找' }).fill('食堂');
    await page.keyboard.press('Enter');
    await reads(people.seconder, '没有符合条件的提案');
    await page.getByRole('searchbox', { name: '按案由、案号、提案人查找' }).fill('母婴');
    await page.keyboard.press('Enter');
    await line.waitFor();
    await choose(people.seconder, '类别', TEXT.category ?? '');
    await choose(people.seconder, '状态', '已立案');
    await sees(people.seconder, 'e04-register');
    await line.click();
    await page.getByRole('heading', { level: 1, name: TEXT.subject }).waitFor();
  });

  it('shows the figures of the session on a page of their own, as of a cut-off that stands in the address', async () => {
    const { page } = people.committee;
    await page.goto('/board');
    await page.getByRole('link', { name: '统计图表与报告' }).click();
    await page.getByRole('heading', { level: 1, name: '提案统计' }).waitFor();
    await reads(people.committee, /\d( \+ \d){6} = \d/);
    await page.getByRole('row', { name: /已答复／已交办 0／0/ }).waitFor();
    await page.getByRole('row', { name: /合计 \d \d/ }).waitFor();
    await page.getByRole('button', { name: '下载提案审查及处理情况报告（Word）' }).waitFor();
    await sees(people.committee, 'e04-statistics');
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 740 });
    await sees(people.committee, 'e04-statistics-phone');
    await page.setViewportSize(wide ?? { width: 1440, height: 900 });
    const received = page.getByRole('definition').first();
    await becomes(() => received.textContent(), /^[1-9]/);
    await page.goto(`${new URL(page.url()).pathname}${new URL(page.url()).search}&cutOff=2020-01-01T00:00:00Z`);
    await becomes(() => received.textContent(), '0');
  });

  it('files what a congress may decide: a vote is drafted on it, and its matter is the proposal', async () => {
    const id = await ballotSteps.drafts(secretary, {
      kind: 'resolution',
      channel: 'hands',
      title: '提案表决',
      preset: ballotSteps.PRESET.school,
      proposals: [TEXT.subject],
    });
    const proposalId = /proposals\/([\w-]+)/.exec(people.seconder.page.url())?.[1];
    expect(await stage.organisation.secretary.get(`/api/ballot/ballots/${id}`)).toMatchObject({
      items: [{ label: TEXT.subject, proposalId }],
    });
    await secretary.page.goto(`/ballots/${id}/revise`);
    await reads(secretary, TEXT.subject);
    await sees(secretary, 'e05-proposal-to-vote-on');
  });
});

describe('a proposal that is not simply filed', () => goesAnotherWay(() => ({ stage, people })));

describe('a call', () => {
  it('is closed with what that means, for good', async () => {
    const { page } = people.committee;
    await page.goto('/calls');
    await press(page, '现在截止');
    const question = page.getByRole('tooltip');
    await question.getByText('截止后不能恢复', { exact: false }).waitFor();
    await question.getByRole('button', { name: '现在截止' }).click();
    await reads(people.committee, '已截止');
    await becomes(() => page.getByRole('button', { name: '延长征集' }).count(), 0);
    await sees(people.committee, 'e05-call-closed');
  });

  comesBackAfterTheCall(() => ({ stage, people }));
});

describe('the roster', () => {
  it('is read as well where rows are selected', async () => {
    const { page } = secretary;
    await page.goto('/roster');
    for (const role of ['proposer', 'seconder'] as const) await page.getByRole('checkbox', { name: CAST[role].name }).check();
    await becomes(() => page.locator('.ant-table-row-selected').count(), 2);
    await sees(secretary, 'e06-rows-selected');
  });
});

describe('the own account', () => {
  it('chooses language, type and colours, which hold after a reload', async () => {
    const { page } = people.handler;
    await page.goto('/account');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const choice = (name: string) => page.getByRole('radiogroup').getByText(name, { exact: true });
    const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('h1') as Element).fontSize));
    const before = await size();
    await choice('特大').click();
    await probe('the type is larger', async () => (await size()) > 1.3 * before);
    await choice('深色').click();
    await choice('English').click();
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['scheme']])).toEqual(['en', 'dark']);
    expect(await size()).toBeGreaterThan(1.3 * before);
    await page.setViewportSize({ width: 360, height: 740 });
    await sees(people.handler, 'e07-account-large-dark');
    await choice('中文').click();
    await page.getByRole('heading', { level: 1, name: '我的账户' }).waitFor();
  });

  it('signs another device out, and a new password signs out every other', async () => {
    const [lost, tablet] = [
      await Visitor.enter(browser, '旧手机', 'phone', stage.house.url),
      await Visitor.enter(browser, '平板', 'phone', stage.house.url),
    ];
    await signIn(lost, 'handler');
    const { page } = people.handler;
    await page.reload();
    const devices = page.getByRole('region', { name: '已登录的设备' });
    await devices.getByText('本设备').waitFor();
    await devices
      .getByRole('button', { name: /^让“.+”退出登录$/ })
      .first()
      .click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确定|退出登录/ })
      .click();
    await lost.page.getByRole('heading', { name: /登录/ }).first().waitFor();
    await signIn(tablet, 'handler');
    await page.getByLabel('原密码').fill(PASSWORD);
    await page.getByLabel('新密码', { exact: true }).fill(NEW_PASSWORD);
    await page.getByLabel('再输一次新密码').fill(NEW_PASSWORD);
    await press(page, '修改密码');
    await reads(people.handler, '密码已修改，其他设备已退出登录');
    await tablet.page.getByRole('heading', { name: /登录/ }).first().waitFor();
    await page.goto('/');
    await reads(people.handler, `${CAST.handler.name}，您好`);
    for (const each of [lost, tablet]) await each.context.close();
  });
});

it('leaves no browser with a complaint', () => {
  expect([...Object.values(people), secretary].flatMap(({ complaints }) => complaints)).toEqual([]);
});
