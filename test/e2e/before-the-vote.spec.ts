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
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Location\0${TAKEN_AT}`)),
    chunk('IDAT', grey),
    chunk('IEND', Buffer.alloc(0)),
  ]);
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
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: `选择照片：${CANDIDATES.c1}` }).click(),
    ]);
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
    expect(profiles).toMatchObject([
      { text: PROFILE, picture: expect.any(String) },
      { text: null, picture: null },
      { text: null, picture: null },
    ]);
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

/** A phone that is lost, or left: an officer takes back what it holds, as long as nobody votes. */
describe('the paper of a device', () => {
  it('is taken back by an officer who has read what that means: the device is told, and receives another', async () => {
    const { second, teller } = SEALED_CAST;
    const [holder, officer] = [
      await Visitor.enter(browser, second.name, 'small', stage.house.url),
      await Visitor.enter(browser, teller.name, 'desk', stage.house.url),
    ];
    await signInAs(holder, second);
    await signInAs(officer, teller);
    await probe(
      'the desk knows who is there',
      async () => (await stage.people.teller.get<{ present: boolean }>(`${ballot}/claimants/${stage.people.second.memberId}`)).present,
    );
    await holder.page.goto(`/ballots/${ballotId}/vote`);
    const receives = async () => {
      await holder.page.getByRole('button', { name: '领取电子票' }).click();
      await holder.page.getByText('电子票在这台设备上，等待投票开始').waitFor({ timeout: SEALING_MAX_MS });
    };
    await receives();
    const { page } = officer;
    await page.goto(`/ballots/${ballotId}/issuing`);
    await page.getByRole('searchbox', { name: '工号或姓名' }).click();
    await comes(officer, second);
    await reads(officer, '已用自己的设备领票');
    await sees(officer, '71-paper-of-a-device');
    await page.getByRole('button', { name: '收回设备上的电子票' }).click();
    const question = page.getByRole('tooltip');
    await question.getByText(`收回${second.name}（${second.staffNo}）设备上的电子票并作废？之后可以重新领取。`).waitFor();
    await question.getByRole('button', { name: '确定' }).click();
    await reads(officer, `已收回，可重新领取：${second.name}`);
    await holder.page.reload();
    await reads(holder, /原来领的票已作废/);
    await sees(holder, '71-receive-anew-phone');
    await receives();
    expect([holder, officer].flatMap(({ complaints }) => complaints)).toEqual([]);
    for (const { context } of [holder, officer]) await context.close();
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
    await probe(
      'the desk knows who is there',
      async () => (await stage.people.witness.get<{ present: boolean }>(`${ballot}/claimants/${stage.people.first.memberId}`)).present,
    );
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
    expect((await secretary.ask<{ type: string }>('POST', `${ballot}/opening`, await secretary.onWhatIsRead(ballot))).body.type).toBe(
      'ballot.slips-unaccounted',
    );
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
    const kept = await page.evaluate(
      () =>
        new Promise((resolve, reject) =>
          Object.assign(indexedDB.open('plenum'), {
            onerror: reject,
            onsuccess: ({ target }: { target: IDBOpenDBRequest }) =>
              Object.assign(target.result.transaction('papers').objectStore('papers').count(), {
                onsuccess: (event: { target: IDBRequest }) => resolve(event.target.result),
                onerror: reject,
              }),
          }),
        ),
    );
    expect(kept).toBe(0);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('marks');
  });
});

/** Nobody signs in to it: whoever is on the roll has a paper from the freezing of the roll until the opening. */
describe('a poll of all staff', () => {
  const OPTIONS = { a: '校徽甲', b: '校徽乙' } as const;

  it('tells who comes late that papers were received before, and takes the votes of those who have one', async () => {
    const {
      organisation: { secretary },
      session: { sessionId },
      people,
    } = stage;
    const { id } = await secretary.post<{ id: string }>('/api/ballot/ballots', {
      sessionId,
      kind: 'poll',
      channel: 'sealed',
      electorate: 'staff',
      title: '校徽征集',
      rules: {},
      options: Object.entries(OPTIONS).map(([option, label]) => ({ id: option, label })),
    });
    const poll = `/api/ballot/ballots/${id}`;
    await secretary.decide(`${poll}/adoption`);
    await secretary.decide(`${poll}/roll`);
    const [one, other, teller] = [people.scrutineer.memberId, people.colleague.memberId, people.teller.memberId];
    await secretary.decide(`${poll}/officers`, { scrutineers: [one, other], chiefScrutineer: one, tellers: [teller], chiefTeller: teller });
    const devices = new Scrutineers(poll);
    for (const role of ['scrutineer', 'colleague'] as const) await devices.offerKey(people[role]);
    await voter.page.goto(`/ballots/${id}`);
    await reads(voter, '请在投票开始前在本机领取电子票，开始后在本机投票。由代表投票的，先签到。');
    await voter.page.getByRole('link', { name: '领取电子票' }).click();
    await voter.page.getByRole('button', { name: '领取电子票' }).click();
    await voter.page.getByText('电子票在这台设备上，等待投票开始').waitFor({ timeout: SEALING_MAX_MS });
    await secretary.decide(`${poll}/opening`, {});
    await desk.page.goto(`/ballots/${id}/vote`);
    await reads(desk, '投票已经开始，您没有领取电子票');
    await reads(desk, '电子票只在投票开始前领取。抽了票签的，请在下面录入投票码；其他情况请询问工作人员。');
    await sees(desk, '77-poll-too-late');
    await voter.page.getByLabel(OPTIONS.a).check();
    await voter.page.getByRole('button', { name: '核对选票' }).click();
    await voter.page.getByRole('button', { name: '密封并投票' }).click();
    await voter.page.getByText('您的票已在票箱里').waitFor({ timeout: SEALING_MAX_MS });
    expect((await secretary.get<{ papers: number }>(`${poll}/board/head`)).papers).toBe(1);
  });
});

it('was walked without one complaint of a browser', () => {
  expect([organiser, desk, voter].flatMap(({ complaints }) => complaints)).toEqual([]);
});
