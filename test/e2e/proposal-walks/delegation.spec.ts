import type { Visitor } from '../browser.js';
import { dayFromToday, drafts, invites, seconds } from '../proposal-steps.js';
import { CAST, type Stage } from '../stage.js';
import { goTo, reads, sees } from '../steps.js';
import { shortWalk, type Walk } from './shared-house.js';

const OF_ALL = { subject: '关于校门口交通的提案', grounds: '上下班时拥堵。', measures: '错开放行。', category: '后勤保障' };
const OF_ONE = { subject: '关于教师食堂的提案', grounds: '排队太久。', measures: '增加窗口。', category: '后勤保障' };

jest.setTimeout(300_000);

const walk = shortWalk();
let people: Walk['people'];

/** The seconder heads the delegation of the proposer, the committee's member and themselves. */
async function nameHead({ organisation: { secretary }, sessionId, members }: Stage): Promise<void> {
  const at = `/api/congress/sessions/${sessionId}/delegations`;
  const [{ id, version }] = (await secretary.get<{ items: [{ id: string; version: number }] }>(at)).items;
  await secretary.patch(`${at}/${id}`, { headMemberId: members.seconder, version });
}

beforeAll(async () => {
  await nameHead(walk().stage);
  ({ people } = walk());
}, 240_000);

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

  it('lets the head propose in the delegation’s name once its delegates support it', async () => {
    const { proposer, seconder } = people;
    await goTo(seconder, '提案');
    await seconder.page.getByRole('link', { name: '提交提案' }).click();
    await seconder.page.getByLabel('（团提案）').check();
    await fills(seconder, OF_ALL);
    await seconder.page.getByRole('button', { name: '保存草稿' }).click();
    await reads(seconder, '还差 1 位本团代表支持');
    await reads(seconder, '已支持 1 人，需要 2 人');
    await sees(seconder, 'd04-of-delegation-phone');
    await invites(seconder, [CAST.proposer.staffNo]);
    await seconds(proposer, OF_ALL.subject);
    await seconder.page.reload();
    await seconder.page.getByRole('button', { name: '提交给提案委' }).click();
    await confirms(seconder, '提交给提案委');
    await reads(seconder, '待审查');
  });

  it('lists what waits for the word of the head, who hands it in', async () => {
    const { proposer, seconder } = people;
    await goTo(proposer, '提案');
    await drafts(proposer, OF_ONE);
    await invites(proposer, [CAST.seconder.staffNo]);
    await seconds(seconder, OF_ONE.subject);
    await proposer.page.reload();
    await proposer.page.getByRole('button', { name: '提交代表团团长审核' }).click();
    await confirms(proposer, '提交代表团团长审核');
    await reads(proposer, '待团长审核');
    await goTo(seconder, '提案');
    await seconder.page.getByRole('tab', { name: '待您审核' }).click();
    await sees(seconder, 'd06-to-endorse-phone');
    await seconder.page.getByRole('link', { name: new RegExp(OF_ONE.subject) }).click();
    await seconder.page.getByRole('button', { name: '同意并提交提案委' }).click();
    await seconder.page.getByRole('tooltip').getByRole('button', { name: '同意并提交提案委' }).click();
    await reads(seconder, '待审查');
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
