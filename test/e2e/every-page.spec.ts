import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { probe } from '@plenum/test-kit';
import type { Browser, Page } from 'playwright-core';
import { House } from '../lib/house.js';
import { repositoryRoot } from '../lib/repository.js';
import { type Locale, openBrowser, type Scheme, SCHEMES, Visitor } from './browser.js';
import { codeOnScreen, lists } from './day-steps.js';
import { type Contents, setFullStage } from './every-page-stage.js';
import { chineseOf, NOT_YOURS, rawIn, wordsOn } from './page-words.js';
import { SIGN_IN_PAGES, FOUNDING, type OwnedPage, type Owner, type ClientPage, OWNED_PAGES } from './client-pages.js';
import { CAST, SECRETARY } from './stage.js';
import { becomes, reads, signInAs } from './steps.js';
import { CAPITAL_MIN_M, onTheWall } from './wall.js';

const ROUTES = join(repositoryRoot(), 'apps/web/src/app/routes.tsx');
const SCREENS = join(repositoryRoot(), 'docs/screens');
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };
/** The narrowest screen (WCAG 2.2, 1.4.10), which is also 1280 px at 400 %. */
const NARROW = { width: 320, height: 640 };

/** What a projector shows of a hall. */
const WALL = { width: 1920, height: 1080 };
const FOCUS_WITHIN_MS = 30_000; // As long as a browser waits for any single thing.
const SHOWN_WITHIN_MS = 10_000;
const KEEPS_PICTURES = process.env['PLENUM_SCREENS'] === '1';
const NOWHERE = '*'; // The one page that is meant to have nothing.

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

let house: House;
let browser: Browser;
let stranger: Looker;
const pictures = new Map<string, string>();

/** Somebody who looks at pages, and all that the house answered them. */
interface Looker {
  readonly visitor: Visitor;
  answers: string;
}

async function enter(who: string): Promise<Looker> {
  const looker = { visitor: await Visitor.enter(browser, who, 'wide', house.url), answers: '' };
  looker.visitor.context.on('response', (response) => {
    if (response.headers()['content-type']?.includes('json'))
      void response.text().then(
        (text) => (looker.answers += text),
        () => undefined,
      );
  });
  return looker;
}

beforeAll(async () => {
  [house, browser] = await Promise.all([House.open(), openBrowser()]);
  stranger = await enter('a stranger');
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
}, 60_000);

/** By how much the page is wider than its screen, once what measures itself has done so: that takes a frame or two. */
const sticksOut = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });

