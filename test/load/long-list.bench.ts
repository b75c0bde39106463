import { syntheticPeople } from '@plenum/test-kit';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, Visitor } from '../e2e/browser.js';
import { House } from '../lib/house.js';
import { Organisation, PASSWORD } from '../lib/organisation.js';
import { figureOf, note, printFigures, type Samples } from './lib/figures.js';

// How long the roster of a large enterprise keeps somebody's hand waiting: its 5,000 rows are previewed, filtered, paged and scrolled, then
// the people on it likewise.
const ROWS = 5_000;
const ROUNDS = 3;
const PAGES = 20;
const TURNS = 30; // Of the wheel, down a page and up again.
const READ_WITHIN_MS = 60_000;
const SECRETARY = { staffNo: 'S00001', name: '工会甲子', email: 'union@example.test' };

/** Does something and answers the longest time, in ms, that the page drew nothing meanwhile. */
async function longestStall(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), isOver: false };
    Object.assign(window, { watch });
    const tick = (now: number): void => {
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (!watch.isOver) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await work();
  return page.evaluate(() => {
    const { watch } = window as unknown as { watch: { longest: number; isOver: boolean } };
    watch.isOver = true;
    return watch.longest;
  });
}

const firstRow = (list: Locator): Locator => list.locator('.ant-table-row:visible').first(); // Others are folded away.

async function turnsPages(list: Locator): Promise<void> {
  for (let turned = 0; turned < PAGES; turned += 1) {
    const [before = ''] = /[A-Z]\d{5}/.exec(await firstRow(list).innerText()) ?? []; // A staff number.
    await list.getByRole('button', { name: '下一页' }).last().click();
    await firstRow(list).filter({ hasNotText: before }).waitFor();
  }
}

async function scrolls(list: Locator): Promise<void> {
  await firstRow(list).hover();
  for (const direction of [1, -1]) for (let turn = 0; turn < TURNS; turn += 1) await list.page().mouse.wheel(0, direction * 120);
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('工号').fill(SECRETARY.staffNo);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
}

const samples = new Map<string, number[]>();
const add = (name: string, value: number) => samples.set(name, [...(samples.get(name) ?? []), value]);
const house = await House.open();
const browser = await openBrowser({ computes: true });
try {
  await Organisation.found(house, 'large', SECRETARY);
  const roster = ['工号,姓名,邮箱', ...syntheticPeople(ROWS).map(({ staffNo, name, email }) => [staffNo, name, email].join(','))].join(
    '\n',
  );
  const { page } = await Visitor.enter(browser, SECRETARY.name, 'desk', house.url);
  page.setDefaultTimeout(READ_WITHIN_MS);
  await signIn(page);
  const preview = page.getByRole('region', { name: '导入名册' });
  const members = page.getByRole('region', { name: '人员' });
  for (let round = 1; round <= ROUNDS; round += 1) {
    note(`round ${round} of ${ROUNDS}`);
    await page.goto('/roster');
    await page.locator('input[type=file]').setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) });
    const shown = page.getByText(`新增 ${ROWS} 行，变更 0 行，不变 0 行，不能导入 0 行`);
    add('preview shown, longest stall', await longestStall(page, () => shown.waitFor()));
    add('preview paged, longest stall', await longestStall(page, () => turnsPages(preview)));
    add('preview scrolled, longest stall', await longestStall(page, () => scrolls(preview)));
    add(
      'preview filtered, longest stall',
      await longestStall(page, async () => {
        for (const filter of ['新增', '不变', '全部'])
          await preview
            .locator('.roster-shown')
            .getByText(new RegExp(`^${filter}`))
            .click();
      }),
    );
  }
  await page.getByRole('button', { name: `写入 ${ROWS} 行` }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
  await page.getByText(/名册\.csv 已于 .+ 写入/).waitFor();
  for (let round = 1; round <= ROUNDS; round += 1) {
    await page.goto('/roster');
    await firstRow(members).waitFor();
    add('members paged, longest stall', await longestStall(page, () => turnsPages(members)));
    add('members scrolled, longest stall', await longestStall(page, () => scrolls(members)));
  }
  const all: Samples[] = [...samples].map(([name, values]) => ({ name, unit: 'ms', samples: values }));
  printFigures(all.map(figureOf));
} finally {
  await browser.close();
  await house.close();
}
