import type { Visitor } from './browser.js';
import { becomes, choose, confirmRating, goTo, opensOfUnit, reads } from './steps.js';

/** One matter, as its proposer writes it. */
export interface ProposalText {
  readonly subject: string;
  readonly grounds: string;
  readonly measures: string;
  readonly category?: string;
}

/** A civil date so many days from today, where the congress sits. */
export const dayFromToday = (offset: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);

/** The committee opens a call from today until a day, for so many seconders. */
export async function opensCall(
  visitor: Visitor,
  { lastDay, seconders }: { readonly lastDay: string; readonly seconders: number },
): Promise<void> {
  const { page } = visitor;
  await goTo(visitor, '提案委');
  await page.getByRole('link', { name: '提案征集' }).click();
  await page.getByLabel('截止到哪天（含当日）').fill(lastDay);
  await page.getByLabel('需要几位附议人').fill(String(seconders));
  await page.getByRole('button', { name: '开始征集并通知全体代表' }).click();
  await reads(visitor, '征集中');
}

/** Opens the form of a new proposal and fills it in, without saving. */
export async function writes(visitor: Visitor, { subject, grounds, measures, category = '' }: ProposalText): Promise<void> {
  const { page } = visitor;
  await goTo(visitor, '提案');
  await page.getByRole('link', { name: '提交提案' }).click();
  await page.getByLabel('案由').fill(subject);
  await page.getByLabel('案据').fill(grounds);
  await page.getByLabel('建议措施').fill(measures);
  await page.getByLabel('类别').fill(category);
}

/** Writes a proposal and saves it as a draft. */
export async function drafts(visitor: Visitor, text: ProposalText): Promise<void> {
  await writes(visitor, text);
  await visitor.page.getByRole('button', { name: '保存草稿' }).click();
  await visitor.page.getByRole('heading', { name: text.subject }).waitFor();
}

/** Asks people to second, chosen by keyboard alone. */
export async function invites(visitor: Visitor, staffNos: readonly string[]): Promise<void> {
  const { page } = visitor;
  const search = page.getByRole('combobox', { name: '邀请附议' });
  for (const staffNo of staffNos) {
    await search.pressSequentially(staffNo);
    await page.locator('.ant-select-dropdown:visible').getByText(`（${staffNo}）`).waitFor();
    await page.keyboard.press('Enter');
  }
  await search.blur();
  await page.getByRole('button', { name: '邀请附议' }).click();
  await reads(visitor, '待签');
}

/** Seconds a proposal that home asks to second. */
export async function seconds(visitor: Visitor, subject: string): Promise<void> {
  const { page } = visitor;
  await goTo(visitor, '首页');
  await page
    .getByRole('list', { name: '请您附议' })
    .getByRole('link', { name: new RegExp(subject) })
    .click();
  await page.getByRole('button', { name: '同意附议' }).click();
  await reads(visitor, '您已附议这件提案');
}

/** Submits the own proposal that is on screen, once it is said of each point of the call that it is none of it. */
export async function submits(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('button', { name: '提交给提案委' }).click();
  const dialog = page.getByRole('dialog', { name: '提交前请逐条确认' });
  const submit = dialog.getByRole('button', { name: '提交给提案委' });
  await submit.waitFor();
  await becomes(() => submit.isDisabled(), true);
  for (const point of await dialog.getByRole('checkbox').all()) await point.check();
  await dialog.getByText('提交后不能再改动内容和附议人。现在提交？').waitFor();
  await submit.click();
  await reads(visitor, '待审查');
}

/** Opens a proposal at the side of the board, whose printed list names it as well. */
export async function opensOnBoard(visitor: Visitor, subject: string): Promise<void> {
  await goTo(visitor, '提案委');
  const title = visitor.page.getByRole('button', { name: `查看提案：${subject}` });
  await title.waitFor();
  await visitor.page.emulateMedia({ media: 'print' });
  await title.waitFor();
  await visitor.page.emulateMedia({ media: 'screen' });
  await title.click();
}

/** Files the proposal that is open at the side of the board. */
export async function files({ page }: Visitor): Promise<void> {
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('radio', { name: /^立案/ }).check();
  await drawer.getByRole('button', { name: '确定审查结论' }).click();
  await drawer.getByText(/^案号 /).waitFor();
}

/** Routes the proposal that is open at the side of the board to its lead unit. */
export async function assigns(visitor: Visitor, leadUnit: string): Promise<void> {
  await choose(visitor, '主办单位', leadUnit);
  await visitor.page.getByRole('button', { name: '交办', exact: true }).click();
  await visitor.page.getByRole('dialog').getByText('尚未签收').waitFor();
}

/** The unit acknowledges and answers. */
export async function replies(visitor: Visitor, subject: string, text: string): Promise<void> {
  const { page } = visitor;
  await opensOfUnit(visitor, subject);
  await page.getByRole('button', { name: '签收' }).click();
  await page.getByLabel('答复内容').fill(text);
  await choose(visitor, '办理结果', '已解决');
  await page.getByRole('button', { name: '送出答复' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '送出答复' }).click();
  await reads(visitor, '答复已送出，等待提案人评价。');
}

/** The proposer rates the reply of the proposal that is on screen: satisfied twice. */
export async function rates(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await reads(visitor, '请按下列各项评价办理情况');
  for (const dimension of ['办理态度', '办理结果'])
    await page.getByRole('radiogroup', { name: dimension }).getByText('满意', { exact: true }).click();
  await page.getByRole('button', { name: '提交评价', exact: true }).click();
  await confirmRating(page);
  await reads(visitor, '已评价');
}

/** The committee closes the matter that is open at the side of the board. */
export async function closes({ page }: Visitor): Promise<void> {
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '办结', exact: true }).click();
  await drawer.getByText('已办结').first().waitFor();
}
