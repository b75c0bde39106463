import type { Person } from '../lib/api-client.js';
import { onceKnown } from '../lib/organisation.js';
import type { Visitor } from './browser.js';
import { assigns, opensOnBoard, type ProposalText, submits } from './proposal-steps.js';
import { CAST, type Role, type Stage, UNITS } from './stage.js';
import { becomes, choose, goTo, reads, sees } from './steps.js';

const RETURNED: ProposalText = { subject: '关于开放体育馆的提案', grounds: '下班后没有锻炼的地方。', measures: '开放体育馆。' };
const SUGGESTED: ProposalText = { subject: '关于增加饮水机的提案', grounds: '二楼没有饮水机。', measures: '二楼加一台。' };
const WITHDRAWN: ProposalText = { subject: '关于更换课桌的提案', grounds: '课桌旧了。', measures: '换新的。' };
const MENDED = '工作日十八点到二十点开放体育馆。';
const REASON = { returned: '请写明开放的时间。', notFiled: '体育馆今年大修，无法开放。', withdrawn: '后勤已经在换。' } as const;
const REPLY = '二楼东侧已加一台。';

/** Who takes part, and the house. */
export interface Verdicts {
  readonly stage: Stage;
  readonly people: Readonly<Record<Role, Visitor>>;
}

/** Drafts a proposal and asks people to second it, by requests. @returns its id */
async function drafted({ organisation }: Stage, text: ProposalText, proposer: Person, asked: readonly string[]): Promise<string> {
  const { items } = await organisation.secretary.get<{ items: readonly { id: string }[] }>('/api/proposals/calls');
  const { id } = await onceKnown('a delegate may file a proposal', () =>
    proposer.post<{ id: string }>('/api/proposals/proposals', { callId: items[0]?.id, ...text }),
  );
  await proposer.post(`/api/proposals/proposals/${id}/invitations`, { memberIds: asked });
  return id;
}

/** Opens it at the side of the board, from a page with nothing at its side. */
async function opensAnew(visitor: Visitor, subject: string): Promise<void> {
  await visitor.page.goto('/');
  await opensOnBoard(visitor, subject);
}

/** Gives the verdict at the side of the board, with its reason. */
async function rules({ page }: Visitor, outcome: string, reason: string): Promise<void> {
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('radio', { name: new RegExp(`^${outcome}`) }).check();
  if (reason) await drawer.getByLabel('理由', { exact: true }).fill(reason);
  await drawer.getByRole('button', { name: '确定审查结论' }).click();
  await drawer.getByText(`提案工作委员会 · ${outcome}`).waitFor();
}

const row = ({ page }: Visitor, role: Role) =>
  page.getByRole('region', { name: '附议人' }).getByRole('listitem').filter({ hasText: CAST[role].name });

/** A colleague who does not sign, then does; a committee that returns the text, which its proposer mends. */
function isReturnedAndMended(of: () => Verdicts): void {
  let returned: string;

  it('is not seconded by who is asked: the proposer reads who said no, and still lacks a signature', async () => {
    const {
      stage,
      people: { proposer, seconder },
    } = of();
    returned = await drafted(stage, RETURNED, await stage.organisation.signIn(CAST.proposer.staffNo), [stage.members.seconder]);
    await seconder.page.goto(`/proposals/${returned}`);
    await seconder.page.getByRole('button', { name: '不附议' }).click();
    await reads(seconder, '您可以主动附议这件提案');
    await proposer.page.goto(`/proposals/${returned}`);
    await row(proposer, 'seconder').getByText('未同意').waitFor();
    await reads(proposer, '还差 1 位附议人');
    await becomes(() => proposer.page.getByRole('button', { name: '提交给提案委' }).isDisabled(), true);
    await sees(proposer, 'e08-seconding-declined');
  });

  it('loses a signature that is taken back before it is submitted, and has it again where its owner signs anew', async () => {
    const { proposer, seconder } = of().people;
    const { page } = seconder;
    await page.getByRole('button', { name: '同意附议' }).click();
    await row(proposer, 'seconder').getByText('已附议').waitFor();
    await page.getByRole('button', { name: '收回附议' }).click();
    await reads(seconder, '您可以主动附议这件提案');
    await proposer.page.reload();
    await row(proposer, 'seconder').getByText('未同意').waitFor();
    await page.getByRole('button', { name: '同意附议' }).click();
    await row(proposer, 'seconder').getByText('已附议').waitFor();
    await submits(proposer);
  });

  it('is returned by the committee, which has to say why', async () => {
    const { committee } = of().people;
    await opensAnew(committee, RETURNED.subject);
    const drawer = committee.page.getByRole('dialog');
    await drawer.getByRole('radio', { name: /^退回修改/ }).check();
    await drawer.getByRole('button', { name: '确定审查结论' }).click();
    await drawer.getByText('请填写：理由').waitFor();
    await sees(committee, 'e09-returned-without-reason');
    await rules(committee, '退回修改', REASON.returned);
    await drawer.getByText(REASON.returned, { exact: true }).waitFor();
  });

  it('is found among what its proposer owes, with the reason, and mended: who had signed reads the new text and signs again', async () => {
    const { proposer, seconder } = of().people;
    const { page } = proposer;
    await page.goto('/');
    await page
      .getByRole('list', { name: '退回修改' })
      .getByRole('link', { name: new RegExp(RETURNED.subject) })
      .click();
    await reads(proposer, REASON.returned);
    await page.getByRole('button', { name: /修改$/ }).click();
    await page.getByLabel('建议措施').fill(MENDED);
    await sees(proposer, 'e09-returned');
    await page.getByRole('button', { name: '保存草稿' }).click();
    const question = page.getByRole('dialog', { name: '1 位附议人需要重新确认' });
    await question.waitFor();
    await sees(proposer, 'e09-signs-again');
    await question.getByRole('button', { name: '保存，请 1 人重新确认' }).click();
    await page.getByRole('main').getByText(MENDED).and(page.locator('p')).waitFor();
    await row(proposer, 'seconder').getByText('内容有改动，待重新确认').waitFor();
    await becomes(() => page.getByRole('button', { name: '提交给提案委' }).isDisabled(), true);
    await seconder.page.goto(`/proposals/${returned}`);
    await reads(seconder, MENDED);
    await seconder.page.getByRole('button', { name: '同意，重新附议' }).click();
    await becomes(() => row(proposer, 'seconder').getByText('已附议').count(), 1);
  });
}

