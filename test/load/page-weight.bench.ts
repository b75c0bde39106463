import { probe } from '@plenum/test-kit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser, Visitor } from '../e2e/browser.js';
import { prepareMatter, SEALED_CAST, setSealedStage } from '../e2e/sealed-stage.js';
import { PASSWORD } from '../lib/organisation.js';
import { figureOf, note, printFigures, type Samples } from './lib/figures.js';

// What a phone with a bad network fetches to sign in and to vote, and how long somebody looks at nothing: a cold cache, 400 kbit/s, 400 ms.
const ROUNDS = 3;
const QUIET_MS = 1_000;
const FETCHED_WITHIN_MS = 60_000;
const SLOW = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

interface Visit {
  readonly bytes: number;
  readonly readableMs: number;
  readonly usableMs: number;
}

/** Opens an address with nothing in the cache. What the services answer, and the worker that seals, is not counted. */
async function visit(page: Page, path: string, isThere: (page: Page) => Promise<unknown>): Promise<Visit> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
  await devtools.send('Network.emulateNetworkConditions', SLOW);
  const underWay = new Set<string>();
  let [bytes, quietSince] = [0, performance.now()];
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!/\/api\/|worker/.test(request.url)) underWay.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!underWay.delete(requestId)) return;
    bytes += encodedDataLength;
    quietSince = performance.now();
  });
  const began = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await isThere(page);
  const usableMs = performance.now() - began;
  // Not `networkidle`: the page of somebody who is signed in holds a stream of notices for as long as it is open.
  await probe('the page has fetched what it is made of', async () => underWay.size === 0 && performance.now() - quietSince > QUIET_MS, {
    timeoutMs: FETCHED_WITHIN_MS,
  });
  const readableMs = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
  await devtools.detach();
  return { bytes, readableMs, usableMs };
}

const onPhone = async (browser: Browser, url: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> =>
  Visitor.enter(browser, 'a delegate', 'phone', url);

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('工号').fill(SEALED_CAST.first.staffNo);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation').waitFor();
}

const stage = await setSealedStage();
const browser = await openBrowser({ computes: true });
try {
  const ballotId = await prepareMatter(stage);
  const samples = new Map<string, { readonly unit: string; readonly values: number[] }>();
  const add = (name: string, unit: string, value: number) => {
    samples.set(name, { unit, values: [...(samples.get(name)?.values ?? []), value] });
  };
  for (let round = 1; round <= ROUNDS; round++) {
    note(`round ${round} of ${ROUNDS}`);
    for (const [name, path, isThere] of [
      ['sign-in', '/sign-in', (page: Page) => page.getByLabel('工号').waitFor()],
      ['vote', `/ballots/${ballotId}/vote`, (page: Page) => page.getByRole('button', { name: '领取电子票' }).waitFor()],
    ] as const) {
      const { context, page } = await onPhone(browser, stage.house.url);
      if (name === 'vote') await signIn(page);
      const { bytes, readableMs, usableMs } = await visit(page, path, isThere);
      add(`${name} weight`, 'kB', bytes / 1_000);
      add(`${name} readable`, 'ms', readableMs);
      add(`${name} usable`, 'ms', usableMs);
      await context.close();
    }
  }
  const all: Samples[] = [...samples].map(([name, { unit, values }]) => ({ name, unit, samples: values }));
  printFigures(all.map(figureOf));
} finally {
  await browser.close();
  await stage.house.close();
}
