import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from './browser.js';

/** A page that is fit to be seen, with a spinner in it that turns as long as the page is open, whatever its reader asked for. */
const RESTLESS = `<!doctype html><html lang="en"><head><title>Restless</title><style>
  @keyframes turn { to { transform: rotate(360deg) } }
  .spinner { width: 20px; height: 20px; background: #1b5e6b; animation: turn 1s linear infinite }
  .notice { animation: turn 50ms 1 }
</style></head><body><main><h1>Restless</h1><p class="notice">It is here.</p>
<div class="spinner"></div><p role="status" style="display: none"></p></main></body></html>`;

/** A button whose request takes a second, in colours too pale to read: meanwhile, or for good. */
const pale = (forGood: boolean): string => `<!doctype html><html lang="en"><head><title>Pale</title><style>
  button { background: #fff; color: #1b5e6b } .pale { color: #71a2ac }
</style></head><body><main><h1>Pale</h1><button class="pale" aria-busy="true">Count</button>
<p role="status" style="display: none"></p></main>
<script>setTimeout(() => {
  const button = document.querySelector('button');
  button.removeAttribute('aria-busy');
  ${forGood ? '' : "button.className = ''"}
}, 1000)</script></body></html>`;

/** A house whose every answer is its status: `/404` is not found. */
const REFUSING = 'http://house.test';

describe('a visitor', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser?.close());

  it('looks at a page whose spinner never ends, once the rest has come to rest', async () => {
    const visitor = await Visitor.enter(browser, 'somebody', 'phone', 'http://127.0.0.1');
    await visitor.page.setContent(RESTLESS);
    expect(await visitor.page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
    expect(await visitor.look('restless')).toEqual([]);
  });

  it('waits for what is under way, and finds what is too pale for good', async () => {
    const visitor = await Visitor.enter(browser, 'somebody', 'desk', 'http://127.0.0.1');
    await visitor.page.setContent(pale(false));
    expect(await visitor.look('in a moment')).toEqual([]);
    await visitor.page.setContent(pale(true));
    expect(await visitor.look('for good')).toEqual([expect.stringMatching(/color-contrast at button/)]);
  });

  it('asks pages for a quiet screen', async () => {
    const visitor = await Visitor.enter(browser, 'somebody', 'desk', 'http://127.0.0.1');
    expect(await visitor.page.evaluate(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
  });

  it('complains of what a page asks for in vain; not of a refused change, of a sign-in that has ended, or of what the walk expects', async () => {
    const visitor = await Visitor.enter(browser, 'somebody', 'desk', REFUSING);
    await visitor.context.route('**/*', (route) =>
      route.fulfill({ status: Number(/\d+/.exec(route.request().url())?.[0]), contentType: 'text/html', body: '' }),
    );
    await visitor.page.goto('/200');
    const asks = (path: string, method = 'GET') =>
      visitor.page.evaluate(([to, how]) => fetch(to, { method: how }).then(({ status }) => status), [path, method] as const);
    visitor.expectsRefusal(/^\/409\/expected$/);
    for (const [path, method] of [
      ['/200', 'GET'],
      ['/422', 'POST'],
      ['/404', 'DELETE'],
      ['/401', 'GET'],
      ['/409/expected', 'GET'],
    ] as const)
      await asks(path, method);
    expect(visitor.complaints).toEqual([]);
    for (const path of ['/403', '/404?page=2', '/409/another']) await asks(path);
    expect(visitor.complaints).toEqual(
      ['403', '404', '409/another'].map((path) => `somebody: GET /${path} is answered ${path.slice(0, 3)}, asked for by ${REFUSING}/200`),
    );
  });
});
