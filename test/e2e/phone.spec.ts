import { probe } from '@plenum/test-kit';
import type { Browser, Page } from 'playwright-core';
import { onceKnown, PASSWORD } from '../lib/organisation.js';
import { openBrowser, Visitor } from './browser.js';
import { Scrutineers, SEALED_CAST, type SealedStage, setSealedStage } from './sealed-stage.js';
import { SECRETARY } from './stage.js';
import { becomes, reads, sees, signInAs } from './steps.js';

jest.setTimeout(300_000);

const SEALING_MAX_MS = 60_000;
const NARROW = [320, 360, 640] as const; // The smallest phones in use; 640 is a desk at 200 %.
const FINGER_PX = 44; // As high as a finger needs it (WCAG 2.2, 2.5.5).
const NAMESAKE = '王伟';
/** By their staff numbers two of one name are told apart. */
const NAMESAKES = ['N10001', 'N10002'] as const;
const OTHER = '候选人方三';
/** A service that is newer than the page may refuse for a reason whose text the sign-in does not bring. */
const UNEXPECTED = { type: 'congress.forbidden', title: 'Forbidden', status: 403, traceId: 'trace', details: {} };

let stage: SealedStage;
let browser: Browser;
let voter: Visitor;
let secretary: Visitor;
let ballotId: string;

const candidate = (page: Page, name: string) => page.getByRole('radiogroup', { name, exact: true });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? '');
const review = (page: Page) => page.getByRole('button', { name: '核对选票' });

/** An election for, against or neither, on sealed papers, with two candidates of one name; its keys are there. @returns its id */
async function prepareNamesakes({ organisation, session, people }: SealedStage): Promise<string> {
  const bearers = await Promise.all(
    NAMESAKES.map((staffNo) => organisation.secretary.post<{ id: string }>('/api/congress/members', { staffNo, name: NAMESAKE })),
  );
  const candidates = [
    ...bearers.map(({ id: memberId }, nth) => ({ id: `c${nth + 1}`, label: NAMESAKE, memberId })),
    { id: 'c3', label: OTHER },
  ];
  const rules = { seats: 2, writeIns: 'none', procedure: { sealedMarks: 'three-way', nomination: null } };
  const draft = {
    sessionId: session.sessionId,
    kind: 'election',
    title: '工会委员会委员选举',
    channel: 'sealed',
    preset: 'union-election',
    rules,
    candidates,
  };
  const { id } = await onceKnown('the secretary may draft a ballot', () =>
    organisation.secretary.post<{ id: string }>('/api/ballot/ballots', draft),
  );
  const ballot = `/api/ballot/ballots/${id}`;
  await organisation.secretary.decide(`${ballot}/adoption`);
  await organisation.secretary.decide(`${ballot}/roll`);
  const [scrutineer, colleague, teller] = [people.scrutineer.memberId, people.colleague.memberId, people.teller.memberId];
  await organisation.secretary.decide(`${ballot}/officers`, {
    scrutineers: [scrutineer, colleague],
    chiefScrutineer: scrutineer,
    tellers: [teller],
    chiefTeller: teller,
  });
  const devices = new Scrutineers(ballot);
  for (const role of ['scrutineer', 'colleague'] as const) await devices.offerKey(people[role]);
  return id;
}

