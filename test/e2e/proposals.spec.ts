import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from './browser.js';
import { hasFocus, presses, types } from './keys.js';
import { losesDrafts } from './lost-network.js';
import { dayFromToday, drafts, opensCall, type ProposalText, seconds, writes } from './proposal-steps.js';
import { CAST, type Role, setStage, type Stage } from './stage.js';
import { PASSWORD } from '../lib/organisation.js';
import { becomes, choose, enterCast, goTo, reads, sees, signIn } from './steps.js';

const TEXT: ProposalText = {
  subject: '关于增开早班校车的提案',
  grounds: '首班校车八点才到，早自习的教师赶不上。',
  measures: '七点增开一班。',
  category: '后勤保障',
};

const ROOM = 'taken by something else';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

let stage: Stage;
let browser: Browser;
let people: Record<Role, Visitor>;

beforeAll(async () => {
  stage = await setStage();
  browser = await openBrowser();
  people = await enterCast(browser, stage, { committee: 'desk', proposer: 'phone', seconder: 'phone', handler: 'desk' });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

/** Runs in the page: something else takes the room that the browser gives the house on this device, but for a few words. */
function fillStorage(key: string): void {
  let taken = '';
  for (let more = 2 ** 22; more >= 256; more /= 2) {
    try {
      localStorage.setItem(key, taken + 'x'.repeat(more));
      taken += 'x'.repeat(more);
    } catch {
      // So much more does not fit: half of it may.
    }
  }
}

describe('a call', () => {
  it('is opened by days, with the due days counted before anything is adopted', async () => {
    const { page } = people.committee;
    await goTo(people.committee, '提案委');
    await page.getByRole('link', { name: '提案征集' }).click();
    await reads(people.committee, /例如今天交办或答复，期限是 .*（含当日）/);
    await sees(people.committee, 'p01-calls');
    await opensCall(people.committee, { lastDay: dayFromToday(12), seconders: 1 });
    await reads(people.committee, /（含当日），还有 12 天/);
    await reads(people.committee, /涉及国家秘密的/);
  });

  it('shows what a preset changes before it is opened, and keeps what was typed through a reload', async () => {
    const { page } = people.committee;
    await choose(people.committee, '参照哪里的规则', '福州大学 2020 年通知（公开网页摘录）');
    await reads(people.committee, '附议人数：至少 2 人 → 至少 3 人');
    await becomes(() => page.getByLabel('需要几位附议人').inputValue(), '3');
    await page.getByLabel('长期征集，没有截止日期').check();
    await reads(people.committee, '随时可以提交，都不算逾期');
    await page.getByLabel('不受理事项第 1 条').fill('涉及国家秘密或者工作秘密的');
    await page.getByLabel('最少几人').fill('5');
    await page.getByLabel('最多几人').fill('7');
    await page.getByLabel('意见建议编号格式').fill('没有序号的');
    await page.getByLabel('只发领衔提案人，由其转告').check();
    await page.getByRole('button', { name: '开始征集并通知全体代表' }).click();
    await reads(people.committee, '征集规则中有一项超出范围');
    await reads(people.committee, /已自动保存 \d\d:\d\d/);
    await sees(people.committee, 'p01-call-form');
    await page.reload();
    await becomes(() => page.getByLabel('需要几位附议人').inputValue(), '3');
    await becomes(() => page.getByLabel('不受理事项第 1 条').inputValue(), '涉及国家秘密或者工作秘密的');
    await becomes(() => page.getByLabel('最多几人').inputValue(), '7');
    await becomes(() => page.getByLabel('意见建议编号格式').inputValue(), '没有序号的');
    await becomes(() => page.getByLabel('只发领衔提案人，由其转告').isChecked(), true);
    await becomes(() => page.getByLabel('长期征集，没有截止日期').isChecked(), true);
    await page.getByRole('button', { name: '不要这些内容，恢复原样' }).click();
  });

  it('tells the committee who has not filed, and how many are hoped for', async () => {
    const { page } = people.committee;
    await reads(people.committee, '3 位代表中 0 人领衔提交');
    await page.getByRole('button', { name: '看谁还没有提交' }).click();
    await reads(people.committee, '3 位代表还没有领衔提交');
    await reads(people.committee, `${CAST.proposer.name}（${CAST.proposer.staffNo}）`);
    await page.getByText('调整目标件数').click();
    await page.getByLabel('第一代表团').fill('2');
    await page.getByRole('button', { name: '保存目标件数' }).click();
    await reads(people.committee, '0 / 2 件');
    await sees(people.committee, 'p02-participation');
  });

  it('is extended, and says so', async () => {
    const { page } = people.committee;
    await page.getByLabel('延长到哪天（含当日）').fill(dayFromToday(20));
    await page.getByRole('button', { name: '延长征集' }).click();
    await reads(people.committee, /（含当日），还有 20 天/);
    await sees(people.committee, 'p02-call-extended');
  });
});

/** The way out by the menu: nothing is asked, since nothing is lost. */
async function leavesHouse({ page }: Visitor, role: Role): Promise<void> {
  await page.getByRole('button', { name: new RegExp(CAST[role].name) }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
}

/** All that a browser stores of the house, as a person reads it who looks for something. */
const everythingOn = (page: Visitor['page']): Promise<string> =>
  page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const opened = await answerOf(indexedDB.open(name ?? ''));
      for (const store of opened.objectStoreNames) rows.push(await answerOf(opened.transaction(store).objectStore(store).getAll()));
      opened.close();
    }
    return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), rows]);
  });