/** Goes to another page as a link does, without loading the client anew; it is there when it has a heading of its own. */
async function follows({ page }: Visitor, address: string): Promise<void> {
  await page.evaluate((path) => {
    for (const heading of document.querySelectorAll('h1')) heading.dataset['left'] = '';
    window.history.pushState({ key: path }, '', path);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await page.locator('h1:not([data-left])').first().waitFor();
}

/**
 * Looks at the page that is open: in both languages and both schemes at a desk, and whether it fits narrow screens. Chinese is looked at in
 * the light, English in the dark: what colours do is the same in either language. @returns what is wrong
 */
async function faultsAt(looker: Looker, clientPage: ClientPage, contents: Contents): Promise<readonly string[]> {
  const { visitor } = looker;
  const { route } = clientPage;
  const faults = [...(await faultsIn(looker, route, 'zh-CN', 'light')), ...(await missingOn(visitor.page, clientPage))];
  faults.push(...(await faultsOfPicture(visitor, route)), ...(await excesses(visitor.page, `${route} zh-CN`)));
  await visitor.chooses({ 'plenum.scheme': 'dark', 'plenum.locale': 'en' });
  faults.push(...(await faultsIn(looker, route, 'en', 'dark')), ...(await excesses(visitor.page, `${route} en`)));
  await visitor.chooses({ 'plenum.scheme': 'light', 'plenum.locale': 'zh-CN' });
  const { pathname } = new URL(visitor.page.url());
  if (pathname !== clientPage.at(contents)) faults.push(`${route}: it led to ${pathname}`);
  return [...faults, ...visitor.complaints.splice(0)];
}

/** What is wrong with the page in the language and the scheme that are chosen. */
async function faultsIn({ visitor, answers }: Looker, route: string, locale: Locale, scheme: Scheme): Promise<readonly string[]> {
  const { page } = visitor;
  const name = `${route} ${locale}`;
  const faults = [...(await visitor.barriersAt(`${name} ${scheme}`))];
  const { headings, title } = await page.evaluate(() => ({ headings: document.querySelectorAll('h1').length, title: document.title }));
  if (headings !== 1) faults.push(`${name}: ${headings} headings of the first level`);
  if (!title.includes('·')) faults.push(`${name}: its title is ${title}`);
  const words = await wordsOn(page);
  faults.push(...rawIn(words).map((word) => `${name}: ${word} is no word`));
  if (locale === 'en') faults.push(...chineseOf(words, answers).map((word) => `${name}: ${word} is not translated`));
  return faults;
}

/** What sticks out at the side of narrow screens. */
async function excesses(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const size of [PHONE, NARROW]) {
    await page.setViewportSize(size);
    const excess = await sticksOut(page);
    if (excess > 0) faults.push(`${name}: ${excess} px stick out at ${size.width}`);
  }
  await page.setViewportSize(WIDE);
  return faults;
}

/** Two places that look the same are one, or one of them shows something else than what it is for. */
async function faultsOfPicture(visitor: Visitor, route: string): Promise<readonly string[]> {
  const digest = createHash('sha256')
    .update(await picture(visitor, route, WIDE))
    .digest('hex');
  const other = pictures.get(digest);
  pictures.set(digest, route);
  if (KEEPS_PICTURES) await picture(visitor, route, PHONE);
  await visitor.page.setViewportSize(WIDE);
  return other === undefined ? [] : [`${route} looks like ${other}`];
}

/** A picture of the page; it is kept for the documents where they are asked for (`PLENUM_SCREENS=1`). */
async function picture(
  { context, page }: Visitor,
  route: string,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  await page.setViewportSize(size);
  await sticksOut(page); // What measures itself has done so.
  const devtools = await context.newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
  await devtools.detach();
  const image = Buffer.from(data, 'base64');
  const name = route.replace(/^\//, '').replaceAll('/', '-').replaceAll(':', '').replace(NOWHERE, 'not-found') || 'home';
  if (KEEPS_PICTURES) {
    mkdirSync(SCREENS, { recursive: true });
    writeFileSync(join(SCREENS, `${name}-${size.width}.webp`), image);
  }
  return image;
}

const isWall = ({ route }: ClientPage): boolean => route.endsWith('/screen');

/** The wall of the hall shows its panels in turn: the space bar keeps the first. */
async function holdsWall({ page }: Visitor): Promise<void> {
  await page.keyboard.press('Space');
}

/** What a page does not show although it is about that, and what says that there is nothing, or nothing for the one whose page it is. */
async function missingOn(page: Page, { route, shows }: ClientPage): Promise<readonly string[]> {
  const said = async (): Promise<string> => (await page.locator('#root').innerText()).replaceAll(/\s+/g, ' ');
  for (const words of shows)
    await probe(`${route} shows ${words}`, async () => (await said()).includes(words), { timeoutMs: SHOWN_WITHIN_MS }).catch(
      () => undefined,
    ); // Told below.
  const text = await said();
  const empty = route === NOWHERE ? [] : await page.locator('.empty:visible, .ant-empty:visible').allInnerTexts();
  return [
    ...shows.filter((words) => !text.includes(words)).map((words) => `${route} does not show ${words}, but ${text}`),
    ...NOT_YOURS.filter((words) => text.includes(words)).map((words) => `${route} says ${words}`),
    ...empty.map((words) => `${route} has nothing to show: ${words}`),
  ];
}

it('knows every route of the client', () => {
  const routes = [...readFileSync(ROUTES, 'utf8').matchAll(/(?:path: |page\()'([^']+)'/g)].map(([, route]) => route);
  expect([FOUNDING, ...SIGN_IN_PAGES, ...OWNED_PAGES].map(({ route }) => route).sort()).toEqual(routes.sort());
});

describe('a house that nobody has founded', () => {
  it('can be founded, in both languages', async () => {
    await stranger.visitor.page.goto(FOUNDING.route);
    expect(await faultsAt(stranger, FOUNDING, {} as Contents)).toEqual([]);
  });
});

describe('a house in which a congress sits', () => {
  let contents: Contents;
  let people: Record<Owner, Looker>;

  beforeAll(async () => {
    const { contents: staged, openRunning } = await setFullStage(house);
    contents = staged;
    const signedIn = async (person: { readonly name: string; readonly staffNo: string }): Promise<Looker> => {
      const looker = await enter(person.name);
      await signInAs(looker.visitor, person);
      return looker;
    };
    people = {
      secretary: await signedIn(SECRETARY),
      proposer: await signedIn(CAST.proposer),
      seconder: await signedIn(CAST.seconder),
      committee: await signedIn(CAST.committee),
      handler: await signedIn(CAST.handler),
    };
    await receivesPaper(people.proposer.visitor);
    await openRunning();
  }, 300_000);

  /** Makes the browser ready for the vote that is about to run. */
  async function receivesPaper(voter: Visitor): Promise<void> {
    await follows(voter, `/ballots/${contents.running}/vote`);
    await voter.page.getByRole('button', { name: '领取电子票' }).click();
    await reads(voter, '电子票在这台设备上，等待投票开始');
  }

  it.each(SIGN_IN_PAGES.map((clientPage) => [clientPage.route, clientPage] as const))(
    'lets a stranger use %s, in both languages',
    async (_, clientPage) => {
      await stranger.visitor.page.goto(clientPage.route);
      expect(await faultsAt(stranger, clientPage, contents)).toEqual([]);
    },
  );

  it.each(OWNED_PAGES.map((clientPage) => [clientPage.route, clientPage.who, clientPage] as const))(
    'has %s for its %s, in both languages, begun at its content',
    async (_, who, clientPage) => {
      const { visitor } = people[who];
      await follows(visitor, clientPage.at(contents));
      if (isWall(clientPage)) await holdsWall(visitor);
      expect([...(await strayFocus(visitor, clientPage)), ...(await faultsAt(people[who], clientPage, contents))]).toEqual([]);
    },
  );

  /** Those who move by keyboard begin each page at its content; the wall of the hall has nothing to move to. */
  async function strayFocus({ page }: Visitor, clientPage: OwnedPage): Promise<readonly string[]> {
    if (isWall(clientPage)) return [];
    const hasFocus = page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: FOCUS_WITHIN_MS });
    return hasFocus.then(
      () => [],
      () => [`${clientPage.route}: nothing has the focus`],
    );
  }

  it('shows a running vote to the last row of the hall, and the code that leads to the paper, in both schemes', async () => {
    const { visitor } = people.secretary;
    await follows(visitor, `/ballots/${contents.running}/screen`);
    await holdsWall(visitor);
    await reads(visitor, '扫码投票');
    expect(await codeOnScreen(visitor)).toBe(new URL(`/ballots/${contents.running}/vote`, house.url).href);
    for (const scheme of SCHEMES) {
      await visitor.chooses({ 'plenum.scheme': scheme });
      const { capital, hidden } = await onTheWall(visitor, WALL);
      expect([scheme, hidden]).toEqual([scheme, 0]);
      expect(capital).toBeGreaterThanOrEqual(CAPITAL_MIN_M);
      // Cameras look for dark on white.
      expect([scheme, ...(await inksOfCode(visitor.page))]).toEqual([scheme, 'rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    }
    await visitor.chooses({ 'plenum.scheme': 'light' });
    await visitor.page.setViewportSize(WIDE);
  });

  const inksOfCode = (page: Page): Promise<readonly string[]> =>
    page.locator('.screen-qr').evaluate((code) => [...code.querySelectorAll('rect, path')].map((shape) => getComputedStyle(shape).fill));

  it('tells at the desk of the session who came late', async () => {
    const { visitor } = people.secretary;
    await follows(visitor, `/sessions/${contents.session}/desk`);
    await lists(visitor, '全部', Object.keys(CAST).length - 1); // All but the one who handles proposals for a unit.
    await lists(visitor, '迟到', 1);
    await visitor.page.getByRole('region', { name: '到会名单' }).getByRole('row').filter({ hasText: CAST.committee.name }).waitFor();
  });

  it('marks on the board what is overdue, and finds it', async () => {
    const { visitor } = people.committee;
    await follows(visitor, '/board');
    await visitor.page.getByRole('checkbox', { name: '只看逾期' }).click();
    await visitor.page.waitForURL(/overdue=true/);
    for (const rows of ['tr.board-late', 'tr.ant-table-row']) await becomes(() => visitor.page.locator(rows).count(), 1);
  });

  it('leaves no browser with a complaint', () => {
    expect([stranger, ...Object.values(people)].flatMap(({ visitor: { complaints } }) => complaints)).toEqual([]);
  });
});
