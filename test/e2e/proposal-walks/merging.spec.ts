import type { Visitor } from '../browser.js';
import { dayFromToday, drafts, invites, opensCall, seconds, submits } from '../proposal-steps.js';
import { CAST } from '../stage.js';
import { reads, sees } from '../steps.js';
import { shortWalk, type Walk } from './shared-house.js';

const EVENING = { subject: '关于食堂延长晚餐时间的提案', grounds: '晚自习九点结束。', measures: '延长到十点。', category: '后勤保障' };
const LATE = { subject: '关于食堂晚间供餐的提案', grounds: '加班没有饭吃。', measures: '晚间留一个窗口。', category: '后勤保障' };

jest.setTimeout(300_000);

const walk = shortWalk();
let people: Walk['people'];
let master: string;

beforeAll(() => {
  ({ people } = walk());
});

const pageOf = ({ page }: Visitor): string => new URL(page.url()).pathname;
const submitted = async (lead: Visitor, text: typeof EVENING, other: Visitor, staffNo: string): Promise<string> => {
  await drafts(lead, text);
  await invites(lead, [staffNo]);
  await seconds(other, text.subject);
  await lead.page.reload();
  await submits(lead);
  return pageOf(lead);
};

describe('two proposals of the same matter', () => {
  it('are read beside each other by the committee, which asks both authors', async () => {
    await opensCall(people.committee, { lastDay: dayFromToday(12), seconders: 1 });
    master = await submitted(people.proposer, EVENING, people.seconder, CAST.seconder.staffNo);
    await submitted(people.seconder, LATE, people.proposer, CAST.proposer.staffNo);
    const { page } = people.committee;
    await page.goto(new URL(`${master}/merging`, page.url()).toString());
    await page.getByLabel('要并入这件提案的提案').first().fill('晚间');
    await page.getByText(new RegExp(LATE.subject)).first().click();
    await reads(people.committee, LATE.measures);
    await page.getByLabel('理由').fill('两件提案是同一件事。');
    await page.keyboard.press('Tab');
    await sees(people.committee, 'm01-beside-each-other');
    await page.getByRole('button', { name: '征求全部 2 件提案提案人的意见' }).click();
    await reads(people.committee, '已提议并案');
  });

  it('become one when both consent, each on a page that shows both texts', async () => {
    for (const author of [people.seconder, people.proposer]) {
      await author.page.goto(new URL(`${master}/merging`, author.page.url()).toString());
      await reads(author, LATE.measures);
      await author.page.getByLabel('同意', { exact: true }).check();
      await sees(author, 'm02-consent-phone');
      await author.page.getByRole('button', { name: '提交意见' }).click();
      await reads(author, '同意');
    }
    await reads(people.proposer, '联名提案人');
    await sees(people.proposer, 'm03-merged-phone');
  });
});
