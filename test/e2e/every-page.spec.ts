import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { repositoryRoot } from '../lib/repository.js';
import { type Locale, LOCALES, openBrowser, SCHEMES, Visitor } from './browser.js';
import { type Contents, setFullStage } from './every-page-stage.js';
import { DOORS, type Place, PLACES } from './places.js';
import { SECRETARY, type Stage } from './stage.js';
import { signInAs } from './steps.js';

const ROUTES = join(repositoryRoot(), 'apps/web/src/app/routes.tsx');
const SCREENS = join(repositoryRoot(), 'docs/screens');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
/** The narrowest screen (WCAG 2.2, 1.4.10), which is also 1280 px at 400 %. */
const NARROW = { width: 320, height: 640 };

const FOCUS_WITHIN_MS = 30_000; // As long as a browser waits for any single thing.

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

let stage: Stage;
let contents: Contents;
let browser: Browser;
let secretary: Visitor;
let stranger: Visitor;

beforeAll(async () => {
  ({ stage, contents } = await setFullStage());
  browser = await openBrowser();
  secretary = await Visitor.enter(browser, SECRETARY.name, 'desk', stage.house.url);
  stranger = await Visitor.enter(browser, 'a stranger', 'desk', stage.house.url);
  await signInAs(secretary, SECRETARY);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

/** By how much the page is wider than its screen, once what measures itself has done so: that takes a frame or two. */
const sticksOut = ({ page }: Visitor): Promise<number> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });

/** Looks at a page: in both languages and in both schemes at a desk, and whether it fits narrow screens. @returns what is wrong */
async function faultsAt(visitor: Visitor, { route }: Place, address: string): Promise<readonly string[]> {
  const { page } = visitor;
  await page.setViewportSize(WIDE);
  await page.goto(address);
  const faults: string[] = [];
  for (const locale of LOCALES) faults.push(...(await faultsIn(visitor, route, locale)));
  await visitor.chooses('plenum.locale', LOCALES[0]);
  return [...faults, ...visitor.complaints.splice(0)];
}

async function faultsIn(visitor: Visitor, route: string, locale: Locale): Promise<readonly string[]> {
  const { page } = visitor;
  const faults: string[] = [];
  await page.setViewportSize(WIDE);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await visitor.chooses('plenum.locale', locale);
  for (const scheme of SCHEMES) {
    await visitor.chooses('plenum.scheme', scheme);
    faults.push(...(await visitor.barriersAt(`${route} ${locale} ${scheme}`, scheme === 'light' ? 'all' : 'colours')));
  }
  await visitor.chooses('plenum.scheme', 'light');
  const { headings, title } = await page.evaluate(() => ({ headings: document.querySelectorAll('h1').length, title: document.title }));
  if (headings !== 1) faults.push(`${route} ${locale}: ${headings} headings of the first level`);
  if (!title.includes('·')) faults.push(`${route} ${locale}: its title is ${title}`);
  if (locale === 'zh-CN') await keep(visitor, route, WIDE.width);
  for (const size of [PHONE, NARROW]) {
    await page.setViewportSize(size);
    const excess = await sticksOut(visitor);
    if (excess > 0) faults.push(`${route} ${locale}: ${excess} px stick out at ${size.width}`);
    if (locale === 'zh-CN' && size === PHONE) await keep(visitor, route, size.width);
  }
  return faults;
}

/** Keeps a picture for the documents where they are asked for (`PLENUM_SCREENS=1`). */
async function keep({ context, page }: Visitor, route: string, width: number): Promise<void> {
  if (process.env['PLENUM_SCREENS'] !== '1') return;
  const name = route.replace(/^\//, '').replaceAll('/', '-').replaceAll(':', '').replace('*', 'not-found') || 'home';
  const devtools = await context.newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
  await devtools.detach();
  mkdirSync(SCREENS, { recursive: true });
  writeFileSync(join(SCREENS, `${name}-${width}.webp`), Buffer.from(data, 'base64'));
}

it('knows every route of the client', () => {
  const routes = [...readFileSync(ROUTES, 'utf8').matchAll(/(?:path: |page\()'([^']+)'/g)].map(([, route]) => route);
  expect([...DOORS, ...PLACES].map(({ route }) => route).sort()).toEqual(routes.sort());
});

it.each(DOORS.map((place) => [place.route, place] as const))('a stranger can use %s, in both languages', async (_, place) => {
  expect(await faultsAt(stranger, place, place.at(contents))).toEqual([]);
});

it.each(PLACES.map((place) => [place.route, place] as const))('everybody can use %s, in both languages', async (_, place) => {
  expect(await faultsAt(secretary, place, place.at(contents))).toEqual([]);
});

it('begins each page at its content, for those who move by keyboard', async () => {
  const { page } = secretary;
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const [home, ...others] = PLACES.filter((place) => !place.route.endsWith('/screen'));
  for (const { route, at } of [...others, ...(home ? [home] : [])]) {
    await page.evaluate((address) => (window.history.pushState({}, '', address), window.dispatchEvent(new PopStateEvent('popstate'))), at(contents));
    await page.waitForFunction((address) => window.location.pathname === address && document.querySelector('h1') !== null, at(contents));
    const hasFocus = page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: FOCUS_WITHIN_MS });
    expect([route, await hasFocus.then(() => true, () => false)]).toEqual([route, true]);
  }
});
