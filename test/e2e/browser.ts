import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { repositoryRoot } from '../lib/repository.js';

const CHROMIUM = process.env['PLENUM_CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const WAIT_MAX_MS = 30_000; // Much of what is waited for comes by way of another process, on a machine that may be busy.
const STILL_WITHIN_MS = 5_000; // A page that has not come to rest by then is looked at as it is.
const AXE = readFileSync(createRequire(join(repositoryRoot(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
/** What sticks to the edges of the screen would stand in the middle of a picture of the whole page. */
const UNSTUCK = `
  .frame { position: relative !important }
  .frame-head, .frame-nav ul { position: static !important }
  @media (max-width: 820px) { .frame-nav { position: absolute !important } }
`;
const SCREENSHOTS = join(repositoryRoot(), 'test/e2e/screenshots');
/** Pictures are for people's eyes: they are made when somebody asks for them. */
const KEEPS_PICTURES = process.env['PLENUM_SCREENS'] === '1';

/** What people hold in their hands: a delegate's phone, an office's screen. */
export const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
  small: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
  wide: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
  desk: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
} as const;

/** A Chromium of this machine (`PLENUM_CHROMIUM`, or Debian's shell without a window), without a window. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/** Somebody in a browser of their own: no cookie and no storage is shared with anybody else. */
export class Visitor {
  /** What a browser complains of: script errors, and files that the content security policy refused. */
  readonly complaints: string[] = [];

  private constructor(
    readonly who: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async enter(browser: Browser, who: string, device: keyof typeof DEVICES, url: string): Promise<Visitor> {
    const context = await browser.newContext({ ...DEVICES[device], baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
    context.setDefaultTimeout(WAIT_MAX_MS);
    const visitor = new Visitor(who, context, await context.newPage());
    visitor.page.on('pageerror', (error) => visitor.complaints.push(`${who}: ${error.message}`));
    visitor.page.on('console', (message) => {
      // A refusal that the page words for its reader is an answer, not a fault; Chromium logs every 4xx by itself.
      const isRefusal = /Failed to load resource.* 4\d\d /.test(message.text());
      if (message.type() === 'error' && !isRefusal) visitor.complaints.push(`${who}: ${message.text()}`);
    });
    return visitor;
  }

  /**
   * Looks at the page as it is: a screenshot is kept when pictures are asked for, nothing may stick out at the side, and axe-core finds nothing that
   * keeps somebody with a screen reader or weak eyes out. @returns what was found
   */
  async look(name: string): Promise<readonly string[]> {
    const { page } = this;
    await this.isStill();
    if (KEEPS_PICTURES) await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true, style: UNSTUCK });
    const excess = await this.within(WAIT_MAX_MS, 'the page tells its width', page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
    return [...(excess > 0 ? [`${name}: ${excess} px stick out at the side`] : []), ...(await this.barriers(name))];
  }

  /** What keeps somebody out of the page as it is, once it is still: by every rule, or by those of colours alone, where the rest has been looked at. */
  async barriersAt(name: string, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
    await this.isStill();
    return this.barriers(name, rules);
  }

  private async isStill(): Promise<void> {
    const { page } = this;
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.locator('[role=status]:not(.kept-note)').first().waitFor({ state: 'hidden' }); // What a form keeps is said for as long as it is open.
    await this.within(STILL_WITHIN_MS + WAIT_MAX_MS, 'the page comes to rest', page.evaluate(comeToRest, STILL_WITHIN_MS));
  }

  private async barriers(name: string, rules: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
    // Handed over as text: a script element would be refused by the content security policy, as it should be.
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(AXE);
    const options = { resultTypes: ['violations'], ...(rules === 'colours' ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } : {}) };
    const search = this.page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`);
    const found = await this.within(WAIT_MAX_MS, `axe-core has looked at ${name}`, search);
    const violations = found as readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[] }[];
    return violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')} (${nodes[0]?.failureSummary ?? ''})`);
  }

  /** What a page is asked to compute has no time limit of its own: it would hang as long as the test may, and not say on what. */
  private async within<T>(timeoutMs: number, awaited: string, work: Promise<T>): Promise<T> {
    const ended = new AbortController();
    const late = setTimeout(timeoutMs, undefined, { signal: ended.signal }).then(() => {
      throw new Error(`Within ${timeoutMs} ms it did not come about that ${awaited}, for ${this.who} at ${this.page.url()}`);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      ended.abort();
    }
  }
}

/** Runs in the page: waits for what moves and will end, but not for ever; a spinner never ends. */
async function comeToRest(patienceMs: number): Promise<void> {
  const ends = (animation: Animation): boolean => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime ?? 0));
  const moving = document.getAnimations().filter(ends).map((animation) => animation.finished.catch(() => undefined));
  await Promise.race([Promise.all(moving), new Promise((resolve) => window.setTimeout(resolve, patienceMs))]);
}
