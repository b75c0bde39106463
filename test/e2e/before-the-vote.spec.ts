import { crc32, deflateSync } from 'node:zlib';
import { probe } from '@plenum/test-kit';
import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from './browser.js';
import { CANDIDATES, draftThreeWay, prepareThreeWay, Scrutineers, SEALED_CAST, type SealedStage, setSealedStage } from './sealed-stage.js';
import { SECRETARY } from './stage.js';
import { acts, becomes, reads, sees, signInAs } from './steps.js';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

const SEALING_MAX_MS = 60_000;
const CODE = /(?:[1-9A-HJ-NP-Za-km-z]{3}-){4}[1-9A-HJ-NP-Za-km-z]{3}/;

const PROFILE = '一线教师，从教十八年。';
const TAKEN_AT = '31.2304N 121.4737E';

let stage: SealedStage;
let browser: Browser;
let organiser: Visitor;
let desk: Visitor;
let voter: Visitor;
let ballotId: string;
let ballot: string;
/** What came out of the printer, as the browser gave it away. */
let printed: readonly string[];
let code: string;

beforeAll(async () => {
  stage = await setSealedStage();
  browser = await openBrowser();
  const enter = async (who: { readonly staffNo: string; readonly name: string }, device: 'small' | 'desk' | 'wide') => {
    const visitor = await Visitor.enter(browser, who.name, device, stage.house.url);
    await signInAs(visitor, who);
    return visitor;
  };
  desk = await enter(SEALED_CAST.witness, 'desk');
  voter = await enter(SEALED_CAST.first, 'small');
  organiser = await enter(SECRETARY, 'wide');
  ballotId = await draftThreeWay(stage);
  ballot = `/api/ballot/ballots/${ballotId}`;
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

/** Finds somebody at the desk as a scanner of staff cards would: the number, and Enter. */
async function comes({ page }: Visitor, { staffNo, name }: { readonly staffNo: string; readonly name: string }): Promise<void> {
  await page.keyboard.type(staffNo);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `${name}（${staffNo}）` }).waitFor();
}

/** A picture as a camera makes one: larger than it is handed in, and with the place where it was taken. */
function photograph(width: number, height: number): Buffer {
  const chunk = (name: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const grey = deflateSync(Buffer.alloc((width + 1) * height, 0).map((_, at) => (at % (width + 1) === 0 ? 0 : 60 + (at % 120))));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('tEXt', Buffer.from(`Location\0${TAKEN_AT}`)), chunk('IDAT', grey), chunk('IEND', Buffer.alloc(0))]);
}

/** What candidates hand in about themselves, while the ballot is a draft. */
describe('the organiser', () => {
  it('adds a profile and a picture to the draft; what was typed is still there after a reload', async () => {
    const { page } = organiser;
    await page.goto(`/ballots/${ballotId}/revise`);
    const text = page.getByLabel(`${CANDIDATES.c1}的简介`);
    await text.fill(PROFILE);
    await reads(organiser, /已自动保存/);
    await page.reload();
    await text.waitFor();
    await becomes(() => text.inputValue(), PROFILE);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: `选择照片：${CANDIDATES.c1}` }).click()]);
    await chooser.setFiles({ name: 'face.png', mimeType: 'image/png', buffer: photograph(900, 1200) });
    await page.getByRole('img', { name: CANDIDATES.c1 }).waitFor();
    await becomes(() => text.inputValue(), PROFILE);
    await page.getByRole('button', { name: '保存简介' }).click();
    await reads(organiser, '简介已保存');
    await sees(organiser, '68-profiles-draft');
  });

  it('hands in a picture that was drawn anew, without the place where it was taken', async () => {
    const { secretary } = stage.organisation;
    const { profiles } = await secretary.get<{ profiles: { text: string | null; picture: string | null }[] }>(`${ballot}/profiles`);
    expect(profiles).toMatchObject([{ text: PROFILE, picture: expect.any(String) }, { text: null, picture: null }, { text: null, picture: null }]);
    const picture = Buffer.from(await secretary.download(`${ballot}/pictures/${profiles[0]?.picture}`));
    expect([picture[0], picture[1]]).toEqual([0xff, 0xd8]);
    expect(picture.includes(TAKEN_AT)).toBe(false);
    expect(picture.length).toBeLessThan(100_000);
    await prepareThreeWay(stage, [stage.people.witness], ballotId);
    const devices = new Scrutineers(ballot);
    for (const role of ['scrutineer', 'colleague'] as const) await devices.offerKey(stage.people[role]);
    await organiser.page.goto(`/ballots/${ballotId}`);
    await organiser.page.getByRole('img', { name: CANDIDATES.c1 }).waitFor();
    await sees(organiser, '69-profiles-ballot');
  });
});

