import { probe } from '@plenum/test-kit';
import type { Browser } from 'playwright-core';
import { signsTally } from './ballot-steps.js';
import { openBrowser, Visitor } from './browser.js';
import {
  CANDIDATES,
  DELEGATES,
  ELECTION,
  preparePaper,
  preparePaperElection,
  SEALED_CAST,
  type SealedRole,
  type SealedStage,
  setSealedStage,
} from './sealed-stage.js';
import { becomes, choose, reads, sees, signInAs } from './steps.js';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

const [FIRST, SECOND] = ['teller', 'witness'] as const;

let stage: SealedStage;
let browser: Browser;
let people: Record<'teller' | 'witness' | 'scrutineer', Visitor>;
let ballot: string;

beforeAll(async () => {
  stage = await setSealedStage();
  browser = await openBrowser();
  const enter = (role: SealedRole) => Visitor.enter(browser, SEALED_CAST[role].name, 'desk', stage.house.url);
  people = { teller: await enter('teller'), witness: await enter('witness'), scrutineer: await enter('scrutineer') };
  for (const [role, visitor] of Object.entries(people)) await signInAs(visitor, SEALED_CAST[role as SealedRole]);
  const id = await preparePaper(stage);
  ballot = `/api/ballot/ballots/${id}`;
  const { secretary } = stage.organisation;
  await probe('the quorum is known', () => secretary.decide<object>(`${ballot}/opening`, { issued: DELEGATES.length }));
  await secretary.decide(`${ballot}/closing`, { voters: DELEGATES.length, returned: DELEGATES.length });
  for (const visitor of Object.values(people)) await visitor.page.goto(`/ballots/${id}/sheets`);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

/** Marks a sheet by keys alone, as a teller does who has a hundred before the break. */
async function marks({ page }: Visitor, no: number, ...keys: string[]): Promise<void> {
  await probe(
    `sheet ${no} is open and the hands are on the keys`,
    async () => (await page.getByLabel('编号').inputValue()) === String(no) && (await page.locator('.sheet-line-at:focus').count()) === 1,
  );
  for (const key of keys) await page.keyboard.press(key);
}

/** The same to its end. */
async function types(teller: Visitor, no: number, ...keys: string[]): Promise<void> {
  await marks(teller, no, ...keys);
  await teller.page.keyboard.press('Enter');
}

describe('sheets of paper', () => {
  it('are entered by keys alone, each by a press of its own: a key that is held saves no blank sheet', async () => {
    const teller = people[FIRST];
    const { page } = teller;
    const saved: string[] = [];
    page.on('request', (request) => void (request.method() === 'PUT' && request.url().endsWith('/sheets') && saved.push(request.url())));
    await sees(teller, '60-sheet');
    await marks(teller, 1, '1', '2', '3');
    await page.keyboard.down('Enter');
    await marks(teller, 2); // The key is still down when the next sheet opens, and repeats itself.
    for (let again = 0; again < 8; again += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await types(teller, 2, '1', '1', '1');
    await types(teller, 3, '1', 'ArrowDown', '2');
    await reads(teller, '全部录入完成');
    expect(saved).toHaveLength(3);
    await sees(teller, '61-entry-complete');
  });

  it('are entered a second time by somebody who sees nothing of the first entry', async () => {
    const teller = people[SECOND];
    await reads(teller, '已录 0 / 3 张');
    await types(teller, 1, '1', '2', '3');
    await types(teller, 2, '1', '1', '2');
    await types(teller, 3, '1', '2', '2');
    await reads(teller, '全部录入完成');
  });

  it('are told apart where they were read differently, and settled by a third', async () => {
    const { page } = people.scrutineer;
    const row = (no: number) => page.getByRole('listitem').filter({ hasText: `第 ${no} 张` });
    await row(2).getByText('待裁定').waitFor();
    await row(3).getByText('待裁定').waitFor();
    await becomes(() => row(1).count(), 0);
    await sees(people.scrutineer, '62-differences');
    for (const [no, key] of [
      [2, '1'],
      [3, '3'],
    ] as const) {
      await row(no).getByRole('button', { name: '对照选票裁定' }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .locator('.sheet-line')
        .nth(no === 2 ? 2 : 1)
        .focus();
      await page.keyboard.press(key);
      if (no === 2) await sees(people.scrutineer, '63-decide');
      await dialog
        .getByRole('button', { name: '确 定' })
        .or(dialog.getByRole('button', { name: '确定' }))
        .click();
      await row(no).getByText('已裁定').waitFor();
    }
    await becomes(() => people[FIRST].page.getByRole('button', { name: '对照选票裁定' }).count(), 0);
  });

  it('are told in all while they are read, and of nobody', async () => {
    const { page } = people.teller;
    await page.goto(page.url().replace('/sheets', '/turnout'));
    await page.locator('.figures > div').filter({ hasText: '已收回' }).getByText(String(DELEGATES.length), { exact: true }).waitFor();
    await reads(people.teller, /另有 1 个代表团不单独列出/);
    await sees(people.teller, '64-turnout');
  });

  it('give the count that the third decided', async () => {
    const { secretary } = stage.organisation;
    await secretary.post(`${ballot}/count`);
    const { outcome } = await secretary.get<{ outcome: { items: readonly object[] } }>(`${ballot}/result`);
    expect(outcome.items).toMatchObject([
      { yes: 3, no: 0, abstain: 0 },
      { yes: 1, no: 1, abstain: 1 },
      { yes: 1, no: 1, abstain: 1 },
    ]);
  });
});

describe('an election on paper', () => {
  const WRITTEN = SEALED_CAST.first.name;
  let id: string;
  const ballotPath = () => `/api/ballot/ballots/${id}`;
  const sheetNo = ({ page }: Visitor, no: number) => page.getByRole('listitem').filter({ hasText: `第 ${no} 张` });
  const written = ({ page }: Visitor) =>
    page
      .getByRole('listitem')
      .filter({ hasText: WRITTEN })
      .filter({ hasText: /待确认|已确认/ });

  it('is printed twice on one page, with a line to write on, and without the page around it', async () => {
    const { scrutineer } = people;
    id = await preparePaperElection(stage);
    await scrutineer.page.goto(`/ballots/${id}/print`);
    await becomes(() => scrutineer.page.locator('.printed-ballot').count(), 2);
    await sees(scrutineer, '65-printed-papers');
    await scrutineer.page.emulateMedia({ media: 'print' });
    await becomes(() => scrutineer.page.getByRole('row').filter({ hasText: CANDIDATES.c2 }).count(), 2);
    await becomes(() => scrutineer.page.getByRole('navigation', { name: '主导航' }).isVisible(), false);
    await becomes(() => scrutineer.page.getByRole('heading', { level: 1 }).isVisible(), false);
    expect(await scrutineer.prints('65-printed-papers')).toBe(1);
  });

  it('has a sheet that one reads otherwise, one that is doubted, and one with a name written on it', async () => {
    const { secretary } = stage.organisation;
    await secretary.decide(`${ballotPath()}/opening`, { issued: DELEGATES.length });
    await secretary.decide(`${ballotPath()}/closing`, { voters: DELEGATES.length, returned: DELEGATES.length });
    for (const visitor of Object.values(people)) await visitor.page.goto(`/ballots/${id}/sheets`);
    for (const [role, third] of [
      [FIRST, '1'],
      [SECOND, '2'],
    ] as const) {
      const teller = people[role];
      const next = () => teller.page.getByRole('button', { name: '保存，下一张' }).click();
      await marks(teller, 1, '1', '2');
      if (role === FIRST) await choose(teller, '留给监票人认定', '辨认不清');
      await next();
      await marks(teller, 2);
      await teller.page.getByLabel('另选他人（用顿号分开）').fill(WRITTEN);
      await next();
      await types(teller, 3, third, '2');
      await reads(teller, '全部录入完成');
    }
  });

  it('shows the doubtful sheet as it was read and ruled, also to those who read it; a ruling is put right', async () => {
    const { scrutineer, teller } = people;
    const { page } = scrutineer;
    const doubtful = sheetNo(scrutineer, 1);
    await doubtful.getByText('留给监票人：辨认不清').waitFor();
    await becomes(() => written(scrutineer).count(), 0); // Names are looked at once every sheet stands.
    for (const [verdict, said] of [
      ['无效', '无效（辨认不清）'],
      ['部分有效', '部分有效（辨认不清）'],
    ] as const) {
      await doubtful.getByRole('button', { name: '认定', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radiogroup', { name: '认定' }).getByText(verdict, { exact: true }).click();
      if (verdict === '无效') await sees(scrutineer, '66-rule-on-doubt');
      await dialog.getByRole('button', { name: /^确\s?定$/ }).click();
      await doubtful.getByText(said, { exact: true }).waitFor();
      await becomes(() => doubtful.getByText('空白').count(), 0);
    }
    await sheetNo(teller, 1).getByText('已认定').waitFor();
    await sheetNo(teller, 1).getByText('部分有效（辨认不清）', { exact: true }).waitFor();
    await becomes(() => sheetNo(teller, 1).getByRole('button').count(), 0);
  });

  it('has the differing sheet settled, after which one officer says whom the name means and another confirms it', async () => {
    const { scrutineer, teller } = people;
    await sheetNo(scrutineer, 3).getByRole('button', { name: '对照选票裁定' }).click();
    const dialog = scrutineer.page.getByRole('dialog');
    await dialog.locator('.sheet-line').first().focus();
    await scrutineer.page.keyboard.press('1');
    await dialog.getByRole('button', { name: /^确\s?定$/ }).click();
    await written(teller).getByText('待确认').waitFor();
    await written(teller)
      .getByRole('button', { name: `名册：${WRITTEN}` })
      .click();
    await written(teller).getByText(`指 ${WRITTEN}，可以当选（${SEALED_CAST.teller.name}）。`).waitFor();
    await becomes(
      () =>
        written(teller)
          .getByRole('button', { name: /^确\s?认$/ })
          .count(),
      0,
    );
    await written(scrutineer).getByText(`指 ${WRITTEN}，可以当选（${SEALED_CAST.teller.name}）。`).waitFor();
    await sees(scrutineer, '67-written-name');
    await written(scrutineer)
      .getByRole('button', { name: /^确\s?认$/ })
      .click();
    await written(scrutineer).getByText(`${SEALED_CAST.scrutineer.name}已确认。`).waitFor();
    await written(teller).getByText('已确认', { exact: true }).waitFor();
    await becomes(() => written(teller).getByRole('button').count(), 0);
    await sees(teller, '68-written-name-confirmed');
  });

  it('has a result with the sheet as ruled and the person as named, which is printed on two pages', async () => {
    const { secretary } = stage.organisation;
    const { scrutineer, teller } = people;
    await secretary.post(`${ballotPath()}/count`);
    await signsTally(scrutineer, ELECTION);
    await signsTally(teller, ELECTION);
    await secretary.decide(`${ballotPath()}/declaration`);
    const { page } = teller;
    await page.goto(`/ballots/${id}`);
    await page.getByRole('heading', { name: ELECTION }).first().waitFor();
    await reads(teller, WRITTEN);
    await sees(teller, '69-paper-result');
    expect(await teller.prints('69-paper-result')).toBe(2);
  });
});

it('were read without one complaint of a browser', () => {
  expect(Object.values(people).flatMap(({ complaints }) => complaints)).toEqual([]);
});
