import type { Person } from '../lib/api-client.js';
import { allHeard } from '../lib/hearing.js';
import type { Visitor } from './browser.js';
import { CAST, type Stage, UNITS } from './stage.js';
import { becomes, choose, reads } from './steps.js';

/** Who joins the cast for a matter that goes the whole way: all are plainly made up. */
export const MORE_CAST = {
  clerk: { staffNo: 'T10005', name: '吴戊辰', email: 't10005@example.test' },
  assisting: { staffNo: 'T10006', name: '郑己巳', email: 't10006@example.test' },
  leader: { staffNo: 'T10007', name: '孙庚午', email: 't10007@example.test' },
} as const;

/** A second member of the committee, the handler of the assisting unit, and the leader in charge of the lead unit. */
export async function joinCast({ organisation, house, sessionId }: Stage): Promise<void> {
  const { items: units } = await organisation.secretary.get<{ items: readonly { id: string; name: string }[] }>('/api/congress/units');
  const unit = (name: string) => ({ unitId: units.find((one) => one.name === name)?.id ?? '' });
  const [clerk, assisting, leader] = (await organisation.people(Object.values(MORE_CAST))) as [Person, Person, Person];
  await organisation.office('PROPOSALS_COMMITTEE', clerk, { sessionId });
  await organisation.office('UNIT_HANDLER', assisting, unit(UNITS.finance));
  await organisation.office('LEADER_IN_CHARGE', leader, unit(UNITS.logistics));
  await allHeard(house);
}

/** What stands on a form of paper. */
export interface PaperText {
  readonly subject: string;
  readonly grounds: string;
  readonly measures: string;
}

/** Copies a form of paper, up to the button that enters it. */
export async function copiesForm({ page }: Visitor, { subject, grounds, measures }: PaperText): Promise<void> {
  const names = async (label: string, { staffNo, name }: { readonly staffNo: string; readonly name: string }) => {
    const field = page.getByRole('combobox', { name: label, exact: true });
    await field.pressSequentially(staffNo);
    await page.locator('.ant-select-dropdown:visible').getByText(`${name}（${staffNo}）`).click();
    await field.blur();
  };
  await names('提案人', CAST.proposer);
  await names('表上签名的附议人', CAST.seconder);
  await page.getByLabel('案由').fill(subject);
  await page.getByLabel('案据').fill(grounds);
  await page.getByLabel('建议措施').fill(measures);
}

/** Answers the one thing that is asked of somebody, by home. */
export async function answers({ page }: Visitor, { outcome, says }: { readonly outcome?: string; readonly says?: string }): Promise<void> {
  await page.goto('/requests');
  if (outcome) await page.getByLabel(outcome, { exact: true }).check();
  if (says) await page.getByLabel('协办意见').fill(says);
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.getByText('没有等待您答复的事项').waitFor();
}

/** Who has to look at a reply before it goes out. */
export interface Clearing {
  readonly handler: Visitor;
  readonly assisting: Visitor;
  readonly leader: Visitor;
  readonly committee: Visitor;
}

/** The unit asks its assisting unit, drafts, has the draft countersigned, signed and audited; it may send it then. */
export async function clearsReply({ handler, assisting, leader, committee }: Clearing, text: string): Promise<void> {
  const { page } = handler;
  await page.getByRole('button', { name: '征询 1 个协办单位的意见' }).click();
  await answers(assisting, { says: '经费可以保障。' });
  await page.getByLabel('答复内容').fill(text);
  await choose(handler, '办理结果', '已解决');
  await reads(handler, /草稿已保存/);
  for (const [asked, whom] of [
    [/^第 \d+ 稿送 1 个协办单位会签$/, assisting],
    [/^第 \d+ 稿送 1 位负责人或领导签发$/, leader],
    [/^第 \d+ 稿送提案工作委员会审核$/, committee],
  ] as const) {
    await page.reload();
    await page.getByRole('button', { name: asked }).click();
    await becomes(() => page.getByRole('button', { name: asked }).count(), 0);
    await answers(whom, { outcome: '同意' });
  }
  await page.reload();
}

/** The unit sends the reply that was cleared. */
export async function sendsReply({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '送出答复' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '送出答复' }).click();
  await page.getByText('答复已送出，等待提案人评价。').waitFor();
}
