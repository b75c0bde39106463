import { probe } from '@plenum/test-kit';
import { PASSWORD } from '../lib/organisation.js';
import type { Visitor } from './browser.js';
import { hasFocus, presses, types } from './keys.js';
import { acts, follows, opensBallot, reads, takesUpAtHome } from './steps.js';

const SEALING_MAX_MS = 90_000; // Keys, papers and archives are computed by BigInt, on a machine that may be busy.

/** A step of a walk: as `it`. */
export type Step = (name: string, work: () => Promise<void>) => void;

/**
 * The steps of one walk: after one has failed the others fail at once, instead of waiting for what will not come about. A part of it knows
 * of the steps before it.
 */
export function oneAfterAnother(
  before: { readonly isStuck: () => string | undefined } = { isStuck: () => undefined },
): Step & { readonly isStuck: () => string | undefined } {
  let stuckAt: string | undefined;
  const isStuck = () => before.isStuck() ?? stuckAt;
  const step: Step = (name, work) =>
    it(name, async () => {
      if (isStuck() !== undefined) throw new Error(`The walk ended before: "${isStuck()}" failed.`);
      stuckAt = name;
      await work();
      stuckAt = undefined;
    });
  return Object.assign(step, { isStuck });
}

/** Somebody of the walk, with the browser in which they are. */
export interface Walker {
  readonly staffNo: string;
  readonly name: string;
  readonly visitor: Visitor;
}

/** The scrutineers' devices make their keys in three rounds, each of which waits for all. */
export async function makeKeys(thresholdTrustees: readonly Walker[], title: string): Promise<void> {
  for (const { visitor } of thresholdTrustees) {
    const { page } = visitor;
    await takesUpAtHome(visitor, '请您生成开票钥匙', title);
    await page.getByRole('button', { name: '在本机生成恢复码' }).click();
    await page.getByRole('checkbox').check({ timeout: SEALING_MAX_MS });
    await page.getByRole('button', { name: /（第 1 步）$/ }).click();
  }
  for (const step of [/（第 2 步）$/, /（第 3 步）$/]) {
    for (const {
      visitor: { page },
    } of thresholdTrustees) {
      const next = page.getByRole('button', { name: step });
      await next.waitFor({ timeout: SEALING_MAX_MS });
      await next.click();
    }
  }
  for (const {
    visitor: { page },
  } of thresholdTrustees)
    await page.getByText('开票钥匙已生成').waitFor({ timeout: SEALING_MAX_MS });
}

/** Receives a paper on the own phone. */
export async function receivesPaper({ visitor }: Walker, title: string): Promise<void> {
  const { page } = visitor;
  await takesUpAtHome(visitor, '请您领取电子票', title);
  await page.getByRole('button', { name: '领取电子票' }).click();
  await page.getByText('电子票在这台设备上，等待投票开始').waitFor({ timeout: SEALING_MAX_MS });
}

/** Signs in anew, takes up at home what the hall asks, and receives a paper, by keys alone. */
export async function receivesByKeys({ staffNo, visitor }: Walker): Promise<void> {
  const { page, context } = visitor;
  await context.clearCookies();
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
  await types(visitor, '工号', staffNo);
  await types(visitor, '密码', PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '请您领取电子票' }).waitFor();
  await presses(visitor, /^领取选票/u);
  await page.getByRole('button', { name: '领取电子票' }).waitFor();
  await presses(visitor, /^领取电子票/u);
  await page.getByText('电子票在这台设备上，等待投票开始').waitFor({ timeout: SEALING_MAX_MS });
}

/** An officer hands a paper to somebody without a device. */
export async function handsPaper(
  { visitor }: Walker,
  title: string,
  { staffNo, name }: { readonly staffNo: string; readonly name: string },
): Promise<void> {
  const { page } = visitor;
  await opensBallot(visitor, title);
  await follows(visitor, '发票台');
  await page.getByRole('searchbox', { name: '工号或姓名' }).fill(staffNo);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `${name}（${staffNo}）` }).waitFor();
  await page.getByRole('button', { name: '发给纸质选票' }).click();
  await page.getByText(`已发票：${name}`).first().waitFor();
}

/** Marks candidates, looks at what was marked, and puts the sealed paper into the box. */
export async function votesFor({ visitor: { page } }: Walker, candidates: readonly string[]): Promise<void> {
  for (const name of candidates) await page.getByRole('checkbox', { name }).click({ timeout: SEALING_MAX_MS });
  await page.getByRole('button', { name: '核对选票' }).click();
  await page.getByRole('button', { name: '密封并投票' }).click();
  await page.getByText('您的票已在票箱里').waitFor({ timeout: SEALING_MAX_MS });
}

/** The same by keys alone. */
export async function votesByKeys({ visitor }: Walker, candidates: readonly string[]): Promise<void> {
  const { page } = visitor;
  await page.getByRole('checkbox').first().waitFor({ timeout: SEALING_MAX_MS });
  for (const name of candidates) await presses(visitor, new RegExp(name, 'u'), 'Space');
  await presses(visitor, /^核对选票/u);
  await presses(visitor, /^密封并投票/u);
  await page.getByText('您的票已在票箱里').waitFor({ timeout: SEALING_MAX_MS });
  if (!(await hasFocus(visitor))) throw new Error('The focus is lost when the paper has been cast.');
}

/** A scrutineer's device verifies the box and adds its share. */
export async function givesShare({ visitor }: Walker, title: string): Promise<void> {
  const { page } = visitor;
  await takesUpAtHome(visitor, '请您核验票箱、提交开票份额', title);
  await page.getByRole('button', { name: '核验票箱' }).click();
  await page.getByText('核验通过', { exact: true }).waitFor({ timeout: SEALING_MAX_MS });
  await page.getByRole('button', { name: '提交我的份额' }).click();
  await page.getByText('您的份额已提交').first().waitFor({ timeout: SEALING_MAX_MS });
}

/** A teller enters sheets by keys alone: for every sheet a key a line. */
export async function entersSheets({ visitor }: Walker, title: string, sheets: readonly (readonly string[])[]): Promise<void> {
  const { page } = visitor;
  await takesUpAtHome(visitor, '请您录入选票', title);
  for (const [nth, keys] of sheets.entries()) {
    await probe(
      `sheet ${nth + 1} is open and the hands are on the keys`,
      async () =>
        (await page.getByLabel('编号').inputValue()) === String(nth + 1) && (await page.locator('.sheet-line-at:focus').count()) === 1,
      { timeoutMs: 30_000 },
    );
    for (const key of [...keys, 'Enter']) await page.keyboard.press(key);
  }
  await reads(visitor, '全部录入完成');
}

/** From the desk both chiefs draw lots: each promises a number on the own device, then reveals it. */
export async function drawLots(secretary: Visitor, chiefs: readonly Walker[], title: string): Promise<void> {
  await follows(secretary, '去抽签');
  await acts(secretary, '开始抽签');
  for (const { visitor } of chiefs) {
    const { page } = visitor;
    await takesUpAtHome(visitor, '请您参加抽签', title);
    await page.getByRole('button', { name: '抽取随机数并提交承诺' }).click();
    await page
      .getByText(/您的承诺已提交|公开我的随机数/)
      .first()
      .waitFor();
  }
  for (const {
    visitor: { page },
  } of chiefs)
    await page.getByRole('button', { name: '公开我的随机数' }).click();
  await reads(secretary, '本机已按记录重算，结果一致。');
}
