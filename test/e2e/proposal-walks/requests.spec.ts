import type { Visitor } from '../browser.js';
import { assigns, dayFromToday, drafts, files, invites, opensCall, opensOnBoard, seconds, submits } from '../proposal-steps.js';
import { CAST, UNITS } from '../stage.js';
import { choose, goTo, opensOfUnit, reads, sees } from '../steps.js';
import { shortWalk, type Walk } from './shared-house.js';

const EVENING = { subject: '关于食堂延长晚餐时间的提案', grounds: '晚自习九点结束。', measures: '延长到十点。', category: '后勤保障' };

jest.setTimeout(300_000);

const walk = shortWalk();
let people: Walk['people'];
let proposal: string;

beforeAll(async () => {
  ({ people } = walk());
  await opensCall(people.committee, { lastDay: dayFromToday(12), seconders: 1 });
  await drafts(people.proposer, EVENING);
  await invites(people.proposer, [CAST.seconder.staffNo]);
  await seconds(people.seconder, EVENING.subject);
  await people.proposer.page.reload();
  await submits(people.proposer);
  proposal = new URL(people.proposer.page.url()).pathname;
  await opensOnBoard(people.committee, EVENING.subject);
  await files(people.committee);
  await assigns(people.committee, UNITS.logistics);
}, 300_000);

const opensWork = async (visitor: Visitor): Promise<void> => {
  await opensOfUnit(visitor, EVENING.subject);
};
const opensOwed = async (visitor: Visitor): Promise<void> => {
  await visitor.page.goto(new URL('/requests', visitor.page.url()).toString());
  await reads(visitor, EVENING.subject);
};

describe('a unit that was assigned what is not its own', () => {
  it('objects with another unit named, and its time stands', async () => {
    const { page } = people.handler;
    await opensWork(people.handler);
    await page.getByRole('button', { name: '提出异议' }).click();
    await choose(people.handler, '应当承办的单位', UNITS.finance);
    await page.getByLabel('为什么不属于本单位').fill('餐费补贴由财务处管理。');
    await reads(people.handler, /决定前办理时限暂停计算/);
    await sees(people.handler, 'r01-objection-phone');
    await page.getByRole('button', { name: '提出异议，时限暂停' }).click();
    await reads(people.handler, '暂停计算，答复后继续');
    await sees(people.handler, 'r02-stopped-phone');
  });

  it('is answered by the committee, which sees until when each answer gives it', async () => {
    const { page } = people.committee;
    await opensOwed(people.committee);
    await page.getByLabel('改交其他单位').check();
    await reads(people.committee, /按征集规定，改交后的答复期限是/);
    await sees(people.committee, 'r03-answer');
    await page.getByLabel('维持交办').check();
    await reads(people.committee, /答复后，该单位的答复期限是/);
    await page.getByLabel('答复理由').fill('食堂由后勤管理处管理。');
    await page.getByRole('button', { name: '维持交办，时限继续' }).click();
    await reads(people.committee, '没有等待您答复的事项');
  });

  it('asks for more time, which is granted with its day', async () => {
    const { page } = people.handler;
    await page.reload();
    await page.getByRole('button', { name: '申请延期' }).click();
    await page.getByLabel('申请延至').fill(dayFromToday(120));
    await page.keyboard.press('Enter');
    await page.getByLabel('为什么不能按期答复').fill('须先招标。');
    await page.getByRole('button', { name: '申请延期' }).click();
    await reads(people.handler, '等待答复');
    await opensOwed(people.committee);
    await people.committee.page.getByLabel('同意', { exact: true }).check();
    await sees(people.committee, 'r04-extension');
    await people.committee.page.getByRole('button', { name: '同意', exact: true }).click();
    await reads(people.committee, '没有等待您答复的事项');
  });

  it('finds it on its day in the calendar of deadlines, as the committee does', async () => {
    const day = dayFromToday(120);
    for (const [visitor, place, name] of [
      [people.committee, '提案委', 'r05-deadlines'],
      [people.handler, '承办', 'r05-deadlines-phone'],
    ] as const) {
      const { page } = visitor;
      await goTo(visitor, place);
      await page.getByRole('link', { name: '期限日历' }).click();
      await page.getByRole('heading', { level: 1, name: '期限日历' }).waitFor();
      await page.goto(`/deadlines?month=${day.slice(0, 7)}`);
      await page.getByRole('button', { name: /，1 项到期$/ }).click();
      await page.getByRole('link', { name: new RegExp(`${EVENING.subject}.*答复.*${UNITS.logistics}`) }).waitFor();
      expect(new URL(page.url()).searchParams.get('day')).toBe(day);
      await sees(visitor, name);
    }
    await people.committee.page.getByRole('link', { name: new RegExp(EVENING.subject) }).click();
    await people.committee.page.getByRole('heading', { level: 1, name: EVENING.subject }).waitFor();
    await opensWork(people.handler);
  });

  it('asks the proposer what they mean, who answers from home', async () => {
    const { page } = people.handler;
    await page.reload();
    await page.getByRole('button', { name: '请提案人说明' }).click();
    await page.getByLabel('请提案人说明什么').fill('指哪个食堂？');
    await page.getByRole('button', { name: '请提案人说明，时限暂停' }).click();
    await reads(people.handler, '暂停计算，答复后继续');
    await people.proposer.page.goto(new URL(proposal, people.proposer.page.url()).toString());
    await people.proposer.page.getByLabel('您的说明').fill('指东区食堂。');
    await sees(people.proposer, 'r05-clarification-phone');
    await people.proposer.page.getByRole('button', { name: '提交说明，时限继续' }).click();
    await reads(people.proposer, '已说明');
    await page.reload();
    await reads(people.handler, '指东区食堂。');
    await page.getByText('期限怎么算').click();
    await reads(people.handler, /原期限/);
    await sees(people.handler, 'r06-counted-phone');
  });
});