describe('a text that is not sent yet', () => {
  const isThere = async ({ page }: Visitor) => {
    await reads(people.proposer, /已恢复 \d\d:\d\d 自动保存的内容/);
    await becomes(() => page.getByLabel('建议措施').inputValue(), TEXT.measures);
  };

  let isBack: () => Promise<void>;

  it('is kept while the server is not reached, and is back after a reload', async () => {
    isBack = await losesDrafts(people.proposer);
    await writes(people.proposer, TEXT);
    await reads(people.proposer, /已自动保存 \d\d:\d\d/);
    await reads(people.proposer, /连不上服务器，内容留在此设备上/);
    await sees(people.proposer, 'p03-kept-phone');
    await people.proposer.page.reload();
    await isThere(people.proposer);
  });

  it('is back after the menu, and after "back"', async () => {
    const { page } = people.proposer;
    await goTo(people.proposer, '消息');
    await page.goBack();
    await isThere(people.proposer);
    await page.getByRole('link', { name: '返回' }).click();
    await page.getByRole('link', { name: '提交提案' }).click();
    await isThere(people.proposer);
  });

  it('is back when its owner signs in again after the sign-in has expired', async () => {
    const { page, context } = people.proposer;
    await context.clearCookies();
    await page.reload();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await signIn(people.proposer, 'proposer');
    await page.goto('/proposals/new');
    await isThere(people.proposer);
  });

  it('is asked about before it is left where the device has no room to keep it; staying keeps the words, leaving gives up what was not kept', async () => {
    const { page } = people.proposer;
    const longer = TEXT.measures.repeat(200);
    await page.evaluate(fillStorage, ROOM);
    await page.getByLabel('建议措施').fill(longer);
    await reads(people.proposer, '此设备存不下这些内容，没有自动保存。');
    const question = page.getByRole('dialog', { name: '离开会丢失已填写的内容' });
    await goTo(people.proposer, '消息');
    await question.waitFor();
    await sees(people.proposer, 'p03-leaving-phone');
    await question.getByRole('button', { name: '留在本页' }).click();
    await question.waitFor({ state: 'hidden' });
    await becomes(() => page.getByLabel('建议措施').inputValue(), longer);
    await goTo(people.proposer, '消息');
    await question.getByRole('button', { name: '离开，不要这些内容' }).click();
    await page.getByRole('heading', { level: 1, name: '消息' }).waitFor();
    await page.evaluate((key) => localStorage.removeItem(key), ROOM);
    await page.goBack();
    await isThere(people.proposer);
  });

  describe('at a device that several people use', () => {
    let device: Visitor;
    let writer: string;

    beforeAll(async () => {
      device = await Visitor.enter(browser, '公用设备', 'desk', stage.house.url);
      await signIn(device, 'proposer');
      await losesDrafts(device);
      await writes(device, TEXT);
      await reads(device, /已自动保存/);
      writer = await device.page.evaluate(() => localStorage.getItem('plenum.signed-in') ?? '');
      expect(writer).toHaveLength(36);
      await leavesHouse(device, 'proposer');
    });

    afterAll(() => device.context.close());

    /** Nobody reads there what was written, nor who wrote it; and something does lie there. */
    const isHidden = async () => {
      const kept = await everythingOn(device.page);
      expect(kept).toContain('plenum.kept.');
      for (const word of [...Object.values(TEXT), '早班校车', '早自习', 'measures', 'proposal', writer]) expect(kept).not.toContain(word);
    };

    it('lies in the storage of the browser so that nobody reads it, also while nobody is signed in', () => isHidden());

    it('is not there for the next person', async () => {
      const { page } = device;
      await signIn(device, 'seconder');
      await page.goto('/proposals/new');
      await becomes(() => page.getByLabel('建议措施').inputValue(), '');
      await becomes(() => page.getByText(/已恢复/).count(), 0);
      await isHidden();
      await leavesHouse(device, 'seconder');
    });

    it('is back for its owner, who signed out in between', async () => {
      await signIn(device, 'proposer');
      await device.page.goto('/proposals/new');
      await isThere(device);
    });
  });

  it('is sent by itself once the server is reached again, and the page opened anew goes on with it', async () => {
    const { page } = people.proposer;
    await isBack();
    await reads(people.proposer, /草稿已保存 \d\d:\d\d/);
    await sees(people.proposer, 'p03-saved-phone');
    await page.reload();
    await becomes(() => page.getByLabel('建议措施').inputValue(), TEXT.measures);
    expect(page.url()).toMatch(/\/proposals\/[0-9a-f-]{36}\?write/);
  });

  it('stands beside what was written in another place meanwhile, and its writer chooses', async () => {
    const { page, context } = people.proposer;
    const elsewhere = await context.newPage();
    await elsewhere.goto(page.url());
    await elsewhere.getByLabel('建议措施').fill('六点半增开一班。');
    await elsewhere.getByText(/草稿已保存/).waitFor();
    await elsewhere.close();
    await page.getByLabel('建议措施').fill(`${TEXT.measures}周末不开。`);
    const both = page.getByRole('dialog', { name: '这份提案在别处也改过' });
    await both.getByText('六点半增开一班。').waitFor();
    await both.getByText(`${TEXT.measures}周末不开。`).waitFor();
    await both.getByRole('button', { name: '保存我正在写的' }).click();
    await reads(people.proposer, /草稿已保存/);
    await page.reload();
    await becomes(() => page.getByLabel('建议措施').inputValue(), `${TEXT.measures}周末不开。`);
  });

  it('is never cut: characters are counted as people count them, and one too many is said', async () => {
    const { page } = people.proposer;
    const subject = page.getByLabel('案由');
    await subject.fill('𬱖'.repeat(201));
    await page.getByRole('button', { name: '保存草稿' }).click();
    await reads(people.proposer, '最多 200 个字，现在多了 1 个字');
    expect([...(await subject.inputValue())]).toHaveLength(201);
    await subject.fill('𬱖'.repeat(200));
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('heading', { name: '𬱖'.repeat(200) }).waitFor();
  });
});

