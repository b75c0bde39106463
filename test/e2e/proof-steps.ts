import { expect } from '@jest/globals';
import type { Visitor } from './browser.js';
import { becomes, downloads, goesBack, goTo, reads, sees } from './steps.js';

interface Visitors {
  readonly secretary: Visitor;
  /** Has no office. */
  readonly proposer: Visitor;
}

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1440, height: 900 };

const people = ({ page }: Visitor) => page.getByRole('list', { name: '送达人员' }).getByRole('listitem');

async function looks(visitor: Visitor, name: string): Promise<void> {
  for (const [size, device] of [
    [PHONE, 'phone'],
    [WIDE, 'wide'],
  ] as const) {
    await visitor.page.setViewportSize(size);
    await sees(visitor, `${name}-${device}`);
  }
}

/** The secretariat looks whom an announcement has reached, has those whom it has not sign on paper, and records that. */
export function provesService(visitors: () => Visitors): void {
  it('lists what was told, and of each person what became of it', async () => {
    const { secretary } = visitors();
    await goTo(secretary, '消息');
    await secretary.page.getByRole('link', { name: '送达凭证' }).click();
    await secretary.page.getByRole('link', { name: /【通知】会场调整/ }).waitFor();
    await looks(secretary, '44-proofs');
    await secretary.page.getByRole('link', { name: /【通知】会场调整/ }).click();
    await secretary.page.getByRole('heading', { name: '送达人员' }).waitFor();
    await becomes(async () => (await people(secretary).count()) >= 3, true);
    await people(secretary)
      .first()
      .getByText(/^系统内通知：/)
      .waitFor();
    await looks(secretary, '45-proof');
  });

  it('prints who is to be told on paper, with a column to sign', async () => {
    const { secretary } = visitors();
    const { page } = secretary;
    await page.getByRole('link', { name: '纸质送达名单' }).click();
    await page.getByLabel('几天未阅读列入名单').fill('0');
    await page.getByLabel('几天未阅读列入名单').blur();
    await page.getByRole('button', { name: /^打印名单（\d+ 人）$/ }).waitFor();
    await becomes(async () => (await page.getByRole('columnheader', { name: '签收' }).count()) > 0, true);
    await page.getByText('按代表团', { exact: true }).click();
    await page.getByRole('heading', { name: /^不在代表团（\d+ 人）$/ }).waitFor();
    await page.getByText('按部门', { exact: true }).click();
    await looks(secretary, '46-paper-list');
    expect(await secretary.prints('46-paper-list')).toBe(1);
    await goesBack(secretary);
  });

  it('has two on record as signed, finds them by a filter, and corrects one with a reason', async () => {
    const { secretary } = visitors();
    const { page } = secretary;
    await page.getByText('未阅读且未签收', { exact: true }).click();
    for (const nth of [0, 1]) await people(secretary).getByRole('checkbox').nth(nth).check();
    await page.getByRole('button', { name: '登记 2 人已签收' }).click();
    await reads(secretary, '已登记 2 人签收');
    await page.getByRole('search').getByText('已纸质签收', { exact: true }).click();
    await becomes(() => people(secretary).count(), 2);
    await people(secretary)
      .first()
      .getByText(/纸质签收，.+登记于/)
      .waitFor();
    await looks(secretary, '47-signed');
    await people(secretary)
      .first()
      .getByRole('button', { name: /^更正签收登记/ })
      .click();
    await page.getByRole('dialog').getByLabel('更正理由').fill('名单上签的是同名的另一位。');
    await sees(secretary, '48-correct-signature');
    await page.getByRole('dialog').getByRole('button', { name: '保存更正' }).click();
    await reads(secretary, '已更正');
    await becomes(() => people(secretary).count(), 1);
  });

  it('is taken along as a table', async () => {
    const { secretary } = visitors();
    const { name } = await downloads(secretary, '下载表格：已纸质签收');
    expect(name).toBe('送达凭证.xlsx');
  });

  it('is the organisers’ alone', async () => {
    const { proposer } = visitors();
    await goTo(proposer, '消息');
    await becomes(() => proposer.page.getByRole('link', { name: '送达凭证' }).count(), 0);
  });
}
