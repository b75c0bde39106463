import { PASSWORD } from '../lib/organisation.js';
import type { Visitor } from './browser.js';
import { follows, goTo, reads } from './steps.js';

/** What a school founds its house with. All is plainly made up. */
export interface Founder {
  readonly organisation: string;
  readonly code: string;
  readonly secretary: { readonly name: string; readonly staffNo: string };
}

const press = ({ page }: Visitor, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const section = ({ page }: Visitor, name: string | RegExp) => page.getByRole('region', { name });

/** From the empty house to the set-up path: the organisation, its first secretary, and the password chosen on the spot. */
export async function foundsHouse(visitor: Visitor, token: string, { organisation, code, secretary }: Founder): Promise<void> {
  const { page } = visitor;
  await fillsFounding(visitor, token, { organisation, code, secretary });
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一次密码').fill(PASSWORD);
  await press(visitor, '设定密码，开始筹备');
  await page.getByRole('heading', { name: '筹备向导' }).waitFor();
}

/** Fills in the founding page and sends it. */
export async function fillsFounding(visitor: Visitor, token: string, { organisation, code, secretary }: Founder): Promise<void> {
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('heading', { name: '建立本单位' }).waitFor();
  await page.getByLabel('运维令牌').fill(token);
  await page.getByLabel('单位名称').fill(organisation);
  await page.getByLabel('单位代码').fill(code);
  await page.getByLabel('第一位秘书处成员的姓名').fill(secretary.name);
  await page.getByLabel('此人的工号').fill(secretary.staffNo);
  await press(visitor, '建立单位');
}

/** Follows a step of the set-up path by its button. */
export async function takesStep(visitor: Visitor, button: string): Promise<void> {
  await goTo(visitor, '首页');
  await follows(visitor, '部门、代表和职务');
  await follows(visitor, button);
}

/** Sets up a department. */
export async function setsUpUnit(visitor: Visitor, name: string, code: string): Promise<void> {
  await takesStep(visitor, '设立部门');
  await visitor.page.getByLabel('部门名称').fill(name);
  await visitor.page.getByLabel('部门代码').fill(code);
  await press(visitor, '设立');
  await section(visitor, '全部部门').getByText(name, { exact: true }).waitFor();
}

/** Sets up a term of three years from this day on (`YYYY-MM-DD`). */
export async function setsUpTerm(visitor: Visitor, termNo: number, from: string): Promise<void> {
  const { page } = visitor;
  await takesStep(visitor, '设立届次和会议');
  await page.getByLabel('第几届').fill(String(termNo));
  await page.getByLabel('任期第一天').fill(from);
  await press(visitor, '设立届次');
  await reads(visitor, new RegExp(`^第 ${termNo} 届`));
}

export interface SessionWords {
  readonly number: number;
  readonly title: string;
  /** `YYYY-MM-DDTHH:mm`, in the congress's time. */
  readonly opensAt: string;
  readonly closesAt: string;
}

/** Sets up a session of the newest term, with a quorum of two thirds or more. */
export async function setsUpSession(visitor: Visitor, { number, title, opensAt, closesAt }: SessionWords): Promise<void> {
  const { page } = visitor;
  await takesStep(visitor, '设立届次和会议');
  await page.getByLabel('第几次会议').fill(String(number));
  await page.getByLabel('会议名称').fill(title);
  await page.getByLabel('开始时间').fill(opensAt);
  await page.getByLabel('结束时间').fill(closesAt);
  await press(visitor, '设立会议');
  await section(visitor, '会议').getByText(title, { exact: true }).first().waitFor();
}

/** Imports a roster that also seats delegates of the session; sets up whatever units and delegations it names. */
export async function importsRoster(visitor: Visitor, csv: string, session: string): Promise<void> {
  const { page } = visitor;
  await takesStep(visitor, '导入名册');
  await chooses(visitor, '同时安排代表', session);
  await page.locator('input[type=file]').setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const all = page.getByRole('button', { name: /^全部设立/ });
  await page.getByRole('radiogroup', { name: '显示' }).waitFor();
  if ((await all.count()) > 0) {
    await all.click();
    await page.getByRole('checkbox', { checked: false, name: /行）$/ }).first().waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: /^写入 \d+ 行$/ }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
  await reads(visitor, /名册\.csv 已于 .+ 写入/);
}

/** Names the head of a delegation. */
export async function namesHead(visitor: Visitor, delegation: string, person: string): Promise<void> {
  const { page } = visitor;
  await takesStep(visitor, '设立代表团');
  await press(visitor, `团长：${delegation}`);
  await picks(visitor, page.getByRole('dialog').getByRole('combobox', { name: '团长' }), person);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await reads(visitor, new RegExp(`团长：${person}`));
}

/** Seats a pasted list of staff numbers. */
export async function seatsList(visitor: Visitor, staffNos: readonly string[], delegation: string): Promise<void> {
  const { page } = visitor;
  await takesStep(visitor, '安排代表');
  await page.getByText('粘贴工号名单', { exact: true }).click();
  await chooses(visitor, '代表团', delegation);
  await page.getByRole('textbox', { name: '工号名单' }).fill(staffNos.join('\n'));
  await press(visitor, '安排');
}

/** Seats one person, found by name. */
export async function seatsPerson(visitor: Visitor, person: string, delegation: string): Promise<void> {
  const { page } = visitor;
  await page.getByText('单个人', { exact: true }).click();
  await chooses(visitor, '代表团', delegation);
  await picks(visitor, page.getByRole('combobox', { name: '人员', exact: true }), person);
  await press(visitor, '安排');
}

/** Relieves a delegate of the seat, for a reason. */
export async function unseats({ page }: Visitor, person: string, reason: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: person }).getByRole('button', { name: '免去' }).click();
  const dialog = page.getByRole('dialog', { name: `免去代表资格：${person}` });
  await dialog.getByLabel('原因').fill(reason);
  await dialog.getByRole('button', { name: '免去' }).click();
}

