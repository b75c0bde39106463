import writeWorkbook from 'write-excel-file/node';
import { DEVICES, type Visitor } from './browser.js';
import { CAST, type Role, type Stage, UNITS } from './stage.js';
import { acts, choose, goTo, reads, sees } from './steps.js';

const EARLIER = '三届二次教职工代表大会';
const HEADER = ['编号', '案由', '案据', '提案人', '提交日期', '主办单位', '答复', '办理结果', '承诺', '落实期限'];
const KEPT = [
  '3-2-001',
  '关于食堂延时开放的提案',
  '晚自习九点结束。',
  '久已离任',
  '2025/3/9',
  UNITS.logistics,
  '五月起开到十点。',
  '已解决',
  '',
  '',
];
const OPEN = [
  '3-2-002',
  '关于增设校车站点的提案',
  '',
  CAST.proposer.name,
  '',
  UNITS.finance,
  '列入明年计划。',
  '列入计划',
  '增设两个站点',
  '2025-12-31',
];
const LEFT = ['3-2-003', '关于更换门锁的提案', '', '', '', '', '', '', '', ''];
const WRONG = LEFT.map((cell, nth) => ({ 4: '2025年2月30日', 5: '从前的部门' })[nth] ?? cell);
const asCsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n');
const asWorkbook = async (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeWorkbook(rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))) as never).toBuffer();

/** As spreadsheets in China save it. */
function inGb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let high = 0x81; high < 0xff; high += 1)
    for (let low = 0x40; low < 0xff; low += 1) if (low !== 0x7f) codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}

/** The committee brings in what was before from its table: looks, mends, confirms, and finds it again. */
export function bringsInWhatWasBefore(around: () => { readonly stage: Stage; readonly people: Readonly<Record<Role, Visitor>> }): void {
  const takes = ({ page }: Visitor, name: string, buffer: Buffer): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  it('was before is looked at row by row; a file with faults says where they are and nothing is lost by it', async () => {
    const {
      people: { committee },
      stage: { organisation, sessionId },
    } = around();
    const { secretary } = organisation;
    const { termId } = await secretary.get<{ termId: string }>(`/api/congress/sessions/${sessionId}`);
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();
    const times = { opensAt: day(-200), closesAt: day(-199), quorum: { num: 2, den: 3, inclusive: true } };
    await secretary.post('/api/congress/sessions', { termId, sessionNo: 2, title: EARLIER, ...times });
    const { page } = committee;
    await page.reload();
    await choose(committee, '属于哪次会议', EARLIER);
    await takes(committee, '往届提案.xlsx', await asWorkbook([['往届提案汇总'], HEADER, KEPT, OPEN, WRONG]));
    await reads(committee, '往届提案.xlsx：新增 2 行，已经导入过 0 行，不能导入 1 行');
    await page.getByRole('row', { name: /^5 不能导入 3-2-003 .*提交日期：日期不对.*承办单位：没有这一项/ }).waitFor();
    await sees(committee, 'l11-import-desk');
    committee.expectsRefusal(/history-imports/);
    await takes(committee, '没有案由.csv', Buffer.from('编号,备注\r\n1,无'));
    await reads(committee, '“没有案由.csv”不能作为往届提案表读取');
    await reads(committee, '没有“案由”一列。表头要有编号和案由。');
    await reads(committee, '往届提案.xlsx：新增 2 行');
    await page.getByText('全部', { exact: true }).click();
    await page.setViewportSize(DEVICES.small.viewport);
    await sees(committee, 'l12-import-small');
    await page.setViewportSize(DEVICES.wide.viewport);
    await sees(committee, 'l13-import-wide');
  });

  it('is imported once it is confirmed by its numbers; the mended table adds what was wrong, and no table doubles anything', async () => {
    const { committee } = around().people;
    await acts(committee, '导入 2 件');
    await reads(committee, /往届提案\.xlsx 已于 .+ 导入/);
    await takes(committee, '改正.csv', inGb18030(asCsv([HEADER, KEPT, OPEN, LEFT])));
    await reads(committee, '改正.csv：新增 1 行，已经导入过 2 行，不能导入 0 行');
    await acts(committee, '导入 1 件');
    await reads(committee, /改正\.csv 已于 .+ 导入/);
    await takes(committee, '再一次.csv', Buffer.from(`\uFEFF${asCsv([HEADER, KEPT, OPEN, LEFT])}`));
    await reads(committee, '再一次.csv：新增 0 行，已经导入过 3 行，不能导入 0 行');
    await reads(committee, '没有可以导入的行。');
    await sees(committee, 'l14-import-again');
  });

  it('is found in the ledger and among the proposals', async () => {
    const { committee } = around().people;
    const { page } = committee;
    await goTo(committee, '提案委');
    await page.getByRole('link', { name: '承诺事项台账' }).click();
    await reads(committee, '增设两个站点');
    await sees(committee, 'l15-ledger-imported');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '提案', exact: true }).click();
    await page.getByRole('link', { name: '提案目录' }).click();
    await page.getByRole('searchbox').fill('校车');
    await page.getByRole('link', { name: /关于增设校车站点的提案/ }).click();
    await reads(committee, '列入明年计划。');
    await sees(committee, 'l16-imported-matter');
  });
}
