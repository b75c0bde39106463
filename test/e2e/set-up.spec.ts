import { setTimeout as pause } from 'node:timers/promises';
import { probe } from '@plenum/test-kit';
import type { Browser } from 'playwright-core';
import { House } from '../lib/house.js';
import { openBrowser, Visitor } from './browser.js';
import {
  fillsFounding,
  foundsHouse,
  givesCodes,
  importsRoster,
  namesHead,
  namesToOffice,
  putsSlipsAway,
  seatsList,
  seatsPerson,
  setsUpSession,
  setsUpTerm,
  setsUpUnit,
  signsInFirst,
  unseats,
} from './set-up-steps.js';
import { acts, becomes, reads, sees } from './steps.js';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

const FOUNDER = { organisation: '示例市第一中学', code: 'no1-middle', secretary: { name: '工会甲子', staffNo: 'S00001' } };
const SESSION = '三届一次教职工代表大会';
const YEAR = new Date().getFullYear();
const ROSTER = [
  '示例市第一中学教职工名册,,,,,',
  '工号,姓名,部门,会籍,代表团,代表类别',
  'T10001,林甲子,语文组,正常,第一代表团,正式代表',
  't10002,周乙丑,语文组,正常,第一代表团,正式代表',
  'T10003,沈丙寅,后勤管理处,正常,第二代表团,正式代表',
  'T10004,陈丁卯,后勤管理处,正常,,',
  'T10005,吴戊辰,语文组,保留会籍,,',
  'S00001,工会甲子,工会,正常,,',
].join('\n');
const PEOPLE = 48; // Enough slips for more than one sheet.

