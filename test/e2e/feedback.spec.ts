import type { Browser } from 'playwright-core';
import { confirmed, onceKnown } from '../lib/organisation.js';
import type { Person } from '../lib/api-client.js';
import { openBrowser, type Visitor } from './browser.js';
import { CAST, type Role, setStage, type Stage, UNITS } from './stage.js';
import { choose, confirmRating, enterCast, goTo, reads, sees } from './steps.js';
import { opensOnBoard } from './proposal-steps.js';

const SUBJECT = '关于校车增开晚班的提案';

jest.setTimeout(300_000);

let stage: Stage;
let browser: Browser;
let visitors: Record<Role, Visitor>;
let people: Record<Role, Person>;
let proposal: string;

beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  visitors = await enterCast(browser, stage, { committee: 'desk', proposer: 'phone', seconder: 'phone', handler: 'desk' });
  const signIn = (role: Role) => stage.organisation.signIn(CAST[role].staffNo);
  people = {
    committee: await signIn('committee'),
    proposer: await signIn('proposer'),
    seconder: await signIn('seconder'),
    handler: await signIn('handler'),
  };
  proposal = await replied();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

/** Filed under a call of four grades that takes silence as satisfied, assigned and answered. */
async function replied(): Promise<string> {
  const { committee, proposer, seconder, handler } = people;
  const window = { opensAt: new Date(Date.now() - 60_000).toISOString(), closesAt: new Date(Date.now() + 86_400_000).toISOString() };
  const rules = { minSeconders: 1, ratingScale: 4, silencePolicy: 'deemed-satisfied' };
  const { id: callId } = await committee.post<{ id: string }>('/api/proposals/calls', {
    sessionId: stage.sessionId,
    ...window,
    ...rules,
  });
  const text = { subject: SUBJECT, grounds: '末班车在八点。', measures: '增开九点一班。' };
  const { id } = await onceKnown('a delegate may file', () =>
    proposer.post<{ id: string }>('/api/proposals/proposals', { callId, ...text }),
  );
  const address = `/api/proposals/proposals/${id}`;
  await proposer.post(`${address}/invitations`, { memberIds: [seconder.memberId] });
  await seconder.decide(`${address}/seconding`);
  await proposer.decide(`${address}/submission`);
  await committee.decide(`${address}/review`, { outcome: 'FILED' });
  const { items } = await stage.organisation.secretary.get<{ items: readonly { id: string; name: string }[] }>('/api/congress/units');
  await committee.decide(`${address}/assignment`, {
    leadUnitId: items.find(({ name }) => name === UNITS.logistics)?.id,
    assistingUnitIds: [],
  });
  await answers(handler, address);
  return address;
}

const answers = (handler: Person, address: string): Promise<unknown> =>
  handler.decideOnWork(address, 'reply', { text: '暂无司机可以增派。', resultCategory: 'SOLVED', channel: 'ONLINE' });

describe('a rating by the rules of its call', () => {
  it('says what silence comes to, has four grades, and asks for the password before it is sent', async () => {
    const { page } = visitors.proposer;
    await goTo(visitors.proposer, '提案');
    await page.getByRole('link', { name: new RegExp(SUBJECT) }).click();
    await reads(visitors.proposer, '视为满意；报告另列');
    await page.getByRole('radiogroup', { name: '办理态度' }).getByText('非常满意', { exact: true }).click();
    await page.getByRole('radiogroup', { name: '办理结果' }).getByText('不满意', { exact: true }).click();
    await page.getByLabel('请说明不满意的地方').fill('没有任何改进。');
    await sees(visitors.proposer, 'f01-rating-phone');
    await page.getByRole('button', { name: '提交评价', exact: true }).click();
    await page.getByLabel('登录密码').fill('not the password');
    await page.getByRole('button', { name: '确认并提交评价' }).click();
    await reads(visitors.proposer, '密码');
    await sees(visitors.proposer, 'f02-password-phone');
    await confirmRating(page);
    await reads(visitors.proposer, '正在重新办理（第 2 轮）');
  });

  it('after the last round leads to a meeting, whose minutes and outcome end the matter', async () => {
    await answers(people.handler, proposal);
    const { confirmation } = await confirmed(people.proposer, 'rate-reply', (await people.proposer.workOn(proposal)).id);
    await people.proposer.decideOnWork(proposal, 'rating', { attitude: 'SATISFIED', result: 'DISSATISFIED', confirmation });
    const { page } = visitors.committee;
    await opensOnBoard(visitors.committee, SUBJECT);
    await reads(visitors.committee, '不再自动重新办理');
    await page.getByRole('combobox', { name: '参加人员' }).pressSequentially(CAST.proposer.staffNo);
    await page.locator('.ant-select-dropdown:visible').getByText(`（${CAST.proposer.staffNo}）`).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('会议记录').fill('双方同意下学期增派司机。');
    await choose(visitors.committee, '会商结果', '列入计划');
    await sees(visitors.committee, 'f03-meeting-desk');
    await page.getByRole('button', { name: '登记会商结果并办结' }).click();
    await reads(visitors.committee, '双方同意下学期增派司机。');
    await visitors.proposer.page.reload();
    await reads(visitors.proposer, '双方同意下学期增派司机。');
    await sees(visitors.proposer, 'f04-settled-phone');
  });

  it('leaves no browser with a complaint', () => {
    for (const visitor of Object.values(visitors)) expect(visitor.complaints).toEqual([]);
  });
});
