import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from './browser.js';
import { CAST, SECRETARY, setStage, type Stage } from './stage.js';
import { acts, becomes, choose, downloads, firstSignIn, follows, reads, sees, signInAs } from './steps.js';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

const PLAN = '绩效工资分配方案（修订）';

let stage: Stage;
let browser: Browser;
let secretary: Visitor;
let delegate: Visitor;

beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  secretary = await Visitor.enter(browser, SECRETARY.name, 'wide', stage.house.url);
  delegate = await Visitor.enter(browser, CAST.proposer.name, 'small', stage.house.url);
  await signInAs(secretary, SECRETARY);
  await firstSignIn(delegate, 'proposer', stage.codes.proposer);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

describe('the agenda of a session', () => {
  it('is collected by the secretariat, and nobody else sees it before it is agreed', async () => {
    await follows(secretary, '议程');
    await reads(secretary, '还没有议程');
    await secretary.page.getByRole('button', { name: '列入这 4 项报告' }).click();
    await reads(secretary, '4. 上次大会提案办理情况报告');
    await reads(secretary, '缺报告人');
    await secretary.page.getByLabel('议题名称').fill(PLAN);
    await choose(secretary, '类别', '表决');
    await choose(secretary, '表决方式', '无记名投票');
    await secretary.page.getByRole('button', { name: '添加到议程末尾' }).click();
    await reads(secretary, `5. ${PLAN}`);
    await sees(secretary, '300-agenda-collected');
    await follows(delegate, '议程');
    await reads(delegate, '还没有议程');
  });

  it('is completed, and agreed with the school', async () => {
    const { page } = secretary;
    await page.getByRole('button', { name: `上移“${PLAN}”` }).click();
    await reads(secretary, `4. ${PLAN}`);
    for (const [report, speaker] of [
      ['学校工作报告', '校长'],
      ['学校财务工作报告', '总务主任'],
      ['工会工作报告', '工会主席'],
      ['上次大会提案办理情况报告', '提案工作委员会主任'],
    ] as const) {
      await page.getByRole('button', { name: `修改“${report}”` }).click();
      await page.getByLabel('报告人或说明人').first().fill(speaker);
      await page.getByRole('button', { name: '保存修改' }).click();
      await reads(secretary, new RegExp(`^${speaker} ·`));
    }
    await becomes(() => page.getByText('缺报告人').count(), 0);
    await page.getByLabel('学校方面').fill('校长办公会');
    await page.getByRole('button', { name: '登记已商定，向代表公布 5 项议题' }).click();
    await reads(secretary, /与校长办公会商定于/);
    await sees(secretary, '301-agenda-agreed');
    await delegate.page.reload();
    await reads(delegate, `4. ${PLAN}`);
    await reads(delegate, '议程草案，由大会表决通过。');
    await sees(delegate, '302-agenda-phone');
  });

  it('is adopted by hands, whose figures must fit, and is then only changed for a reason', async () => {
    const { page } = secretary;
    const tells = async (figures: Readonly<Record<string, string>>) => {
      for (const [name, figure] of Object.entries(figures)) await page.getByLabel(name, { exact: true }).fill(figure);
    };
    await reads(secretary, '全体代表 3 人，赞成达到 2 人（全体代表的半数以上）即通过。');
    await tells({ 到会代表人数: '3', 赞成: '3', 反对: '1', 弃权: '0' });
    await page.getByRole('button', { name: '登记表决：赞成 3，议程通过' }).click();
    await reads(secretary, '举手数或人数不符：共 4，而最多只能有 3。请核对后重新填写。');
    await tells({ 反对: '0' });
    await page.getByRole('button', { name: '登记表决：赞成 3，议程通过' }).click();
    await reads(secretary, '举手表决：应到 3，实到 3；赞成 3，反对 0，弃权 0；通过须 2。');
    await sees(secretary, '303-agenda-adopted');
    await page.getByRole('button', { name: '重新修改议程' }).click();
    await page.getByLabel('修改原因').fill('增加一项议题');
    await page.getByRole('dialog').getByRole('button', { name: '重新修改议程' }).click();
    await reads(secretary, '正在重新修改：增加一项议题。已通过的议程在新议程通过之前仍然有效。');
    await acts(secretary, '放弃修改');
    await reads(secretary, '以下是大会已通过的议程。');
    await delegate.page.reload();
    await reads(delegate, '以下是大会已通过的议程。');
  });
});

