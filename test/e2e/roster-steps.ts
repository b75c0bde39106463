import type { Visitor } from './browser.js';
import { CAST } from './stage.js';
import { acts, becomes, goTo, reads, sees } from './steps.js';

const ROSTER = [
  '某某学校名册',
  '工　号,姓　名,部门',
  'T20001,赵　戊辰,后勤管理处',
  'T20002,,后勤管理处',
  `${CAST.handler.staffNo},${CAST.handler.name},后勤管理处`,
].join('\n');

interface Visitors {
  readonly secretary: Visitor;
  /** Has no office. */
  readonly proposer: Visitor;
}

/** The secretariat brings people in from the spreadsheet of the personnel office, corrects one, and keeps the days off. */
export function keepsRoster(visitors: () => Visitors): void {
  it('is shown row by row, each refused cell with its reason, before anything is written', async () => {
    const { secretary } = visitors();
    await goTo(secretary, '名册');
    await secretary.page
      .locator('input[type=file]')
      .setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('某某学校名册\n编号,姓名,部门\nT20001,赵戊辰,') });
    await reads(secretary, '第 2 行：被当作表头，但没有“工号”一列。表头要有工号和姓名。');
    await secretary.page.locator('input[type=file]').setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) });
    await reads(secretary, '新增 1 行，变更 0 行，不变 1 行，不能导入 1 行');
    await reads(secretary, '姓名：必填');
    await secretary.page.getByText('有 1 个单元格没有按原样读取').waitFor();
    await secretary.page.getByText('逐个查看').click();
    await reads(secretary, '姓名：“赵　戊辰”读作“赵戊辰”（中间的空格）');
    await reads(secretary, /有 \d+ 人在册，但不在这份名单里：已离职？/);
    await secretary.page.getByText('查看是谁').click();
    await sees(secretary, '26-roster-preview');
    await acts(secretary, '写入 1 行');
    await reads(secretary, /名册\.csv 已于 .+ 写入/);
    await secretary.page.getByRole('searchbox', { name: '姓名或工号' }).fill('T20001');
    await secretary.page.getByRole('checkbox', { name: '赵戊辰' }).waitFor();
    await sees(secretary, '26-roster');
  });

  it('gives whoever is on it a code for the first sign-in, shown this once', async () => {
    const { secretary } = visitors();
    const { page } = secretary;
    await page.getByRole('checkbox', { name: '赵戊辰' }).check();
    await acts(secretary, '发放登录码（1 人）');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('赵戊辰（T20001）').waitFor();
    await dialog.getByText(/^单位代码：\S/).waitFor();
    await sees(secretary, '26-sign-in-codes');
    await page.getByRole('button', { name: '已打印，关闭' }).click();
    await page.getByRole('button', { name: '留在这里' }).click();
    await page.emulateMedia({ media: 'print' });
    await page.locator('.print-sheet').getByText('赵戊辰（T20001）').waitFor();
    await becomes(() => dialog.isVisible(), false);
    await page.emulateMedia({ media: 'screen' });
    await dialog.getByRole('button', { name: '打印', exact: true }).click();
    await page.getByRole('button', { name: '已打印，关闭' }).click();
    await reads(secretary, '已发登录码');
    await becomes(() => page.getByText('登录码', { exact: true }).count(), 0);
  });

  it('is corrected by hand, each refusal at its field', async () => {
    const { secretary } = visitors();
    const { page } = secretary;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press('更正：赵戊辰');
    await page.getByRole('textbox', { name: '邮箱' }).fill('没有邮箱');
    await press('保存');
    await reads(secretary, '格式不对');
    await sees(secretary, '26-roster-member');
    await page.getByRole('textbox', { name: '邮箱' }).fill('zhao@example.cn');
    await press('保存');
    await reads(secretary, 'zhao@example.cn');
  });

  it('has the days off beside it, by which every period is counted', async () => {
    const { secretary } = visitors();
    const { page } = secretary;
    await page.getByRole('link', { name: '工作日历' }).click();
    const year = (await page.locator('.calendar-year strong').innerText()).slice(0, 4);
    const [first, last] = [page.getByPlaceholder('第一天').first(), page.getByPlaceholder('最后一天').first()];
    await first.fill(`${year}-12-24`);
    await last.click();
    await last.fill(`${year}-12-25`);
    await last.press('Enter');
    await page.getByRole('button', { name: '保存', exact: true }).waitFor();
    await page.reload(); // What was chosen and not saved is there again.
    await reads(secretary, /已恢复/);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await reads(secretary, '工作日历已保存');
    await page.reload();
    await reads(secretary, `${year}年12月24日 至 ${year}年12月25日（2 天）`);
    await sees(secretary, '26-calendar');
    await goTo(secretary, '名册');
  });

  it('is for the secretariat alone', async () => {
    await becomes(() => visitors().proposer.page.getByRole('link', { name: '名册' }).count(), 0);
  });
}