/** A school's secretary, from the empty house to a congress that can begin, in the browser alone. */
describe('setting up a house', () => {
  let house: House;
  let browser: Browser;
  let secretary: Visitor;
  let phone: Visitor;

  beforeAll(async () => {
    [house, browser] = await Promise.all([House.open({ PLENUM_SAMPLE: 'none' }), openBrowser()]);
    secretary = await Visitor.enter(browser, 'secretary', 'wide', house.url);
    phone = await Visitor.enter(browser, 'phone', 'small', house.url);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  }, 60_000);

  const on = (visitor: Visitor, path: string) => visitor.page.goto(path);
  const press = (name: string) => secretary.page.getByRole('button', { name, exact: true }).click();

  it('begins at the founding page, which refuses a wrong token in words and keeps what was typed', async () => {
    await on(phone, '/');
    await phone.page.getByRole('heading', { name: '建立本单位' }).waitFor();
    await sees(phone, '50-founding-360');
    await fillsFounding(secretary, 'not-the-token-of-this-house', FOUNDER);
    await reads(secretary, /^令牌不对/);
    await becomes(() => secretary.page.getByLabel('单位名称').inputValue(), FOUNDER.organisation);
    await sees(secretary, '50-founding-refused');
  });

  it('is founded once; its secretary chooses a password on the spot and lands on the path', async () => {
    await foundsHouse(secretary, await house.operatorToken(), FOUNDER);
    await reads(secretary, '还没有设立届次。');
    await sees(secretary, '51-set-up-empty');
    await on(phone, '/found');
    await phone.page.getByRole('heading', { name: '登录', exact: true }).waitFor();
  });

  it('has units; a name that is taken is refused at its field', async () => {
    await setsUpUnit(secretary, '工会', 'U01');
    await secretary.page.getByLabel('部门名称').fill('工会');
    await secretary.page.getByLabel('部门代码').fill('U02');
    await press('设立');
    await reads(secretary, '已有部门使用这个代码或名称，请换一个。');
    await sees(secretary, '52-units');
  });

  it('keeps what is typed for the next unit while the page still fetches the last one', async () => {
    const { page } = secretary;
    await page.route('**/api/congress/**', async (route) => {
      if (route.request().method() === 'GET') await pause(2_000);
      await route.continue();
    });
    await page.getByLabel('部门名称').fill('后勤处');
    await page.getByLabel('部门代码').fill('U09');
    const taken = page.waitForResponse((response) => response.request().method() === 'POST' && response.ok());
    await press('设立');
    await taken;
    await probe('the form is empty for the next', async () => (await page.getByLabel('部门名称').inputValue()) === '');
    await page.getByLabel('部门名称').fill('图书馆');
    await page.getByRole('region', { name: '全部部门' }).getByText('后勤处', { exact: true }).waitFor();
    await becomes(() => page.getByLabel('部门名称').inputValue(), '图书馆');
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByLabel('部门名称').fill('');
  });

  it('renames a unit; a name that another has is refused where it is typed', async () => {
    const units = secretary.page.getByRole('region', { name: '全部部门' });
    const dialog = secretary.page.getByRole('dialog', { name: '改名：后勤处' });
    const saves = async (name: string) => {
      await dialog.getByLabel('新名称').fill(name);
      await dialog.getByRole('button', { name: '保存' }).click();
    };
    await press('改名：后勤处');
    await saves('工会');
    await dialog.getByText('已有部门使用这个代码或名称，请换一个。').waitFor();
    await saves('总务处');
    await units.getByText('总务处', { exact: true }).waitFor();
    await becomes(() => units.getByText('后勤处', { exact: true }).count(), 0);
  });

  it('has a term and a session with its quorum in words; a term that overlaps says what to do', async () => {
    await setsUpTerm(secretary, 3, `${YEAR}-01-01`);
    await becomes(() => secretary.page.getByLabel('第几届').inputValue(), '4'); // The next form is a fresh one.
    await becomes(() => secretary.page.getByLabel('任期第一天').inputValue(), '');
    await secretary.page.getByLabel('任期第一天').fill(`${YEAR + 1}-01-01`);
    await press('设立届次');
    await reads(secretary, '与第 3 届的任期重叠：请把第一天改到上一届最后一天之后。');
    await setsUpSession(secretary, { number: 1, title: SESSION, opensAt: `${YEAR}-12-20T08:30`, closesAt: `${YEAR}-12-21T17:00` });
    await reads(secretary, '法定人数：三分之二以上（含）；还没有正式代表');
    await sees(secretary, '53-terms');
  });

  it('imports a roster with a title, the words of the pages, and the units and delegations that it names', async () => {
    await importsRoster(secretary, ROSTER, SESSION);
    await reads(secretary, '新增 5 行，变更 1 行，不变 0 行，不能导入 0 行');
    await on(secretary, '/setup');
    await reads(secretary, '共 2 个代表团，其中 2 个没有团长。');
    await reads(secretary, '正式代表 3 人，法定人数 2 人；0 名代表没有代表团，3 名人员没有席位。');
  });

  it('seats a pasted list, and names whom it cannot seat', async () => {
    await seatsList(secretary, ['T10004', 'T10001', 'T10005', 'T99999'], '第二代表团');
    await reads(secretary, 'T99999：名册里没有这个工号');
    await reads(secretary, 'T10005：没有表决权，不能任正式代表');
    await sees(secretary, '54-seats-refused');
    await press('从名单去掉这 3 人');
    await press('安排');
    await reads(secretary, '代表名单（4 人）');
    await secretary.page.reload();
    await reads(secretary, '法定人数：三分之二以上（含），现有正式代表 4 人，至少 3 人到会');
  });

  it('seats somebody by name, and relieves them of the seat for a reason', async () => {
    await seatsPerson(secretary, FOUNDER.secretary.name, '第一代表团');
    await reads(secretary, '代表名单（5 人）');
    await unseats(secretary, FOUNDER.secretary.name, '本人提出辞去代表职务。');
    await reads(secretary, '代表资格已免去');
    await reads(secretary, '代表名单（4 人）');
  });

  it('gives the delegations their heads', async () => {
    await namesHead(secretary, '第一代表团', '林甲子');
    await namesHead(secretary, '第二代表团', '沈丙寅');
    await sees(secretary, '54-seating');
    await on(phone, '/');
  });

  it('names the offices that proposals take', async () => {
    await namesToOffice(secretary, { office: '提案工作委员会', person: '沈丙寅', chief: true });
    await namesToOffice(secretary, { office: '承办人', person: '陈丁卯', unit: '后勤管理处' });
    await namesToOffice(secretary, { office: '单位负责人', person: '沈丙寅', unit: '后勤管理处' });
    await sees(secretary, '55-offices');
    await on(secretary, '/setup');
    await reads(secretary, '提案工作委员会、承办人、单位负责人都已任命。');
  });

  it('relieves of an office, and the path says that it is vacant', async () => {
    await secretary.page.getByRole('link', { name: '任命职务', exact: true }).click();
    await acts(secretary, '免去职务：沈丙寅，单位负责人');
    await secretary.page.getByRole('region', { name: '单位负责人' }).getByText('还没有人担任').waitFor();
    await secretary.page.goBack();
    await reads(secretary, '还没有任命：单位负责人');
  });

  it('prints slips with codes that can be read on every sheet, and asks before they are forgotten', async () => {
    const { page } = secretary;
    await importsRoster(
      secretary,
      ['工号,姓名,部门', ...Array.from({ length: PEOPLE }, (_, i) => `T2${String(i).padStart(4, '0')},示例${i},语文组`)].join('\n'),
      SESSION,
    );
    const codes = await givesCodes(secretary);
    expect(codes.size).toBe(PEOPLE + 5);
    expect(await secretary.prints('56-slips')).toBeGreaterThan(2);
    await sees(secretary, '56-slips');
    await press('已打印，关闭');
    await press('留在这里');
    await becomes(() => page.getByRole('dialog').locator('.code-slip-list li').count(), codes.size);
    await putsSlipsAway(secretary);
    await signsInFirst(phone, 'T10001', codes.get('T10001') ?? '', '林甲子');
  });

  it('shows at home what is left, and the pages on a phone', async () => {
    await on(secretary, '/');
    await reads(secretary, /^筹备工作还有 \d 步没有完成$/);
    for (const [path, name] of [
      ['/setup', '51-set-up'],
      ['/setup/units', '52-units'],
      ['/setup/terms', '53-terms'],
      ['/setup/offices', '55-offices'],
      ['/mandates', '57-mandates'],
    ] as const) {
      await secretary.page.setViewportSize({ width: 360, height: 740 });
      await on(secretary, path);
      await sees(secretary, `${name}-360`);
    }
    expect([...secretary.complaints, ...phone.complaints]).toEqual([]);
  });
});