/** For those without a device: a slip that nobody can tell from another. */
describe('the codes desk', () => {
  it('prints slips whose codes are nowhere but on paper', async () => {
    const { page } = desk;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    // The printer of this desk: it keeps what it was given, and says that it is done.
    await page.addInitScript(() => {
      window.print = () => {
        Object.assign(window, { paper: [...document.querySelectorAll('.slip')].map((slip) => slip.textContent) });
        setTimeout(() => window.dispatchEvent(new Event('afterprint')));
      };
    });
    await page.goto(`/ballots/${ballotId}`);
    await page.getByRole('link', { name: '发票台' }).click();
    await page.getByLabel('张数').fill('3');
    await sees(desk, '70-issuing');
    await page.getByRole('button', { name: '生成并打印' }).click();
    await page.getByText('第 1 至 3 号已送打印').waitFor({ timeout: SEALING_MAX_MS });
    printed = await page.evaluate(() => (window as unknown as { paper: string[] }).paper);
    const codes = printed.map((slip) => CODE.exec(slip)?.[0] ?? '');
    expect(new Set(codes).size).toBe(3);
    code = codes[1] ?? '';
    expect(code).toMatch(CODE);
    await becomes(() => page.locator('.slip-sheet').count(), 0);
    expect(sent.filter((body) => codes.some((each) => body.includes(each)))).toEqual([]);
    expect(await page.content()).not.toContain(code);
    await page.getByRole('button', { name: '都印好了' }).click();
  });

  it('records by keys alone that somebody drew one, and offers nobody a second', async () => {
    await desk.page.getByRole('searchbox', { name: '工号或姓名' }).click();
    await probe('the desk knows who is there', async () => (await stage.people.witness.get<{ present: boolean }>(`${ballot}/claimants/${stage.people.first.memberId}`)).present);
    await comes(desk, SEALED_CAST.first);
    await reads(desk, '还没有领票');
    await sees(desk, '71-issuing-person');
    await desk.page.getByRole('button', { name: '已抽一张，登记' }).waitFor();
    await desk.page.keyboard.press('Enter');
    await reads(desk, new RegExp(`已登记：${SEALED_CAST.first.name}`));
    await comes(desk, SEALED_CAST.first);
    await reads(desk, '已抽票签');
    await becomes(() => desk.page.getByRole('button', { name: '已抽一张，登记' }).count(), 0);
  });

  it('voids a lost slip by the number on its stub, and another is drawn', async () => {
    const { page } = desk;
    await page.getByLabel('票签号码').fill('9');
    await acts(desk, '遗失，作废并另抽一张');
    await page.locator('.ant-form-item-explain-error').getByText('没有这些编号的投票码：9。').waitFor();
    await page.getByLabel('票签号码').fill('1');
    await sees(desk, '72-lost-slip');
    await acts(desk, '遗失，作废并另抽一张');
    await reads(desk, '因遗失作废：第 1 号');
  });

  it('voids what nobody drew before everybody, without which nothing opens', async () => {
    const { secretary } = stage.organisation;
    expect((await secretary.ask<{ type: string }>('POST', `${ballot}/opening`, await secretary.onWhatIsRead(ballot))).body.type).toBe('ballot.slips-unaccounted');
    await desk.page.getByLabel('作废的号码').fill('3');
    await acts(desk, '作废');
    await reads(desk, '当众作废：第 3 号');
    await sees(desk, '73-slips-voided');
    await secretary.decide(`${ballot}/opening`, {});
    await voter.page.goto(`/ballots/${ballotId}/vote`);
  });
});

