import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openBrowser, type Visitor } from './browser.js';
import { dayFromToday, drafts, files, invites, opensOnBoard, seconds, submits } from './proposal-steps.js';
import { CAST, type Role, setStage, type Stage, UNITS } from './stage.js';
import { becomes, choose, downloads, enterCast, goTo, opensOfUnit, reads, sees } from './steps.js';

const LAMPS = { subject: '关于增设操场照明的提案', grounds: '晚上操场太暗。', measures: '增设十盏路灯。', category: '后勤保障' };
const ACCEPTANCE = { name: '路灯验收单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n验收合格\n%%EOF\n') };
const REPLY = '十盏路灯将在暑假前装好。';

jest.setTimeout(300_000);

let stage: Stage;
let browser: Browser;
let people: Record<Role, Visitor>;
let proposal: string;

beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  people = await enterCast(browser, stage, { committee: 'desk', proposer: 'phone', seconder: 'phone', handler: 'phone' });
  const { page } = people.committee;
  await goTo(people.committee, '提案委');
  await page.getByRole('link', { name: '提案征集' }).click();
  await page.getByLabel('截止到哪天（含当日）').fill(dayFromToday(12));
  await page.getByLabel('需要几位附议人').fill('1');
  await page.getByLabel('与提案人联系').check();
  await page.getByLabel('提案工作委员会督办审核').check();
  await page.getByRole('button', { name: '开始征集并通知全体代表' }).click();
  await reads(people.committee, '征集中');
  await drafts(people.proposer, LAMPS);
  await invites(people.proposer, [CAST.seconder.staffNo]);
  await seconds(people.seconder, LAMPS.subject);
  await people.proposer.page.reload();
  await submits(people.proposer);
  proposal = new URL(people.proposer.page.url()).pathname;
  await opensOnBoard(people.committee, LAMPS.subject);
  await files(people.committee);
  await choose(people.committee, '主办单位', UNITS.logistics);
  await page.getByLabel('领导批示').fill('请后勤处暑假前完成。');
  await page.getByLabel('批示人').fill('顾副校长');
  await page.getByRole('button', { name: '交办', exact: true }).click();
  await page.getByRole('dialog').getByText('尚未签收').waitFor();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

describe('the desk of a unit', () => {
  it('keeps what is written as a draft, through a reload', async () => {
    const { page } = people.handler;
    await opensOfUnit(people.handler, LAMPS.subject);
    await reads(people.handler, '请后勤处暑假前完成。');
    await page.getByLabel('答复内容').fill(REPLY);
    await choose(people.handler, '办理结果', '已解决');
    await reads(people.handler, /草稿已保存/);
    await sees(people.handler, 'd02-desk-phone');
    await page.locator('input[type=file]').setInputFiles(ACCEPTANCE);
    await page.getByRole('list', { name: '佐证材料' }).first().getByText(ACCEPTANCE.name).waitFor();
    await page.reload();
    await page.getByText(REPLY).first().waitFor();
    await page.getByRole('button', { name: `删除${ACCEPTANCE.name}` }).scrollIntoViewIfNeeded();
    await sees(people.handler, 'd02-evidence-phone');
    await reads(people.handler, /还有 2 项未完成/);
  });

  it('logs that it spoke with the proposer, who reads it and nothing of the draft', async () => {
    const { page } = people.handler;
    await page.getByRole('button', { name: '记录一次联系' }).click();
    await page.getByLabel('本单位谁联系的').fill('胡处长');
    await page.getByLabel('谈了什么').fill('商定暑假前装好。');
    await page.getByRole('button', { name: '记录并让提案人看到' }).click();
    await reads(people.handler, '商定暑假前装好。');
    await people.proposer.page.reload();
    await reads(people.proposer, '商定暑假前装好。');
    await sees(people.proposer, 'd03-proposer-phone');
    await becomes(() => people.proposer.page.getByText(REPLY).count(), 0);
    await becomes(() => people.proposer.page.getByText('办理台').count(), 0);
    await becomes(() => people.proposer.page.getByText(ACCEPTANCE.name).count(), 0);
  });

  it('puts its draft to the committee, which returns it with a reason, and then passes it', async () => {
    const { page } = people.handler;
    await page.getByRole('button', { name: '第 1 稿送提案工作委员会审核' }).click();
    await reads(people.handler, '督办未审核');
    const desk = people.committee.page;
    await desk.goto('/board?word=NOT_AUDITED');
    await desk
      .getByRole('row', { name: new RegExp(LAMPS.subject) })
      .getByText('督办未审核')
      .waitFor();
    await sees(people.committee, 'd04-waits-for-audit');
    await goTo(people.handler, '承办');
    await choose(people.handler, '等待事项', '协办未会签');
    await becomes(() => page.getByText(LAMPS.subject).count(), 0);
    await choose(people.handler, '等待事项', '督办未审核');
    await sees(people.handler, 'd04-waits-for-audit-phone');
    await page.getByRole('link', { name: new RegExp(`${LAMPS.subject}.*督办未审核`) }).click();
    const audits = async (outcome: string, reason?: string) => {
      await desk.goto(new URL(proposal, desk.url()).toString());
      await desk.getByLabel(outcome, { exact: true }).check();
      if (reason) await desk.getByLabel('答复理由').fill(reason);
      await sees(people.committee, `d04-audit-${reason ? 'returned' : 'passed'}`);
      await desk.getByRole('button', { name: reason ? '不同意' : '提交意见', exact: true }).click();
    };
    await audits('不同意', '请写明由谁负责。');
    await page.reload();
    await reads(people.handler, '请写明由谁负责。');
    await page.getByLabel('答复内容').fill(`${REPLY}由胡处长负责。`);
    await reads(people.handler, /草稿已保存/);
    await page.getByRole('button', { name: '第 2 稿送提案工作委员会审核' }).click();
    await reads(people.handler, '督办未审核');
    await audits('同意');
    await page.reload();
    await page.getByRole('button', { name: '送出答复' }).click();
    await reads(people.handler, '随答复送出 1 个文件。');
    await page.getByRole('dialog').getByRole('button', { name: '送出答复' }).click();
    await reads(people.handler, '答复已送出，等待提案人评价。');
    await sees(people.handler, 'd05-replied-phone');
  });

  it('shows its evidence to the proposer once the reply is out, as a file to be kept', async () => {
    await people.proposer.page.reload();
    const { name, path } = await downloads(people.proposer, `下载${ACCEPTANCE.name}`);
    expect(name).toBe(ACCEPTANCE.name);
    expect((await readFile(path)).equals(ACCEPTANCE.buffer)).toBe(true);
    await people.proposer.page.getByRole('list', { name: '佐证材料' }).scrollIntoViewIfNeeded();
    await sees(people.proposer, 'd06-evidence-phone');
  });

  it('has its letters, for the unit that of assignment too', async () => {
    expect((await downloads(people.handler, '交办书')).name).toMatch(/^交办书/);
    await people.proposer.page.reload();
    expect((await downloads(people.proposer, '第 1 轮答复函')).name).toMatch(/答复函/);
    await becomes(() => people.proposer.page.getByRole('button', { name: '交办书' }).count(), 0);
  });
});