describe('the papers of a session', () => {
  it('are brought in and sent out by the secretariat, and read by delegates on their phones', async () => {
    const { page } = secretary;
    await choose(secretary, '所属议题', `4. ${PLAN}`);
    await becomes(() => page.getByLabel('文件名称').inputValue(), PLAN);
    const content = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 plan') };
    await page.locator('form#paper input[type=file]').setInputFiles(content);
    await page.getByRole('button', { name: '上传', exact: true }).click();
    await reads(secretary, '尚未发送');
    await reads(delegate, '还没有会议文件。');
    await page.getByRole('button', { name: '发送 1 份文件给 3 人' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await reads(secretary, '未按期发送'); // The session was to open yesterday.
    await sees(secretary, '304-papers-sent');
    await delegate.page.reload();
    await reads(delegate, '未读');
    const { name } = await downloads(delegate, `下载第 1 稿：${PLAN}`);
    expect(name).toBe(`${PLAN}.pdf`);
    await delegate.page.reload();
    await reads(delegate, '已打开');
    await sees(delegate, '305-papers-phone');
    await page.reload();
    await page.getByRole('button', { name: '已打开 1／3 人' }).click();
    await reads(secretary, /^还没有打开：/);
  });

  it('keep the session shut while they are late, until the reason is written, which everybody reads', async () => {
    const { page } = secretary;
    await page.goto(`/sessions/${stage.sessionId}/desk`);
    await reads(secretary, /^1 份会议文件没有按期发送/);
    await page.getByRole('button', { name: '记下原因，打开会议（1 份文件未按期发送）' }).click();
    await reads(secretary, '请填写：仍然开会的原因');
    await page.getByLabel('仍然开会的原因').fill('上级文件昨日才到，代表团已逐一传阅');
    await sees(secretary, '306-late-papers');
    await page.getByRole('button', { name: '记下原因，打开会议（1 份文件未按期发送）' }).click();
    await reads(secretary, '会议已打开，可以签到');
    await delegate.page.reload();
    await reads(delegate, `开会时下列文件未按期发送：${PLAN}。仍然开会的原因：上级文件昨日才到，代表团已逐一传阅`);
    await sees(delegate, '307-opened-late-phone');
  });
});

describe('the year', () => {
  it('has duties by rules, settled by evidence, and read by everybody', async () => {
    const { page } = secretary;
    await follows(secretary, '年度事项');
    await reads(secretary, '本学年还没有事项');
    await page.getByRole('button', { name: '设立“集体合同履行情况检查”' }).click();
    await page.getByLabel('日期（月-日）').fill('六月底');
    await page.getByRole('button', { name: '设立规则' }).click();
    await reads(secretary, '请写成月-日，例如 06-30。');
    const [today, late] = [0, -40].map((days) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000)),
    ) as [string, string];
    await page.getByLabel('日期（月-日）').fill(late.slice(5));
    await page.getByLabel('规则起始日').fill(late);
    await choose(secretary, '遇休息日', '不变');
    await sees(secretary, '310-year-rule');
    await page.getByRole('button', { name: '设立规则' }).click();
    await reads(secretary, '逾期未办 1 项');
    await sees(secretary, '311-year-missed');
    await page.getByRole('button', { name: '登记完成依据' }).click();
    await page.getByLabel('完成依据').fill('已检查，结果在教代会上通报。');
    await becomes(() => page.getByLabel('完成日期').inputValue(), today);
    await page.getByRole('button', { name: '登记完成（计为逾期补办）' }).click();
    await reads(secretary, '待办 0 项，逾期未办 0 项，按期完成 0 项，补办 1 项，免办 0 项。');
    await sees(secretary, '312-year-settled');
    await delegate.page.goto(`${stage.house.url}/year`);
    await reads(delegate, '逾期补办');
    await becomes(() => delegate.page.getByRole('button', { name: '登记完成依据' }).count(), 0);
    await sees(delegate, '313-year-phone');
  });
});
