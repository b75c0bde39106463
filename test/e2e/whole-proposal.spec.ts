import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from './browser.js';
import { closes, dayFromToday, files, opensOnBoard, rates } from './proposal-steps.js';
import { CAST, setStage, type Stage, UNITS } from './stage.js';
import { becomes, choose, confirmRating, downloads, firstSignIn, goTo, opensOfUnit, reads, sees, signInAs } from './steps.js';
import { clearsReply, copiesForm, joinCast, MORE_CAST, sendsReply } from './whole-proposal-steps.js';

const LAMPS = { subject: '关于增设操场照明的提案', grounds: '晚上操场太暗，跑步容易摔倒。', measures: '沿跑道增设十盏路灯。' };
const FIRST = '已在东侧增设五盏路灯。';
const SECOND = '跑道全程十盏路灯已全部装好。';
const COMMENT = '西侧跑道还是看不清。';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

type Part = keyof typeof CAST | keyof typeof MORE_CAST;

let stage: Stage;
let browser: Browser;
let people: Record<Part, Visitor>;
let proposal: string;

beforeAll(async () => {
  stage = await setStage();
  await joinCast(stage);
  browser = await openBrowser();
  people = {
    proposer: await enters('proposer', 'small'),
    seconder: await enters('seconder', 'small'),
    committee: await enters('committee', 'wide'),
    handler: await enters('handler', 'small'),
    clerk: await joins('clerk', 'wide'),
    assisting: await joins('assisting', 'small'),
    leader: await joins('leader', 'small'),
  };
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

async function enters(part: keyof typeof CAST, device: 'small' | 'wide'): Promise<Visitor> {
  const visitor = await Visitor.enter(browser, CAST[part].name, device, stage.house.url);
  await firstSignIn(visitor, part, stage.codes[part]);
  return visitor;
}

async function joins(part: keyof typeof MORE_CAST, device: 'small' | 'wide'): Promise<Visitor> {
  const visitor = await Visitor.enter(browser, MORE_CAST[part].name, device, stage.house.url);
  await signInAs(visitor, MORE_CAST[part]);
  return visitor;
}

/** Nothing on the page says how the reply was rated, in whatever words. */
async function showsNoRating({ page }: Visitor): Promise<void> {
  await page.getByRole('heading', { level: 1, name: LAMPS.subject }).waitFor();
  await page.getByText(FIRST).first().waitFor();
  for (const word of [COMMENT, '办理态度']) await becomes(() => page.getByText(word).count(), 0);
}

const opensWork = async (visitor: Visitor): Promise<void> => {
  await opensOfUnit(visitor, LAMPS.subject);
};

describe('a matter on paper', () => {
  it('is called for by the committee, with all that a reply needs before it goes out', async () => {
    const { page } = people.committee;
    await goTo(people.committee, '提案委');
    await page.getByRole('link', { name: '提案征集' }).click();
    await page.getByLabel('截止到哪天（含当日）').fill(dayFromToday(12));
    await page.getByLabel('需要几位附议人').fill('1');
    for (const step of ['协办单位反馈意见', '协办单位会签', '提案工作委员会督办审核', '答复签发'])
      await page.getByLabel(step, { exact: true }).check();
    await page.getByRole('button', { name: '开始征集并通知全体代表' }).click();
    await reads(people.committee, '征集中');
    await sees(people.committee, 'w01-call-wide');
  });

  it('is copied by the clerk with the seconder who signed it, and both find it', async () => {
    const { page } = people.clerk;
    await goTo(people.clerk, '提案委');
    await page.getByRole('link', { name: '录入纸质提案' }).click();
    await copiesForm(people.clerk, LAMPS);
    await sees(people.clerk, 'w02-paper-form-wide');
    await page.getByRole('button', { name: '录入并通知 2 人' }).click();
    await reads(people.clerk, /纸质提案，.+收到，由吴戊辰录入/);
    proposal = new URL(page.url()).pathname;
    for (const visitor of [people.proposer, people.seconder]) {
      await visitor.page.goto(proposal);
      await reads(visitor, '纸质签名');
    }
    await sees(people.seconder, 'w03-seconded-small');
  });

  it('is reviewed, and routed with an assisting unit and what a leader wrote', async () => {
    const { page } = people.committee;
    await opensOnBoard(people.committee, LAMPS.subject);
    await files(people.committee);
    await choose(people.committee, '主办单位', UNITS.logistics);
    await choose(people.committee, '协办单位', UNITS.finance);
    await page.getByLabel('领导批示').fill('请后勤处暑假前完成。');
    await page.getByLabel('批示人').fill(MORE_CAST.leader.name);
    await sees(people.committee, 'w04-routing-wide');
    await page.getByRole('button', { name: '交办', exact: true }).click();
    await page.getByRole('dialog').getByText('尚未签收').waitFor();
  });
});

describe('the work on it', () => {
  it('begins with a question to the proposer', async () => {
    const { page } = people.handler;
    await opensWork(people.handler);
    await reads(people.handler, '请后勤处暑假前完成。');
    await page.getByRole('button', { name: '签收' }).click();
    await page.getByRole('button', { name: '请提案人说明' }).click();
    await page.getByLabel('请提案人说明什么').fill('指哪一段跑道？');
    await page.getByRole('button', { name: '请提案人说明，时限暂停' }).click();
    await reads(people.handler, '暂停计算，答复后继续');
    await people.proposer.page.goto(proposal);
    await people.proposer.page.getByLabel('您的说明').fill('西侧看台一段。');
    await people.proposer.page.getByRole('button', { name: '提交说明，时限继续' }).click();
    await reads(people.proposer, '已说明');
    await page.reload();
    await reads(people.handler, '西侧看台一段。');
  });

  it('ends in a reply on which the assisting unit, the leader and the committee agree', async () => {
    await clearsReply(people, FIRST);
    await sees(people.handler, 'w05-cleared-small');
    await sendsReply(people.handler);
  });

  it('is done again after a rating, of which no page of a unit says a word', async () => {
    const { page } = people.proposer;
    await page.goto(proposal);
    await page.getByRole('radiogroup', { name: '办理态度' }).getByText('满意', { exact: true }).click();
    await page.getByRole('radiogroup', { name: '办理结果' }).getByText('不满意', { exact: true }).click();
    await page.getByLabel('请说明不满意的地方').fill(COMMENT);
    await sees(people.proposer, 'w06-rating-small');
    await page.getByRole('button', { name: '提交评价', exact: true }).click();
    await confirmRating(page);
    await reads(people.proposer, /正在重新办理（第 2 轮）/);
    const work = people.handler.page.url();
    for (const visitor of [people.handler, people.assisting])
      for (const at of [work, proposal]) {
        await visitor.page.goto(at);
        await showsNoRating(visitor);
      }
    await sees(people.assisting, 'w07-assisting-small');
    await people.handler.page.goto(work);
    await sees(people.handler, 'w08-again-small');
  });

  it('goes the same way a second time, and is rated well', async () => {
    await clearsReply(people, SECOND);
    await sendsReply(people.handler);
    await people.proposer.page.goto(proposal);
    await rates(people.proposer);
    await people.handler.page.reload();
    await showsNoRating(people.handler);
  });
});

describe('what is done', () => {
  it('is closed, and its unit reads then how it was rated', async () => {
    await opensOnBoard(people.committee, LAMPS.subject);
    await reads(people.committee, /提案办结后，提案和答复立即向全体教职工公开/);
    await closes(people.committee);
    await people.handler.page.reload();
    await reads(people.handler, COMMENT);
    await sees(people.handler, 'w09-closed-small');
  });

  it('has its letters on paper, of each round', async () => {
    expect((await downloads(people.handler, '交办书')).name).toMatch(/^交办书.*\.docx$/);
    await people.proposer.page.goto(proposal);
    expect((await downloads(people.proposer, '第 2 轮答复函')).name).toMatch(/^第 2 轮答复函.*\.docx$/);
    await sees(people.proposer, 'w10-closed-small');
  });

  it('is published with that, for everybody', async () => {
    await people.committee.page.goto(proposal);
    await reads(people.committee, /已于.+向本单位全体教职工公开/);
    await sees(people.committee, 'w11-published-wide');
    await people.seconder.page.goto('/published');
    await people.seconder.page.getByRole('link', { name: new RegExp(LAMPS.subject) }).click();
    await reads(people.seconder, SECOND);
    await sees(people.seconder, 'w12-published-small');
  });

  it('is nominated and awarded, and its proposer hears of it', async () => {
    const { page } = people.committee;
    await page.goto('/proposals');
    await page.getByRole('link', { name: '评优' }).click();
    const field = page.getByRole('combobox', { name: '提案', exact: true });
    await field.click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item').getByText(new RegExp(LAMPS.subject)).click();
    await page.getByLabel('成效明显').check();
    await page.getByLabel('推荐理由').fill('十盏路灯当年装好。');
    await sees(people.committee, 'w13-nominating-wide');
    await page.getByRole('button', { name: '推荐', exact: true }).click();
    await page.getByRole('button', { name: '评定', exact: true }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '评定' }).click();
    await reads(people.committee, '已评定');
    expect((await downloads(people.committee, '下载评选名单（Word）')).name).toMatch(/^优秀提案和先进承办单位\.docx$/);
    await goTo(people.proposer, '消息');
    await people.proposer.page.getByRole('link', { name: /评为/ }).first().click();
    await reads(people.proposer, '十盏路灯当年装好。');
    await sees(people.proposer, 'w14-awarded-small');
  });

  it('leaves no browser with a complaint', () => {
    expect(Object.values(people).flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
