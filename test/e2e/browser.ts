import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import { repositoryRoot } from '../lib/repository.js';

const CHROMIUM = process.env['PLENUM_CHROMIUM'] ?? '/usr/bin/chromium-headless-shell';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WAIT_MAX_MS = 30_000; // Much of what is waited for comes by way of another process, on a machine that may be busy.
const STILL_WITHIN_MS = 5_000; // A page that has not come to rest by then is looked at as it is.
const AXE = readFileSync(createRequire(join(repositoryRoot(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
/** What says of itself that it will be something else in a moment: a button whose request is under way is paler meanwhile. */
const UNDER_WAY = '[aria-busy=true], .ant-btn-loading';
/** What sticks to the edges of the screen would stand in the middle of a picture of the whole page. */
const UNSTUCK = `
  .frame { position: relative !important }
  .frame-head, .frame-nav ul { position: static !important }
  @media (max-width: 820px) { .frame-nav { position: absolute !important } }
`;
const SCREENSHOTS = join(repositoryRoot(), 'test/e2e/screenshots');
/** Pictures are for people's eyes: they are made when somebody asks for them. */
const KEEPS_PICTURES = process.env['PLENUM_SCREENS'] === '1';

export const LOCALES = ['zh-CN', 'en'] as const;
export const SCHEMES = ['light', 'dark'] as const;
export type Locale = (typeof LOCALES)[number];
export type Scheme = (typeof SCHEMES)[number];

/** What people hold in their hands: a delegate's phone, an office's screen. */
export const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
  small: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true },
  wide: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
  desk: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false },
} as const;

/**
 * A Chromium of this machine (`PLENUM_CHROMIUM`, or Debian's shell without a window), without a window. Where no page seals or verifies
 * anything, the compilers that optimise are off: pages live for seconds here, and a third of what one computes would be their work, thrown
 * away with the page. Files have Chinese names, which a bare environment has no characters for.
 */
export const openBrowser = ({ computes = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: computes ? FLAGS : [...FLAGS, '--js-flags=--no-maglev --no-turbofan'],
  });

/** Somebody in a browser of their own: no cookie and no storage is shared with anybody else. */
export class Visitor {
  /** What a browser complains of: script errors, files that the content security policy refused, and what a page asked for in vain. */
  readonly complaints: string[] = [];
  private readonly expected: RegExp[] = [];

  private constructor(
    readonly who: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async enter(browser: Browser, who: string, device: keyof typeof DEVICES, url: string): Promise<Visitor> {
    const context = await browser.newContext({
      ...DEVICES[device],
      baseURL: url,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(WAIT_MAX_MS);
    const visitor = new Visitor(who, context, await context.newPage());
    context.on('response', (response) => visitor.hears(response));
    visitor.page.on('pageerror', (error) => visitor.complaints.push(`${who}: ${error.message}`));
    visitor.page.on('console', (message) => {
      // Chromium logs every 4xx by itself, without its method; which of them is a fault is judged where the response is heard.
      const isRefusal = /Failed to load resource.* 4\d\d /.test(message.text());
      if (message.type() === 'error' && !isRefusal) visitor.complaints.push(`${who}: ${message.text()}`);
    });
    return visitor;
  }

  /** From here on a page of this walk asks for something that is refused, and that is what the walk is about. */
  expectsRefusal(path: RegExp): void {
    this.expected.push(path);
  }

  /**
   * Looks at the page as it is: a screenshot is kept when pictures are asked for, nothing may stick out at the side, and axe-core finds
   * nothing that keeps somebody with a screen reader or weak eyes out; and all that again in the other language and the other colours at
   * once, since what colours do is the same in either language. Whatever is open, a dialog or a form that is half filled in, stays as it is
   * meanwhile. @returns what was found
   */
  async look(name: string): Promise<readonly string[]> {
    await this.isStill();
    if (KEEPS_PICTURES) await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true, style: UNSTUCK });
    const found = await this.faults(name);
    if (!(await this.isOfClient())) return found;
    const { locale, scheme, choice } = await this.page.evaluate(() => ({
      locale: document.documentElement.lang,
      scheme: document.documentElement.dataset['scheme'],
      choice: localStorage.getItem('plenum.scheme') ?? 'system',
    }));
    const [otherLocale, otherScheme] = [LOCALES.find((word) => word !== locale) ?? 'en', SCHEMES.find((word) => word !== scheme) ?? 'dark'];
    await this.chooses({ 'plenum.scheme': otherScheme, 'plenum.locale': otherLocale });
    found.push(...(await this.faults(`${name}, ${otherLocale}, ${otherScheme}`)));
    await this.chooses({ 'plenum.scheme': choice, 'plenum.locale': locale });
    return found;
  }

  /** Prints the page, and keeps it where pictures are asked for. @returns how many sheets it takes */
  async prints(name: string): Promise<number> {
    // A step that looked at one medium on purpose would have that printed, and on paper much of the page is not there to wait for.
    await this.page.emulateMedia({ media: null });
    await this.isStill();
    const pdf = await this.page.pdf({ preferCSSPageSize: true, ...(KEEPS_PICTURES ? { path: join(SCREENSHOTS, `${name}.pdf`) } : {}) });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }

  /**
   * A page asks for nothing that its reader may not have. That a sign-in has ended has to be heard somehow, and what is sent is answered in
   * words.
   */
  private hears(response: Response): void {
    const [request, status] = [response.request(), response.status()];
    const { pathname } = new URL(request.url());
    if (request.method() !== 'GET' || status < 400 || status >= 500 || status === 401 || this.expected.some((path) => path.test(pathname)))
      return;
    this.complaints.push(`${this.who}: GET ${pathname} is answered ${status}, asked for by ${this.page.url()}`);
  }

  /**
   * Another language, other colours or larger type while the page stays, as when somebody chooses them in another tab. What is chosen at
   * once is drawn once.
   */
  async chooses(words: Readonly<Partial<Record<'plenum.locale' | 'plenum.scheme' | 'plenum.type-size', string>>>): Promise<void> {
    await this.page.evaluate((chosen) => {
      for (const [key, newValue] of Object.entries(chosen)) {
        localStorage.setItem(key, newValue);
        window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
      }
    }, words);
    const locale = words['plenum.locale'];
    if (locale) await this.page.waitForFunction((lang) => document.documentElement.lang === lang, locale);
  }

  /** Whether this is a page of the web client; there are others, the verifier's for instance. */
  private isOfClient(): Promise<boolean> {
    return this.page.evaluate(() => document.querySelector('#root') !== null && document.documentElement.dataset['scheme'] !== undefined);
  }

  private async excess(name: string): Promise<readonly string[]> {
    const { excess, what } = await this.within(
      WAIT_MAX_MS,
      'the page tells its width',
      this.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const beyond = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1);
        return {
          excess: scrollWidth - clientWidth,
          what: beyond
            .slice(-2)
            .map((each) => `${each.tagName}.${each.className} "${each.textContent.slice(0, 40)}"`)
            .join(', '),
        };
      }),
    );
    return excess > 0 ? [`${name}: ${excess} px stick out at the side: ${what}`] : [];
  }

  /** What sticks out of the page as it is, and what keeps somebody out of it. */
  private async faults(name: string): Promise<string[]> {
    return [...(await this.barriersAt(name)), ...(await this.excess(name))];
  }

  /**
   * What keeps somebody out of the page as it is, once it is still. What is found is looked at again: what was only on its way from one
   * look to another is gone by then.
   */
  async barriersAt(name: string): Promise<readonly string[]> {
    await this.isStill();
    if ((await this.barriers(name)).length === 0) return [];
    await this.isStill();
    return this.barriers(name);
  }

  private async isStill(): Promise<void> {
    const { page } = this;
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    // What a form keeps is said for as long as it is open.
    await page.locator('[role=status]:not(.kept-note)').first().waitFor({ state: 'hidden' });
    await page.locator(UNDER_WAY).first().waitFor({ state: 'hidden' });
    await this.within(STILL_WITHIN_MS + WAIT_MAX_MS, 'the page comes to rest', page.evaluate(comeToRest, STILL_WITHIN_MS));
  }

  private async barriers(name: string): Promise<readonly string[]> {
    await this.bringAxe();
    const search = this.page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`);
    const found = await this.within(WAIT_MAX_MS, `axe-core has looked at ${name}`, search);
    const violations = found as readonly {
      readonly id: string;
      readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
    }[];
    return violations.map(
      ({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')} (${nodes[0]?.failureSummary ?? ''})`,
    );
  }

  /**
   * Handed over as text: a script element would be refused by the content security policy, as it should be. By the protocol itself: that is
   * half the work.
   */
  private async bringAxe(): Promise<void> {
    if (await this.page.evaluate(() => 'axe' in window)) return;
    const devtools = await this.context.newCDPSession(this.page);
    await devtools.send('Runtime.evaluate', { expression: `${AXE};0` });
    await devtools.detach();
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
  const moving = document
    .getAnimations()
    .filter(ends)
    .map((animation) => animation.finished.catch(() => undefined));
  await Promise.race([Promise.all(moving), new Promise((resolve) => window.setTimeout(resolve, patienceMs))]);
}