beforeAll(async () => {
  stage = await setSealedStage();
  browser = await openBrowser({ computes: true });
  voter = await Visitor.enter(browser, SEALED_CAST.first.name, 'phone', stage.house.url);
  secretary = await Visitor.enter(browser, SECRETARY.name, 'desk', stage.house.url);
  ballotId = await prepareNamesakes(stage);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

describe('the sign-in', () => {
  it('does not ask for the organisation where there is one, says what is missing, and keeps a refusal on the page', async () => {
    const { page } = voter;
    await page.goto('/');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await becomes(() => page.getByText('请填写这一项').count(), 2);
    await becomes(() => page.getByLabel('工号').evaluate((field) => field === document.activeElement), true);
    await becomes(() => page.getByLabel('单位代码').count(), 0);
    await page.getByLabel('工号').fill(SEALED_CAST.first.staffNo);
    await page.getByLabel('密码', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page
      .getByRole('alert')
      .getByText(/密码.*不正确/)
      .waitFor();
    await sees(voter, '90-sign-in-refused-phone');
  });

  it('speaks English to an English browser, and Chinese when asked', async () => {
    const context = await browser.newContext({ baseURL: stage.house.url, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await context.close();
  });

  it('fetches the text of a refusal that no sign-in is answered with, and then says it', async () => {
    const context = await browser.newContext({ baseURL: stage.house.url, locale: 'zh-CN' });
    const page = await context.newPage();
    const wordsOfPages: string[] = [];
    page.on('request', (request) => wordsOfPages.push(...(/words-pages-zh-CN/.exec(request.url()) ?? [])));
    await page.route('**/api/congress/sign-in', (route) => route.fulfill({ status: UNEXPECTED.status, json: UNEXPECTED }));
    await page.goto('/');
    await page.getByLabel('工号').fill(SEALED_CAST.first.staffNo);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    expect(wordsOfPages).toEqual([]);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').getByText('您没有办理此事的权限。').waitFor();
    expect(wordsOfPages).toHaveLength(1);
    await context.close();
  });
});

describe('every page', () => {
  it('fits the smallest phones and 200 %', async () => {
    await signInAs(secretary, SECRETARY);
    const { page } = secretary;
    const ofBallot = [
      '',
      '/vote',
      '/desk',
      '/turnout',
      '/issuing',
      '/evidence',
      '/lots',
      '/objections',
      '/seats',
      '/nomination',
      '/relatives',
      '/scrutiny',
      '/sheets',
      '/revise',
      '/screen',
    ];
    const routes = [
      '/',
      '/inbox',
      '/proposals',
      '/proposals/new',
      '/board',
      '/unit',
      '/ballots',
      '/ballots/new',
      '/roster',
      '/calendar',
      `/sessions/${stage.session.sessionId}/desk`,
      '/nowhere',
      ...ofBallot.map((side) => `/ballots/${ballotId}${side}`),
    ];
    const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const route of routes) {
      await page.goto(route);
      await page.getByRole('heading').first().waitFor();
      await page.getByRole('status', { name: '正在载入' }).first().waitFor({ state: 'hidden' });
      for (const width of NARROW) {
        await page.setViewportSize({ width, height: 740 });
        // What measures itself follows the width a frame or two later.
        await probe(`${route} fits ${width} px`, async () => (await excess()) <= 0, {
          describe: async () => `${await excess()} px stick out`,
        });
      }
    }
  });

  it('that is none has a heading and the way home', async () => {
    const { page } = secretary;
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/nowhere');
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
    await sees(secretary, '91-nowhere');
    await page.getByRole('link', { name: '回首页' }).click();
    await page.getByRole('heading', { name: `${SECRETARY.name}，您好` }).waitFor();
  });
});

describe('two tabs', () => {
  it('are signed out together', async () => {
    const other = await secretary.context.newPage();
    await other.goto('/inbox');
    await other.getByRole('heading', { level: 1 }).waitFor();
    await secretary.page.getByRole('button', { name: new RegExp(SECRETARY.name) }).click();
    await secretary.page.getByRole('menuitem', { name: '退出登录' }).click();
    await other.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    await other.close();
  });
});

describe('a paper on the phone', () => {
  it('shows two of one name apart, chooses nothing by itself, and is marked by arrow keys', async () => {
    const { page } = voter;
    await signInAs(voter, SEALED_CAST.first);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/ballots/${ballotId}/vote`);
    await page.getByRole('button', { name: '领取电子票' }).click();
    await page.getByText('电子票在这台设备上，等待投票开始').waitFor({ timeout: SEALING_MAX_MS });
    await becomes(() => focused(page), 'H2');
    await stage.organisation.secretary.decide(`/api/ballot/ballots/${ballotId}/opening`);
    await review(page).waitFor({ timeout: SEALING_MAX_MS });
    await becomes(() => page.getByRole('radio', { checked: true }).count(), 0);
    const [first, second] = [candidate(page, `${NAMESAKE} (${NAMESAKES[0]})`), candidate(page, `${NAMESAKE} (${NAMESAKES[1]})`)];
    await first.getByRole('radio', { name: '赞成' }).focus();
    await page.keyboard.press('ArrowRight');
    await becomes(() => first.getByRole('radio', { name: '反对' }).isChecked(), true);
    await second.getByRole('radio', { name: '赞成' }).check({ force: true });
    await sees(voter, '92-paper-phone');
    // The narrowest phone with the largest type: whole, with every mark within the hand's reach.
    await page.setViewportSize({ width: 320, height: 640 });
    await voter.chooses({ 'plenum.type-size': 'larger' });
    await sees(voter, '92-paper-narrow-larger');
    for (const mark of await first.locator('label').all()) {
      const { x = -1, width = 0, height = 0 } = (await mark.boundingBox()) ?? {};
      expect([x >= 0 && x + width <= 320, height >= FINGER_PX]).toEqual([true, true]);
    }
    await voter.chooses({ 'plenum.type-size': 'normal' });
    await page.setViewportSize({ width: 360, height: 740 });
  });

  it('keeps its marks through a reload, and through the look at them and back', async () => {
    const { page } = voter;
    const isMarked = async () => {
      await becomes(() => candidate(page, `${NAMESAKE} (${NAMESAKES[0]})`).getByRole('radio', { name: '反对' }).isChecked(), true);
      await becomes(() => candidate(page, `${NAMESAKE} (${NAMESAKES[1]})`).getByRole('radio', { name: '赞成' }).isChecked(), true);
    };
    await page.reload();
    await review(page).waitFor({ timeout: SEALING_MAX_MS });
    await isMarked();
    await review(page).click();
    await reads(voter, '赞成 1 人，反对 1 人，弃权 0 人。 没有表示 1 人，按弃权计。');
    await becomes(() => focused(page), 'H2');
    await sees(voter, '93-review-phone');
    await page.goBack();
    await review(page).waitFor();
    await isMarked();
    await review(page).click();
    await page.reload();
    await page.getByRole('button', { name: '密封并投票' }).waitFor({ timeout: SEALING_MAX_MS });
  });

  it('lies in the storage of the tab so that nobody reads it, and in no other', async () => {
    const kept = await voter.page.evaluate(() => ({ tab: JSON.stringify(sessionStorage), device: JSON.stringify(localStorage) }));
    expect(kept.tab).toContain('plenum.marks:');
    expect(`${kept.tab}${kept.device}`).not.toMatch(/[01]{9}/);
    expect(kept.device).not.toContain('plenum.marks');
  });

  it('stays where the sign-in lapses: the same person signs in over it and goes on', async () => {
    const { page, context } = voter;
    await page.clock.install();
    await page.reload();
    await page.getByRole('button', { name: '密封并投票' }).waitFor({ timeout: SEALING_MAX_MS });
    await context.clearCookies();
    await page.clock.fastForward('11:00');
    const dialog = page.getByRole('dialog', { name: '请重新登录' });
    await dialog.waitFor();
    await sees(voter, '94-sign-in-again-phone');
    await becomes(() => dialog.getByLabel('工号').inputValue(), SEALED_CAST.first.staffNo);
    await dialog.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '密封并投票' }).click();
    await page.getByRole('heading', { name: '您的票已在票箱里' }).waitFor({ timeout: SEALING_MAX_MS });
    await becomes(() => focused(page), 'H2');
    await becomes(() => page.evaluate(() => JSON.stringify(sessionStorage).includes('plenum.marks')), false);
  });
});

it('was walked without one complaint of a browser', () => {
  expect([voter, secretary].flatMap(({ complaints }) => complaints)).toEqual([]);
});