describe('a draft', () => {
  it('is thrown away after a question', async () => {
    const { page } = people.proposer;
    await page.getByRole('button', { name: '删除草稿' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '删除草稿' }).click();
    await reads(people.proposer, '您还没有提案');
  });

  it('shows its three steps, and what a submission still lacks', async () => {
    await drafts(people.proposer, TEXT);
    const submit = people.proposer.page.getByRole('button', { name: '提交给提案委' });
    await becomes(() => submit.isDisabled(), true);
    await reads(people.proposer, '还差 1 位附议人');
    const steps = people.proposer.page.locator('.ant-steps-item');
    for (const [nth, words] of [/写提案\s*内容已齐/, /请人附议\s*已附议 0 人，需要 1 人/, /提交\s*交给提案委审查/].entries())
      await becomes(() => steps.nth(nth).innerText(), words);
    await becomes(() => people.proposer.page.locator('.ant-steps-item-process').innerText(), /请人附议/);
    await sees(people.proposer, 'p04-three-steps-phone');
  });

  it('is signed in for, written, seconded and submitted by keys alone', async () => {
    const byKeys = await Visitor.enter(browser, CAST.proposer.name, 'desk', stage.house.url);
    const { page } = byKeys;
    const subject = '关于延长食堂晚餐时间的提案';
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await types(byKeys, '工号', CAST.proposer.staffNo);
    await types(byKeys, '密码', PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `${CAST.proposer.name}，您好` }).waitFor();
    await becomes(() => hasFocus(byKeys), true);
    await page.getByRole('link', { name: '提交提案' }).waitFor(); // It is there once the page knows of an open call.
    await presses(byKeys, '提交提案');
    await page.getByRole('heading', { level: 1, name: '撰写提案' }).waitFor();
    await becomes(() => hasFocus(byKeys), true);
    await types(byKeys, '案由', subject);
    await types(byKeys, '案据', '晚自习前食堂已经关门。');
    await types(byKeys, '建议措施', '晚餐延长到七点半。');
    await presses(byKeys, '保存草稿');
    await page.getByRole('heading', { name: subject }).waitFor();
    await becomes(() => hasFocus(byKeys), true);
    await types(byKeys, '邀请附议', CAST.seconder.staffNo);
    await page.locator('.ant-select-dropdown:visible').getByText(`（${CAST.seconder.staffNo}）`).waitFor();
    await page.keyboard.press('Enter');
    await presses(byKeys, /^邀请附议$/);
    await reads(byKeys, '待签');
    await becomes(() => hasFocus(byKeys), true);
    await seconds(people.seconder, subject);
    await reads(byKeys, /附议人数已够/);
    await page.keyboard.press('Control+Home');
    await presses(byKeys, '提交给提案委');
    const dialog = page.getByRole('dialog', { name: '提交前请逐条确认' });
    await dialog.waitFor();
    for (const _ of await dialog.getByRole('checkbox').all()) await presses(byKeys, /^不属于：/, 'Space');
    await sees(byKeys, 'p05-exclusions');
    await presses(byKeys, '提交给提案委');
    await reads(byKeys, '待审查');
    await becomes(() => hasFocus(byKeys), true);
    expect(byKeys.complaints).toEqual([]);
    await byKeys.context.close();
  });

  it('leaves no browser with a complaint', () => {
    expect(Object.values(people).flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
