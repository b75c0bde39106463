import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { PASSWORD } from '../lib/organisation.js';
import { CANDIDATES, prepareThreeWay, Scrutineers, SEALED_CAST, type SealedStage, setSealedStage } from './sealed-stage.js';
import { SECRETARY } from './stage.js';

/** Playwright drives builds of Firefox of its own; what Debian ships is driven by the standard (WebDriver BiDi). */
const FIREFOX = process.env['PLENUM_FIREFOX'] ?? '/usr/bin/firefox-esr';
const PHONE = { width: 360, height: 740 };
const SEALING_MAX_MS = 60_000;
const WAIT_MAX_MS = 30_000;

jest.setTimeout(300_000);

/** Somebody in a Firefox of their own. */
class Reader {
  /** What the browser complains of. A refusal that the page words for its reader is an answer, not a fault. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {}

  static async enter(browser: Browser): Promise<Reader> {
    const context = await browser.createBrowserContext();
    const reader = new Reader(await context.newPage());
    reader.page.setDefaultTimeout(WAIT_MAX_MS);
    reader.page.on('pageerror', (error) => reader.complaints.push(String(error)));
    reader.page.on('console', (message) => void (message.type() === 'error' && reader.complaints.push(message.text())));
    return reader;
  }

  async fill(label: string, words: string): Promise<void> {
    await this.page.locator(`::-p-xpath(//input[@id = //label[starts-with(normalize-space(), "${label}")]/@for])`).fill(words);
  }

  async press(name: string, timeoutMs = WAIT_MAX_MS): Promise<void> {
    await this.page.locator(`::-p-xpath(//button[normalize-space() = "${name}"])`).setTimeout(timeoutMs).click();
  }

  async reads(words: string, timeoutMs = WAIT_MAX_MS): Promise<void> {
    await this.page.locator(`::-p-text(${words})`).setTimeout(timeoutMs).wait();
  }

  async signIn(url: string, { staffNo, name }: { readonly staffNo: string; readonly name: string }): Promise<void> {
    await this.page.bringToFront(); // What lies behind draws nothing, and nothing in it can be pressed.
    await this.page.goto(url);
    await this.fill('工号', staffNo);
    await this.fill('密码', PASSWORD);
    await this.press('登录');
    await this.reads(`${name}，您好`);
  }
}

/** Another engine than the one that every other walk is made in. */
describe('in Firefox', () => {
  let stage: SealedStage;
  let browser: Browser;
  let voter: Reader;
  let secretary: Reader;
  let ballotId: string;

  beforeAll(async () => {
    stage = await setSealedStage();
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: FIREFOX,
      headless: true,
      extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN', 'ui.prefersReducedMotion': 1 },
    });
    [voter, secretary] = [await Reader.enter(browser), await Reader.enter(browser)];
    ballotId = await prepareThreeWay(stage);
    const devices = new Scrutineers(`/api/ballot/ballots/${ballotId}`);
    for (const role of ['scrutineer', 'colleague'] as const) await devices.offerKey(stage.people[role]);
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await stage?.house.close();
  }, 60_000);

  it('a delegate receives a paper on the phone, marks it, seals it and has it in the box', async () => {
    await voter.page.setViewport(PHONE);
    await voter.signIn(stage.house.url, SEALED_CAST.first);
    await voter.page.goto(`${stage.house.url}/ballots/${ballotId}/vote`);
    await voter.press('领取电子票');
    await voter.reads('电子票在这台设备上，等待投票开始', SEALING_MAX_MS);
    await stage.organisation.secretary.decide(`/api/ballot/ballots/${ballotId}/opening`);
    await voter.reads('核对选票', SEALING_MAX_MS);
    for (const name of [CANDIDATES.c1, CANDIDATES.c2]) await voter.page.locator(`[role=radiogroup][aria-label="${name}"] input`).click();
    await voter.press('核对选票');
    await voter.press('密封并投票');
    await voter.reads('您的票已在票箱里', SEALING_MAX_MS);
    expect((await stage.organisation.secretary.get<{ papers: number }>(`/api/ballot/ballots/${ballotId}/board/head`)).papers).toBe(1);
  });

  it('the pages of the secretariat are there, and fit a phone', async () => {
    await secretary.signIn(stage.house.url, SECRETARY);
    await secretary.page.setViewport(PHONE);
    const ofBallot = ['', '/desk', '/turnout', '/issuing', '/scrutiny', '/screen'].map((side) => `/ballots/${ballotId}${side}`);
    const faults: string[] = [];
    for (const route of [
      '/',
      '/inbox',
      '/proposals',
      '/board',
      '/ballots',
      '/ballots/new',
      '/day',
      '/roster',
      '/setup',
      '/calls',
      '/register',
      '/calendar',
      '/account',
      `/sessions/${stage.session.sessionId}/desk`,
      ...ofBallot,
    ]) {
      await secretary.page.goto(`${stage.house.url}${route}`);
      await secretary.page.locator('h1').wait();
      const excess = await secretary.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (excess > 0) faults.push(`${route}: ${excess} px stick out`);
    }
    expect(faults).toEqual([]);
  });

  it('complained of nothing', () => {
    expect([voter, secretary].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
