import type { Browser } from 'playwright-core';
import { openBrowser, type Visitor } from './browser.js';
import { dayFromToday, drafts, invites, seconds } from './proposal-steps.js';
import { CAST, type Role, setStage, type Stage } from './stage.js';
import { enterCast, goTo, reads, sees, takesUpAtHome } from './steps.js';

const OWN = { subject: '关于增设教工休息室的提案', grounds: '课间无处休息。', measures: '每层设一间。', category: '后勤保障' };
const OF_ALL = { subject: '关于校门口交通的提案', grounds: '上下班时拥堵。', measures: '错开放行。', category: '后勤保障' };
const NOBODY = { subject: '关于统一工作服的提案', grounds: '样式不一。', measures: '统一定制。', category: '后勤保障' };

jest.setTimeout(300_000);

let stage: Stage;
let browser: Browser;
let people: Record<Role, Visitor>;

/** The seconder heads the delegation of the proposer, the committee's member and themselves. */
async function nameHead({ organisation: { secretary }, sessionId, members }: Stage): Promise<void> {
  const at = `/api/congress/sessions/${sessionId}/delegations`;
  const [{ id, version }] = (await secretary.get<{ items: [{ id: string; version: number }] }>(at)).items;
  await secretary.patch(`${at}/${id}`, { headMemberId: members.seconder, version });
}

beforeAll(async () => {
  stage = await setStage();
  await nameHead(stage);
  browser = await openBrowser();
  people = await enterCast(browser, stage, { committee: 'desk', proposer: 'phone', seconder: 'phone', handler: 'phone' });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

describe('a call where the head of the delegation looks first', () => {
  it('is opened with its rules on delegations, numbers and results', async () => {
    const { page } = people.committee;
    await goTo(people.committee, '提案委');
    await page.getByRole('link', { name: '提案征集' }).click();
    await page.getByLabel('截止到哪天（含当日）').fill(dayFromToday(12));
    await page.getByLabel('需要几位附议人').fill('1');
    await page.getByLabel('由代表团团长审核').check();
    await page.getByLabel('案号格式').fill('提{year}-{number:2}');
    await sees(people.committee, 'd01-call-desk');
    await page.getByRole('button', { name: '开始征集并通知全体代表' }).click();
    await reads(people.committee, '征集中');
    await reads(people.committee, '提{year}-{number:2}');
  });

  it('brings a proposal to the head, who returns it and then endorses it', async () => {
    const { proposer, seconder } = people;
    await drafts(proposer, OWN);
    await invites(proposer, [CAST.seconder.staffNo]);
    await seconds(seconder, OWN.subject);
    await handsOver(proposer);
    await takesUpAtHome(seconder, '请您审核本团提案', OWN.subject);
    await sees(seconder, 'd02-endorse-phone');
    await seconder.page.getByRole('button', { name: '退回修改' }).click();
    const dialog = seconder.page.getByRole('dialog', { name: '退回后由提案人修改，可以再次提交审核' });
    await dialog.getByLabel('退回理由').fill('请写明面积。');
    await dialog.getByRole('button', { name: '退回修改' }).click();
    await reads(seconder, '代表团团长 周乙丑 退回修改');
    await handsOver(proposer);
    await seconder.page.reload();
    await seconder.page.getByRole('button', { name: '同意并提交提案委' }).click();
    await seconder.page.getByRole('tooltip').getByRole('button', { name: '同意并提交提案委' }).click();
    await reads(seconder, '代表团团长 周乙丑 已审核同意提交');
    await sees(seconder, 'd03-endorsed-phone');
  });

  it('lets the head propose in the delegation’s name once its delegates support it', async () => {
    const { proposer, seconder } = people;
    await goTo(seconder, '提案');
    await seconder.page.getByRole('link', { name: '提交提案' }).click();
    await seconder.page.getByLabel('（团提案）').check();
    await fills(seconder, OF_ALL);
    await seconder.page.getByRole('button', { name: '保存草稿' }).click();
    await reads(seconder, '还差 1 位本团代表支持');
    await sees(seconder, 'd04-of-delegation-phone');
    await invites(seconder, [CAST.proposer.staffNo]);
    await seconds(proposer, OF_ALL.subject);
    await seconder.page.reload();
    await seconder.page.getByRole('button', { name: '提交给提案委' }).click();
    await confirms(seconder, '提交给提案委');
    await reads(seconder, '待审查');
  });

  it('lets its proposer ask once for reconsideration of what was not filed', async () => {
    const { proposer, seconder, committee } = people;
    await drafts(proposer, NOBODY);
    await invites(proposer, [CAST.seconder.staffNo]);
    await seconds(seconder, NOBODY.subject);
    await handsOver(proposer);
    const at = new URL(proposer.page.url()).pathname;
    await takesUpAtHome(seconder, '请您审核本团提案', NOBODY.subject);
    await seconder.page.getByRole('button', { name: '同意并提交提案委' }).click();
    await seconder.page.getByRole('tooltip').getByRole('button', { name: '同意并提交提案委' }).click();
    await reads(seconder, '待审查');
    await isNotFiled(committee, at);
    await proposer.page.reload();
    await proposer.page.getByRole('button', { name: '申请复议' }).click();
    const dialog = proposer.page.getByRole('dialog', { name: '申请提案委复议“不予立案”的决定' });
    await dialog.getByLabel('复议理由').fill('涉及全体教职工。');
    await dialog.getByRole('button', { name: '申请复议' }).click();
    await reads(proposer, '等待答复');
    await sees(proposer, 'd05-reconsideration-phone');
    await committee.page.goto(new URL(at, committee.page.url()).toString());
    await committee.page.getByLabel('立案', { exact: true }).check();
    await committee.page.getByRole('button', { name: '提交意见' }).click();
    await reads(committee, /案号 提\d{4}-01/);
  });
});

/** Fills in a form of a proposal that is open. */
async function fills({ page }: Visitor, { subject, grounds, measures }: typeof OF_ALL): Promise<void> {
  await page.getByLabel('案由').fill(subject);
  await page.getByLabel('案据').fill(grounds);
  await page.getByLabel('建议措施').fill(measures);
}

/** Ticks what the call excludes, and hands it in. */
async function confirms({ page }: Visitor, button: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '提交前请逐条确认' });
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('button', { name: /^提交/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: button }).waitFor({ state: 'hidden' });
}

async function handsOver(visitor: Visitor): Promise<void> {
  await visitor.page.reload();
  await visitor.page.getByRole('button', { name: '提交代表团团长审核' }).click();
  await confirms(visitor, '提交代表团团长审核');
  await reads(visitor, '待团长审核');
}

/** The committee decides not to file it. */
async function isNotFiled({ page }: Visitor, at: string): Promise<void> {
  await page.goto(new URL(`/board?open=${at.split('/').at(-1)}`, page.url()).toString());
  await page.getByLabel('不予立案', { exact: true }).check();
  await page.getByLabel('理由', { exact: true }).fill('属于个别单位的事项。');
  await page.getByRole('button', { name: '确定审查结论' }).click();
}