/** Who has drawn a slip instead of registering a device. */
describe('a voting code', () => {
  it('is checked while it is typed, in small letters too: one that is missing and one that is wrong are told at once', async () => {
    const { page } = voter;
    const field = page.getByLabel('投票码（印在票签上）');
    await field.fill(code.slice(0, -1));
    await reads(voter, '还没有输完，或者多了（共 15 位）。');
    await becomes(() => page.getByRole('button', { name: '用这个投票码' }).isDisabled(), true);
    await field.fill(`${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`);
    await reads(voter, '有一位不对，请逐位核对。');
    await field.fill(code.replaceAll('-', ' ').toLowerCase());
    await reads(voter, `投票码格式正确：${code}`);
    await sees(voter, '74-code-phone');
  });

  it('votes like a registered device', async () => {
    const { page } = voter;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: '用这个投票码' }).click();
    await page.getByRole('button', { name: `简介：${CANDIDATES.c3}` }).waitFor();
    const ofProfiles = () => asked.filter((url) => /profiles|pictures/.test(url));
    expect(ofProfiles()).toEqual([]);
    await page.getByRole('button', { name: `简介：${CANDIDATES.c2}` }).click();
    await reads(voter, '没有提交简介和照片（自愿提交）。');
    expect(ofProfiles().length).toBe(1);
    await page.getByRole('button', { name: `简介：${CANDIDATES.c1}` }).click();
    await reads(voter, PROFILE);
    await page.getByRole('img', { name: CANDIDATES.c1 }).waitFor();
    const sizes = await Promise.all((await page.locator('.portrait').all()).map((portrait) => portrait.boundingBox()));
    expect(sizes).toEqual([expect.objectContaining({ width: 96, height: 120 }), expect.objectContaining({ width: 96, height: 120 })]);
    await sees(voter, '76-profiles-phone');
    await page.getByRole('radiogroup', { name: CANDIDATES.c1 }).getByRole('radio', { name: '赞成' }).click();
    await page.getByRole('button', { name: '核对选票' }).click();
    await page.getByRole('button', { name: '密封并投票' }).click();
    await page.getByText('您的票已在票箱里').waitFor({ timeout: SEALING_MAX_MS });
    expect((await stage.organisation.secretary.get<{ papers: number }>(`${ballot}/board/head`)).papers).toBe(1);
  });

  it('leaves the device to the next person: paper, secret and receipt are forgotten, by itself unless it is told to wait', async () => {
    const { page } = voter;
    await reads(voter, /秒后，这台设备会忘记这张票和回执/);
    await page.getByRole('button', { name: '先不清除，我还要抄写' }).click();
    await sees(voter, '75-code-receipt-phone');
    await page.getByRole('button', { name: '清除回执，请下一位投票' }).click();
    await page.getByLabel('投票码（印在票签上）').waitFor();
    const kept = await page.evaluate(() => new Promise((resolve, reject) => Object.assign(indexedDB.open('plenum'), {
      onerror: reject,
      onsuccess: ({ target }: { target: IDBOpenDBRequest }) => Object.assign(target.result.transaction('papers').objectStore('papers').count(), { onsuccess: (event: { target: IDBRequest }) => resolve(event.target.result), onerror: reject }),
    })));
    expect(kept).toBe(0);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('marks');
  });
});

it('was walked without one complaint of a browser', () => {
  expect([organiser, desk, voter].flatMap(({ complaints }) => complaints)).toEqual([]);
});
