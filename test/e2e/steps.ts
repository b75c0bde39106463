import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { probe } from '@plenum/test-kit';
import type { Browser } from 'playwright-core';
import { PASSWORD } from '../lib/organisation.js';
import { repositoryRoot } from '../lib/repository.js';
import { type DEVICES, Visitor } from './browser.js';
import { CAST, type Role, type Stage } from './stage.js';

/** Sets a password with the one-time code and arrives at home; says of which organisation, where the house has several. */
export async function firstSignIn({ page }: Visitor, role: Role, signInCode: string, organisation?: string): Promise<void> {
  await page.goto('/first-sign-in');
  if (organisation) await page.getByLabel('单位代码').fill(organisation);
  await page.getByLabel('工号').fill(CAST[role].staffNo);
  await page.getByLabel('一次性登录码').fill(signInCode);
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一次新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '设定密码并登录' }).click();
  await page.getByRole('heading', { name: `${CAST[role].name}，您好` }).waitFor();
}

/** Everybody of the cast in a browser of their own, signed in for the first time. */
export async function enterCast(
  browser: Browser,
  { house, code, codes }: Stage,
  devices: Readonly<Record<Role, keyof typeof DEVICES>>,
): Promise<Record<Role, Visitor>> {
  const enter = async (role: Role): Promise<Visitor> => {
    const visitor = await Visitor.enter(browser, CAST[role].name, devices[role], house.url);
    await firstSignIn(visitor, role, codes[role], code);
    return visitor;
  };
  return {
    committee: await enter('committee'),
    proposer: await enter('proposer'),
    seconder: await enter('seconder'),
    handler: await enter('handler'),
  };
}

/** Fills in the sign-in and sends it. */
export const fillSignIn = (visitor: Visitor, role: Role, password: string): Promise<void> =>
  fillSignInOf(visitor, CAST[role].staffNo, password);

/** The same for anybody. */
export async function fillSignInOf({ page }: Visitor, staffNo: string, password: string): Promise<void> {
  await page.getByLabel('工号').fill(staffNo);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Signs in with the password and arrives at home. */
export const signIn = (visitor: Visitor, role: Role): Promise<void> => signInAs(visitor, CAST[role]);

/** Signs in somebody who is not of the cast of the first walk. */
export async function signInAs(visitor: Visitor, { staffNo, name }: { readonly staffNo: string; readonly name: string }): Promise<void> {
  await visitor.page.goto('/');
  await fillSignInOf(visitor, staffNo, PASSWORD);
  await visitor.page.getByRole('heading', { name: `${name}，您好` }).waitFor();
}

/** Shows the password again, as a rating asks for it. */
export async function confirmRating(page: Visitor['page']): Promise<void> {
  await page.getByLabel('登录密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '确认并提交评价' }).click();
}

/** Goes to a place by the main navigation. */
export async function goTo({ page }: Visitor, place: string): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: place }).click();
}

/** Opens a matter on the list of the unit; home may name it once for each thing that is owed on it. */
export async function opensOfUnit(visitor: Visitor, subject: string): Promise<void> {
  const { page } = visitor;
  await goTo(visitor, '承办');
  await page.getByRole('heading', { level: 1, name: '承办工作' }).waitFor();
  await page.getByRole('link', { name: new RegExp(subject) }).click();
}

/** Takes up what the hall asks of somebody now: the card at the top of home leads there. */
export async function takesUp({ page }: Visitor, matter: string, about: string): Promise<void> {
  const card = page.getByRole('region', { name: '会场现在' });
  await card.getByRole('heading', { name: matter }).waitFor();
  await card.getByText(about, { exact: true }).waitFor();
  await card.getByRole('link').click();
}

/** Takes up at home what a ballot asks of somebody: in the card of the hall, or in the list of what is owed. */
export async function takesUpAtHome(visitor: Visitor, matter: string, about: string): Promise<void> {
  const { page } = visitor;
  await goTo(visitor, '首页');
  const card = page.getByRole('region', { name: '会场现在' }).filter({ hasText: matter }).filter({ hasText: about }).getByRole('link');
  const row = page.getByRole('listitem').filter({ hasText: matter }).filter({ hasText: about }).getByRole('link');
  await card.or(row).first().click();
}

/** Goes to the page of a ballot by the list of all, in which a next round has the title of the first and stands before it. */
export async function opensBallot(visitor: Visitor, title: string): Promise<void> {
  await goTo(visitor, '表决选举');
  await visitor.page.getByRole('list', { name: '表决选举' }).getByText(title, { exact: true }).first().click();
  await visitor.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** Goes to the desk of a ballot, by the list of all and its page. */
export async function opensDesk(visitor: Visitor, title: string): Promise<void> {
  await opensBallot(visitor, title);
  await follows(visitor, '组织台');
}

/** Follows a link that stands on the page by its words. */
export const follows = ({ page }: Visitor, link: string): Promise<void> => page.getByRole('link', { name: link, exact: true }).click();

/** Goes where the arrow beside the heading leads. */
export const goesBack = (visitor: Visitor): Promise<void> => follows(visitor, '返回');

/** Does an act that asks once whether it is meant, and confirms it. */
export async function acts({ page }: Visitor, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
}

/** Chooses an entry of a select box by its label; the list is gone when this is done. */
export async function choose({ page }: Visitor, label: string, option: string): Promise<void> {
  const lists = page.locator('.ant-select-dropdown:visible');
  const field = page.getByLabel(label).first(); // An entry of the list may have the same word in its name.
  await field.click();
  await lists.locator('.ant-select-item').getByText(option, { exact: true }).click(); // Beside the list stands one for screen readers.
  await field.blur();
  await lists.waitFor({ state: 'hidden' });
}

/** Looks at the page and expects to find nothing wrong with it. */
export async function sees(visitor: Visitor, name: string): Promise<void> {
  expect(await visitor.look(name)).toEqual([]);
}

/** What a page shows follows what was done on it a moment later: it is read until it is as expected. */
export async function becomes<T extends boolean | number | string | null>(read: () => Promise<T>, expected: T | RegExp): Promise<void> {
  const isSo = (now: T): boolean => (expected instanceof RegExp ? expected.test(String(now)) : now === expected);
  await probe(`the page shows ${String(expected)}`, async () => isSo(await read()), { describe: async () => String(await read()) });
}

/** The page says this, somewhere where it can be seen. */
export async function reads({ page }: Visitor, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}

/** Downloads a file by its button. @returns the name that it was given, and where it lies */
export async function downloads({ page }: Visitor, button: string): Promise<{ readonly name: string; readonly path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** What our verifier says at home of a downloaded file. @throws when it refuses it */
export const verifiedAtHome = (file: string): object =>
  JSON.parse(
    execFileSync(process.execPath, [join(repositoryRoot(), 'apps/verifier/dist/main.js'), 'verify', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as object;