export interface Assignment {
  /** As the page names it, e.g. 提案工作委员会. */
  readonly office: string;
  readonly person: string;
  readonly unit?: string;
  readonly session?: string;
  readonly chief?: boolean;
}

/** Names somebody to an office. */
export async function namesToOffice(visitor: Visitor, { office, person, unit, session, chief = false }: Assignment): Promise<void> {
  const { page } = visitor;
  await takesStep(visitor, '任命职务');
  await chooses(visitor, '职务', office);
  if (session) await chooses(visitor, '会议', session);
  if (unit) await chooses(visitor, '部门', unit);
  await picks(visitor, page.getByRole('combobox', { name: '任命谁' }), person);
  if (chief) await page.getByRole('checkbox', { name: /^担任负责人/ }).check();
  await press(visitor, '任命');
  await section(visitor, office)
    .getByText(new RegExp(`^${person}（`))
    .waitFor();
}

/** Gives everybody without a sign-in a code, as the slips on the screen say. @returns the code of each staff number */
export async function givesCodes(visitor: Visitor): Promise<ReadonlyMap<string, string>> {
  const { page } = visitor;
  await goTo(visitor, '名册');
  await press(visitor, '选中全部未开通人员');
  await page.getByRole('button', { name: /^发放登录码（[1-9]\d* 人）$/ }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
  await page.getByRole('dialog').locator('.code-slip-list code').first().waitFor();
  const slips = await page
    .getByRole('dialog')
    .locator('.code-slip-list li')
    .evaluateAll((items) =>
      items.map((item) => [item.querySelector('strong')?.textContent ?? '', item.querySelector('code')?.textContent ?? ''] as const),
    );
  return new Map(slips.map(([who, code]) => [/（(.+)）$/.exec(who)?.[1] ?? who, code]));
}

/** Prints the slips and puts them away. */
export async function putsSlipsAway(visitor: Visitor): Promise<void> {
  await press(visitor, '打印');
  await press(visitor, '已打印，关闭');
  await visitor.page.getByRole('dialog').locator('.code-slip-list').waitFor({ state: 'hidden' });
}

/** Chooses an entry of a select box; sections and buttons of these pages bear the same words as its label. */
async function chooses({ page }: Visitor, label: string, option: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  const lists = page.locator('.ant-select-dropdown:visible');
  await field.click();
  await lists.getByText(option, { exact: true }).click();
  await field.blur();
  await lists.waitFor({ state: 'hidden' });
}

/** Finds somebody by name in a field for one person. */
async function picks({ page }: Visitor, field: ReturnType<Visitor['page']['getByLabel']>, person: string): Promise<void> {
  await field.click();
  await field.fill(person);
  await page
    .locator('.ant-select-dropdown:visible')
    .getByText(new RegExp(`^${person}（`))
    .click();
}

/** Signs somebody in for the first time with the code of their slip; nobody types the organisation's code where there is one only. */
export async function signsInFirst(visitor: Visitor, staffNo: string, code: string, name: string): Promise<void> {
  const { page } = visitor;
  await page.goto('/');
  await follows(visitor, '第一次使用？用一次性登录码登录');
  await page.getByLabel('工号').fill(staffNo);
  await page.getByLabel('一次性登录码').fill(code);
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一次新密码').fill(PASSWORD);
  await page.getByRole('button', { name: '设定密码并登录' }).click();
  await page.getByRole('heading', { name: `${name}，您好` }).waitFor();
}
