import { probe } from '@plenum/test-kit';
import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from './browser.js';
import { CANDIDATES, drawSlip, prepareThreeWay, Scrutineers, SEALED_CAST, type SealedStage, setSealedStage } from './sealed-stage.js';
import { reads, sees, signInAs } from './steps.js';

jest.setTimeout(120_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

const SEALING_MAX_MS = 60_000;

let stage: SealedStage;
let browser: Browser;
let voter: Visitor;
let ballot: string;
let code: string;

beforeAll(async () => {
  stage = await setSealedStage();
  browser = await openBrowser();
  voter = await Visitor.enter(browser, SEALED_CAST.first.name, 'phone', stage.house.url);
  await signInAs(voter, SEALED_CAST.first);
  const id = await prepareThreeWay(stage, [stage.people.witness]);
  ballot = `/api/ballot/ballots/${id}`;
  const devices = new Scrutineers(ballot);
  for (const role of ['scrutineer', 'colleague'] as const) await devices.offerKey(stage.people[role]);
  code = await probe('the desk knows who is there', () => drawSlip(ballot, stage.people.witness, stage.people.first));
  await probe('the voting is open', () => stage.organisation.secretary.post<object>(`${ballot}/opening`, {}));
  await voter.page.goto(`/ballots/${id}/vote`);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

/** Who has drawn a slip instead of registering a device. */
describe('a voting code', () => {
  it('is checked while it is typed', async () => {
    const { page } = voter;
    const field = page.getByLabel('投票码（印在票签上）');
    await field.fill(code.slice(0, -1));
    await reads(voter, '还没有输完，或者多了（共 15 位）。');
    expect(await page.getByRole('button', { name: '用这个投票码' }).isDisabled()).toBe(true);
    await field.fill(code.replaceAll('-', ' '));
    await reads(voter, `投票码格式正确：${code}`);
    await sees(voter, '70-code-phone');
  });

  it('votes like a registered device', async () => {
    const { page } = voter;
    await page.getByRole('button', { name: '用这个投票码' }).click();
    await page.getByRole('radiogroup', { name: CANDIDATES.c1 }).getByRole('radio', { name: '赞成' }).click();
    await page.getByRole('button', { name: '核对选票' }).click();
    await page.getByRole('button', { name: '密封并投票' }).click();
    await page.getByText('您的票已在票箱里').waitFor({ timeout: SEALING_MAX_MS });
    expect((await stage.organisation.secretary.get<{ papers: number }>(`${ballot}/board/head`)).papers).toBe(1);
  });
});

it('was typed without one complaint of a browser', () => {
  expect(voter.complaints).toEqual([]);
});