/** What a proposer does not hope for: a text that is returned, passed on as a suggestion, or withdrawn. */
export function goesAnotherWay(of: () => Verdicts): void {
  isReturnedAndMended(of);

  it('is passed on as a suggestion, answered as such, and closed with what came of it', async () => {
    const {
      stage,
      people: { committee, handler, proposer },
    } = of();
    const { organisation, members } = stage;
    const author = await organisation.signIn(CAST.proposer.staffNo);
    const id = await drafted(stage, SUGGESTED, author, [members.committee]);
    await (await organisation.signIn(CAST.committee.staffNo)).decide(`/api/proposals/proposals/${id}/seconding`);
    await author.decide(`/api/proposals/proposals/${id}/submission`, { confirmsExclusions: true });
    await opensAnew(committee, SUGGESTED.subject);
    await rules(committee, '转为意见建议', '');
    await assigns(committee, UNITS.logistics);
    await handler.page.goto(`/unit/${id}`);
    await handler.page.getByLabel('答复内容').fill(REPLY);
    await choose(handler, '办理结果', '已解决');
    await handler.page.getByRole('button', { name: '送出答复' }).click();
    const question = handler.page.getByRole('dialog');
    await question.getByText('答复送出后提案人会收到通知，不能再改。现在送出？').waitFor();
    await question.getByRole('button', { name: '送出答复' }).click();
    await handler.page.getByRole('main').getByText('答复已送出', { exact: true }).waitFor();
    await proposer.page.goto(`/proposals/${id}`);
    await reads(proposer, REPLY);
    await becomes(() => proposer.page.getByRole('radiogroup', { name: '办理态度' }).count(), 0);
    await choose(committee, '办理结果', '已落实');
    await committee.page.getByRole('dialog').getByRole('button', { name: '办结', exact: true }).click();
    await reads(proposer, '已办结 · 已落实');
    await sees(proposer, 'e10-suggestion-closed');
  });

  it('is answered where another delegate finds it: in the register, with the unit and the whole reply', async () => {
    const { seconder } = of().people;
    const { page } = seconder;
    await goTo(seconder, '提案');
    await page.getByRole('link', { name: '提案目录' }).click();
    await page.getByRole('searchbox', { name: '按案由、案号、提案人查找' }).fill('饮水机');
    await page.keyboard.press('Enter');
    const line = page.getByRole('list', { name: '提案目录' }).getByRole('link', { name: new RegExp(SUGGESTED.subject) });
    for (const fact of [`主办：${UNITS.logistics}`, '答复：已解决', '已办结']) await line.getByText(fact).waitFor();
    await becomes(() => line.getByText('案号').count(), 0); // A suggestion has none.
    await line.click();
    await reads(seconder, REPLY);
    await sees(seconder, 'e10-reply-of-another');
  });

  it('is withdrawn with a reason, which stays with it', async () => {
    const {
      stage,
      people: { proposer },
    } = of();
    const id = await drafted(stage, WITHDRAWN, await stage.organisation.signIn(CAST.proposer.staffNo), [stage.members.seconder]);
    const { page } = proposer;
    await page.goto(`/proposals/${id}`);
    await page.getByRole('button', { name: '撤回提案' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '撤回提案' }).click();
    await dialog.getByText('请填写：撤回理由').waitFor();
    await dialog.getByLabel('撤回理由').fill(REASON.withdrawn);
    await dialog.getByRole('button', { name: '撤回提案' }).click();
    await reads(proposer, REASON.withdrawn);
    await becomes(() => page.getByRole('button', { name: /撤回提案|修改$|提交给提案委/ }).count(), 0);
    await sees(proposer, 'e11-withdrawn');
  });
}

/** After the call: what was returned is submitted as what it was, and declined for good. */
export function comesBackAfterTheCall(of: () => Verdicts): void {
  it('takes what was returned during it as in time', async () => {
    const { proposer } = of().people;
    const { page } = proposer;
    await page.goto('/');
    await page
      .getByRole('list', { name: '退回修改' })
      .getByRole('link', { name: new RegExp(RETURNED.subject) })
      .click();
    await submits(proposer);
    await becomes(() => page.getByText('逾期提交').count(), 0);
  });

  it('ends with a proposal that is not filed: its proposer reads why, and so does who signed it', async () => {
    const { committee, proposer, seconder } = of().people;
    await opensAnew(committee, RETURNED.subject);
    await committee.page.getByRole('dialog').getByText(MENDED).waitFor();
    await rules(committee, '不予立案', REASON.notFiled);
    await reads(proposer, REASON.notFiled);
    await becomes(() => proposer.page.getByRole('button', { name: /修改$|提交给提案委/ }).count(), 0);
    await sees(proposer, 'e12-not-filed');
    await seconder.page.goto(`/register?search=${encodeURIComponent('体育馆')}`);
    const line = seconder.page.getByRole('list', { name: '提案目录' }).getByRole('link', { name: new RegExp(RETURNED.subject) });
    await line.getByText('不予立案').waitFor();
    await line.click();
    await reads(seconder, REASON.notFiled);
  });
}
