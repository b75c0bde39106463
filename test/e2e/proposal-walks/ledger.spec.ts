import { readFile } from 'node:fs/promises';
import { bringsInWhatWasBefore } from '../history-steps.js';
import { assigns, dayFromToday, drafts, files, invites, opensCall, opensOnBoard, seconds, submits } from '../proposal-steps.js';
import { CAST, UNITS } from '../stage.js';
import { choose, downloads, goTo, opensOfUnit, reads, sees } from '../steps.js';
import { shortWalk, type Walk } from './shared-house.js';

const TEXT = { subject: '关于食堂增设窗口的提案', grounds: '中午排队太久。', measures: '增设两个窗口。', category: '后勤保障' };
const PHOTO = { name: '窗口照片.txt', mimeType: 'text/plain', buffer: Buffer.from('两个窗口。') };
const PROMISE = '秋季学期前增设两个窗口';

jest.setTimeout(300_000);

const walk = shortWalk();
let people: Walk['people'];

beforeAll(() => {
  ({ people } = walk());
});

describe('what a reply promises', () => {
  it('is asked for where the result is planned, and stands in the ledger with the reply', async () => {
    await opensCall(people.committee, { lastDay: dayFromToday(12), seconders: 1 });
    await drafts(people.proposer, TEXT);
    await invites(people.proposer, [CAST.seconder.staffNo]);
    await seconds(people.seconder, TEXT.subject);
    await people.proposer.page.reload();
    await submits(people.proposer);
    await opensOnBoard(people.committee, TEXT.subject);
    await files(people.committee);
    await assigns(people.committee, UNITS.logistics);
    const { page } = people.handler;
    await opensOfUnit(people.handler, TEXT.subject);
    await page.getByLabel('答复内容').fill('已列入下学期计划。');
    await choose(people.handler, '办理结果', '列入计划');
    await page.getByRole('button', { name: '送出答复' }).click();
    await reads(people.handler, '这一办理结果至少需要一项有期限的承诺。');
    await page.getByRole('button', { name: '增加一项承诺' }).click();
    await page.getByLabel('承诺内容').fill(PROMISE);
    await page.getByLabel('落实期限').fill(dayFromToday(20));
    await page.keyboard.press('Tab');
    await sees(people.handler, 'l01-promise-phone');
    await page.getByRole('button', { name: '送出答复' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '送出答复' }).click();
    await reads(people.handler, PROMISE);
  });

  it('is reported as done by the unit, and accepted by the committee; the proposer reads all of it', async () => {
    const { page } = people.handler;
    await goTo(people.handler, '首页');
    await page.getByRole('list', { name: '承诺事项将到期' }).waitFor();
    await goTo(people.handler, '承办');
    await page.getByRole('link', { name: '承诺事项台账' }).click();
    await sees(people.handler, 'l02-ledger-phone');
    await page.getByRole('link', { name: new RegExp(PROMISE) }).click();
    await page.getByLabel('落实了什么（依据）').fill('两个窗口已经开放。');
    await page.locator('input[type=file]').setInputFiles(PHOTO);
    await reads(people.handler, PHOTO.name);
    await sees(people.handler, 'l03-report-phone');
    await page.getByRole('button', { name: '报告已落实' }).click();
    await reads(people.handler, '待认可');

    const desk = people.committee.page;
    await desk.keyboard.press('Escape');
    await goTo(people.committee, '提案委');
    await desk.getByRole('link', { name: '承诺事项台账' }).click();
    await desk.getByRole('link', { name: new RegExp(PROMISE) }).click();
    await sees(people.committee, 'l04-accept-desk');
    await desk.getByRole('button', { name: '认可已落实' }).click();
    await reads(people.committee, '已落实');
    await desk.getByRole('link', { name: '返回' }).click();
    await reads(people.committee, '承诺');
    await sees(people.committee, 'l05-ledger-desk');

    await people.proposer.page.reload();
    await people.proposer.page.getByRole('link', { name: new RegExp(PROMISE) }).click();
    await reads(people.proposer, '两个窗口已经开放。');
    expect((await downloads(people.proposer, `下载${PHOTO.name}`)).name).toBe(PHOTO.name);
    await sees(people.proposer, 'l06-promise-phone');
  });

  it('is looked after by both sides on one page', async () => {
    const { page } = people.proposer;
    await page.goBack();
    await page.getByRole('button', { name: '记录走访' }).click();
    await page.getByLabel('走访对象').fill('后勤管理处处长');
    await page.getByLabel('所见情况').fill('窗口前不再排队。');
    await sees(people.proposer, 'l07-visit-phone');
    await page.getByRole('button', { name: '记录并通知对方' }).click();
    await reads(people.proposer, '窗口前不再排队。');
    const desk = people.committee.page;
    await opensOnBoard(people.committee, TEXT.subject);
    await reads(people.committee, '窗口前不再排队。');
    await desk.getByRole('button', { name: '列为重点督办' }).click();
    await desk.getByLabel('理由').fill('涉及全体教职工。');
    await desk.getByRole('dialog', { name: '列为重点督办' }).getByRole('button', { name: '列为重点督办' }).click();
    await reads(people.committee, '涉及全体教职工。');
    await sees(people.committee, 'l08-supervision-desk');
  });

  it('is taken along as files by whoever may read it', async () => {
    const desk = people.committee.page;
    await desk.keyboard.press('Escape');
    await desk.getByRole('link', { name: '提案资料文件' }).click();
    await choose(people.committee, '单张表格', '承诺事项');
    await sees(people.committee, 'l09-export-desk');
    const promises = await downloads(people.committee, '下载 承诺事项（.csv）');
    expect(promises.name).toBe('promises.csv');
    expect(await readFile(promises.path, 'utf8')).toContain(`${TEXT.subject},`);
    await reads(people.committee, '已保存 promises.csv。');

    const { page } = people.proposer;
    await goTo(people.proposer, '提案');
    await page.getByRole('link', { name: '提案目录' }).click();
    await page.getByRole('link', { name: '提案资料文件' }).click();
    const data = await downloads(people.proposer, '下载 供程序使用的数据（.json）');
    const { matters, promises: told } = JSON.parse(await readFile(data.path, 'utf8')) as Record<string, { subject: string }[]>;
    expect([matters, told].map((rows) => rows?.map(({ subject }) => subject))).toEqual([[TEXT.subject], [TEXT.subject]]);
    await sees(people.proposer, 'l10-export-phone');
  });

  bringsInWhatWasBefore(walk);

  it('leaves no browser with a complaint', () => {
    for (const visitor of Object.values(people)) expect(visitor.complaints).toEqual([]);
  });
});
