import type { Visitor } from '../browser.js';
import { CAST, UNITS } from '../stage.js';
import { choose, goTo, reads, sees } from '../steps.js';
import { shortWalk, type Walk } from './shared-house.js';

const OPINION = { subject: '食堂的汤常常是凉的', text: '午餐的汤端上来时常常已经凉了。' };
const ANSWER = '已增设保温台。';

jest.setTimeout(300_000);

const walk = shortWalk();
let people: Walk['people'];

beforeAll(() => {
  ({ people } = walk());
});

/** Opens the opinion in the list of the box. */
const opens = async (visitor: Visitor): Promise<void> => {
  await goTo(visitor, '意见箱');
  await visitor.page.getByRole('link', { name: new RegExp(OPINION.subject) }).click();
  await visitor.page.getByRole('heading', { name: OPINION.subject }).waitFor();
};

describe('the opinion box', () => {
  it('takes what somebody writes, and tells them who learns their name', async () => {
    const { page } = people.proposer;
    await goTo(people.proposer, '意见箱');
    await page.getByRole('link', { name: '投递意见' }).click();
    await reads(people.proposer, '10个工作日');
    await page.getByLabel('标题').fill(OPINION.subject);
    await page.getByLabel('意见内容').fill(OPINION.text);
    await sees(people.proposer, 'o01-new-phone');
    await page.getByRole('button', { name: '投入意见箱' }).click();
    await reads(people.proposer, '您本人');
    await sees(people.proposer, 'o02-own-phone');
  });

  it('is emptied by the committee, which routes it to a unit', async () => {
    await opens(people.committee);
    await reads(people.committee, CAST.proposer.name);
    await choose(people.committee, '承办部门', UNITS.logistics);
    await sees(people.committee, 'o03-decide-desk');
    await people.committee.page.getByRole('button', { name: '转交部门' }).click();
    await reads(people.committee, '部门办理中');
  });

  it('shows the unit what is suggested, and not by whom', async () => {
    const { page } = people.handler;
    await opens(people.handler);
    await reads(people.handler, '不向部门公开');
    expect(await page.content()).not.toContain(CAST.proposer.name);
    await page.getByLabel('答复内容').fill(ANSWER);
    await sees(people.handler, 'o04-answer-phone');
    await page.getByRole('button', { name: '发送答复' }).click();
    await reads(people.handler, '已答复');
  });

  it('asks whoever suggested it whether that helps, and publishes it without a name', async () => {
    const { page } = people.proposer;
    await opens(people.proposer);
    await reads(people.proposer, ANSWER);
    await page.getByText('有帮助', { exact: true }).click();
    await page.getByRole('button', { name: '告知委员会' }).click();
    await reads(people.proposer, '评价：有帮助');

    const desk = people.committee.page;
    await desk.reload();
    await desk.getByRole('button', { name: '不署名公布' }).click();
    await reads(people.committee, '撤下公布');
    await sees(people.committee, 'o05-published-desk');

    const reader = people.seconder.page;
    await goTo(people.seconder, '意见箱');
    await reader.getByRole('tab', { name: '公布的问答' }).click();
    await reads(people.seconder, ANSWER);
    expect(await reader.content()).not.toContain(CAST.proposer.name);
    await sees(people.seconder, 'o06-asked-and-answered-phone');
  });

  it('leaves no browser with a complaint', () => {
    for (const visitor of Object.values(people)) expect(visitor.complaints).toEqual([]);
  });
});
