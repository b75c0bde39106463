import type { Request } from 'playwright-core';
import type { Visitor } from './browser.js';
import { acts, becomes, fillSignInOf, goTo, reads } from './steps.js';
import { PASSWORD } from '../lib/organisation.js';

interface Named {
  readonly staffNo: string;
  readonly name: string;
}

/** The secretariat goes from home to the desk of the session. */
export async function goesToSessionDesk(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await goTo(visitor, '首页');
  await page.getByRole('link', { name: '会务台：开会、签到' }).first().click();
  await page
    .getByRole('heading', { name: /打开会议|签到台/ })
    .first()
    .waitFor();
}

/** Opens the session at its desk; `entitled` is what the button says. */
export async function opensSession(secretary: Visitor, entitled: number): Promise<void> {
  await acts(secretary, `打开会议，开始签到（应到 ${entitled} 人）`);
  await secretary.page.getByRole('heading', { name: '签到台' }).waitFor();
}

/** Types a staff number as a scanner does, with Enter behind it; the field is free for the next one at once. */
export async function scans({ page }: Visitor, staffNo: string): Promise<void> {
  await page.keyboard.type(staffNo);
  await page.keyboard.press('Enter');
}

/** Signs a queue in at the desk, one after another, without waiting for an acknowledgement. */
export async function signsInQueue(desk: Visitor, people: readonly Named[]): Promise<void> {
  await desk.page.getByLabel('工号或姓名').first().focus();
  for (const { staffNo } of people) await scans(desk, staffNo);
  await acknowledges(desk, people.at(-1)?.name ?? '', '签到成功');
}

/** The list at the desk shows so many people where it is asked for these: 在场, 未到, 已离场, 迟到 or 全部. */
export async function lists({ page }: Visitor, shown: string, people: number): Promise<void> {
  const list = page.getByRole('region', { name: '到会名单' });
  await list.getByRole('radiogroup', { name: '显示' }).getByText(shown, { exact: true }).click();
  await becomes(() => list.locator('.ant-table-row').count(), people);
}

/** What a page whose clock is ours asks of the attendance while so much of its time passes, and how much it is answered. */
export async function asksOfAttendance(
  { page }: Visitor,
  passingMs: number,
): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  const asked: Request[] = [];
  const hears = (request: Request) => void (request.url().includes('/attendance') && asked.push(request));
  page.on('request', hears);
  await page.clock.runFor(passingMs);
  // Requests are heard in their order: behind this one none of that time is still to come.
  await page.evaluate(() => fetch('/api/congress/house').then((answer) => answer.text()));
  page.off('request', hears);
  return Promise.all(
    asked.map(async (request) => ({
      path: new URL(request.url()).pathname,
      bytes: (await (await request.response())?.body())?.length ?? 0,
    })),
  );
}

/** The desk says this of somebody, in large letters. */
export async function acknowledges({ page }: Visitor, name: string, words: string): Promise<void> {
  await page.locator('.sign-in-notice').filter({ hasText: name }).getByText(words).waitFor();
}

/** The address behind the code that the screen of the hall shows. */
export async function codeOnScreen({ page }: Visitor): Promise<string> {
  const address = await page.locator('.screen-qr').getAttribute('data-address');
  if (address === null) throw new Error('The screen shows no code.');
  return address;
}

/** Follows the code with a phone that nobody is signed in on, signs in to the house, and with one tap to the session. */
export async function signsInByCode(visitor: Visitor, address: string, { staffNo }: Named): Promise<void> {
  await visitor.page.goto(address);
  await fillSignInOf(visitor, staffNo, PASSWORD);
  await signsIn(visitor);
}

/** The own sign-in to the session, where the phone shows it. */
export async function signsIn(visitor: Visitor): Promise<void> {
  await visitor.page.getByRole('button', { name: '签到', exact: true }).click();
  await reads(visitor, '您已签到');
}

/** "I leave", asked once. */
export async function leaves({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '我要离场' }).click();
  await page.getByRole('button', { name: '确认离场' }).click();
  await page.getByText('您已离场').waitFor();
}

/** Closes the session for good; `left` is how many matters the button says stay open. */
export async function closesSession({ page }: Visitor, left: number): Promise<void> {
  await page.getByRole('button', { name: '结束会议…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: left === 0 ? '结束会议' : `仍然结束会议（留下 ${left} 项未了）`, exact: true })
    .click();
  await page.getByText('会议已于').waitFor();
}
