import type { Person } from '../lib/api-client.js';
import { electedByHands, type ElectionByHands, type Officers, primaryByHands, type Sitting, STANDING, tooManyNominated } from './ballot.js';
import { PRESET } from './ballot-steps.js';
import type { Visitor } from './browser.js';
import { dayFromToday } from './proposal-steps.js';
import { acts, becomes, choose, reads, sees } from './steps.js';

const VOTERS = 3;
const OBJECTION = '候选人方一不在代表名册中。';
const UPHELD = '经查属实。';
const ANNULLED = '候选人方一没有参选资格。';
const DOCUMENT = '总工发〔2026〕7号';
const REFUSED = '候选人方一任职年限不足。';

/** Where a vote was held, and who hears that it does not stand. */
export interface Remedies {
  readonly sitting: Sitting;
  readonly officers: Officers;
  readonly objector: Person;
  /** Whom the first candidate's name is of, as the roster has them. */
  readonly elected: { readonly name: string; readonly staffNo: string };
  readonly secretary: Visitor;
  readonly delegate: Visitor;
}

/** An election of one by hands, declared. @returns its id */
async function declared({ sitting, officers }: Remedies, title: string, procedure: object): Promise<string> {
  const asked: ElectionByHands = {
    title,
    rules: { seats: 1, tie: 'runoff', shortage: 'vacant', procedure },
    yes: { c1: VOTERS, c2: 0 },
    no: { c2: 1 },
  };
  const id = await electedByHands(sitting, officers, VOTERS, asked);
  await sitting.organisation.secretary.decide(`/api/ballot/ballots/${id}/declaration`);
  return id;
}

/** The ballot of a desk, by its address. */
const idIn = (url: string): string => /ballots\/([\w-]+)\/desk/.exec(url)?.[1] ?? '';

/** Prepares at the desk the vote that repeats this one; from then on the desk leads there instead. @returns its id */
async function repeats(secretary: Visitor, id: string): Promise<string> {
  const { page } = secretary;
  await acts(secretary, '重新举行');
  await page.waitForURL((url) => url.pathname.endsWith('/desk') && !url.pathname.includes(id));
  const again = idIn(page.url());
  await page.goto(`/ballots/${id}/desk`);
  await page.getByRole('link', { name: '转到重新举行的投票' }).waitFor();
  await becomes(() => page.getByRole('button', { name: '重新举行' }).count(), 0);
  return again;
}

/** An objection that is upheld leads to the annulment, also of what hung on the result, and that to a vote that is run again. */
export function annulsAndRepeats(of: () => Remedies): void {
  const TITLE = '提案工作委员会委员选举';
  const OFFICERS = '提案工作委员会主任选举';
  let id: string;
  let officersId: string;

  it('is followed by a second stage among the elected, once it is said who they are', async () => {
    const { sitting, secretary, elected } = of();
    id = await declared(of(), TITLE, { publication: { kind: 'days', n: 5 } });
    await sitting.organisation.secretary.decide(`/api/ballot/ballots/${id}/publication`);
    const { page } = secretary;
    await page.goto(`/ballots/${id}/seats`);
    await page.getByRole('button', { name: '安排第二阶段选举' }).click();
    await page.getByLabel('名称').fill(OFFICERS);
    await page.getByRole('radiogroup', { name: '方式' }).getByText('纸质选票', { exact: true }).click();
    await choose(secretary, '依据的办法', PRESET.union);
    await page.getByRole('button', { name: '保存草案' }).click();
    await reads(secretary, '请说明当选人对应的教职工。');
    await sees(secretary, '73-second-stage');
    const who = page.getByRole('combobox', { name: `${STANDING.c1}是哪位职工` });
    await who.fill(elected.staffNo);
    await page.locator('.ant-select-dropdown:visible').getByText(`${elected.name}（${elected.staffNo}）`).click();
    await who.blur();
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/desk'));
    officersId = idIn(page.url());
    await page.getByRole('heading', { level: 1, name: OFFICERS }).waitFor();
  });

  it('is objected to with reason: upheld by an organiser, who is led to the annulment', async () => {
    const { secretary, objector } = of();
    await objector.post(`/api/ballot/ballots/${id}/objections`, { text: OBJECTION });
    const { page } = secretary;
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(`有异议待答复.*${TITLE}`) }).click();
    await reads(secretary, OBJECTION);
    await page.getByRole('radio', { name: '成立', exact: true }).check();
    await reads(secretary, '异议成立后，结果不能归档，须宣布本次投票无效。');
    await page.getByLabel('答复理由').fill(UPHELD);
    await acts(secretary, '答复');
    await reads(secretary, '有异议成立，须宣布本次投票无效。');
    await sees(secretary, '73-objection-upheld');
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(`异议成立，须宣布无效.*${TITLE}`) }).click();
    await reads(secretary, '有 1 件异议成立，须宣布本次投票无效。');
  });

  it('is annulled with its reason, beside which the result stays readable', async () => {
    const { secretary, delegate } = of();
    const { page } = secretary;
    await page.getByRole('button', { name: '宣布无效' }).click();
    await page.getByRole('dialog').getByLabel('理由（有关人员都会看到）').fill(ANNULLED);
    await sees(secretary, '73-annulment');
    await page.getByRole('dialog').getByRole('button', { name: '宣布无效' }).click();
    await reads(secretary, '按已通过的办法重新举行，名册、监票人、计票人和选票都是新的。');
    await delegate.page.goto('/inbox');
    await delegate.page.getByRole('link', { name: `“${TITLE}”已宣布无效：${ANNULLED}` }).click();
    await delegate.page.getByRole('alert').filter({ hasText: ANNULLED }).waitFor();
    await delegate.page.locator('.elected').getByText(STANDING.c1).waitFor();
    await sees(delegate, '73-annulled-phone');
    await page.goto(`/ballots/${officersId}`); // What hung on the result is undone with it.
    await page.getByText('这次投票已取消，不再举行').waitFor();
    await reads(secretary, `理由：${ANNULLED}`);
    await page.goto(`/ballots/${id}/desk`);
  });

  it('is run again under the rules adopted for it, with nothing else of the first; each leads to the other', async () => {
    const { sitting, secretary, delegate } = of();
    const again = await repeats(secretary, id);
    const { secretary: organiser } = sitting.organisation;
    expect(await organiser.get(`/api/ballot/ballots/${again}`)).toMatchObject({
      state: 'RULES_ADOPTED',
      openedAt: null,
      officers: [],
      candidates: [{ label: STANDING.c1 }, { label: STANDING.c2 }],
    });
    const { page } = delegate;
    await page.reload();
    await page.getByRole('link', { name: /重新举行的投票/ }).click();
    await page.getByRole('link', { name: /原投票（本次为重新举行）/ }).click();
    await page.getByRole('alert').filter({ hasText: ANNULLED }).waitFor();
  });
}

/** What the higher body does not approve never takes effect, and may be run again. */
export function hearsNoFromAbove(of: () => Remedies): void {
  const TITLE = '工会主席选举';
  let id: string;

  it('waits for the higher body, whose document is recorded whole: a refusal is not asked for its reason before', async () => {
    const { secretary } = of();
    id = await declared(of(), TITLE, { approval: { kind: 'days', n: 15 }, publication: { kind: 'days', n: 5 } });
    const { page } = secretary;
    await page.goto('/');
    await page.getByRole('link', { name: new RegExp(`上级批复待登记.*${TITLE}`) }).click();
    await page.getByRole('button', { name: '上级不批准' }).click();
    await reads(secretary, '请填写：文号');
    await reads(secretary, '请填写：批复日期');
    await becomes(() => page.getByRole('dialog').count(), 0);
    await page.getByLabel('文号').fill(DOCUMENT);
    await page.getByLabel('批复日期').fill(dayFromToday(0));
    await page.getByRole('button', { name: '上级不批准' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill(REFUSED);
    await sees(secretary, '73-refused-above');
    await page.getByRole('dialog').getByRole('button', { name: '上级不批准' }).click();
    await reads(secretary, '已记录不批准');
  });

  it('says to everybody that it was refused and why, without effect and posting, and leads to another vote', async () => {
    const { secretary, delegate } = of();
    await delegate.page.goto('/inbox');
    await delegate.page.getByRole('link', { name: `“${TITLE}”结果未获批准：${REFUSED}` }).click();
    await reads(delegate, new RegExp(`上级未批准（${DOCUMENT}，.+）：${REFUSED}`));
    await becomes(() => delegate.page.getByText(/结果自宣布之时起生效|结果生效/).count(), 0);
    await sees(delegate, '73-refused-above-phone');
    await becomes(() => secretary.page.getByRole('button', { name: /公布结果|归档|上级/ }).count(), 0);
    await repeats(secretary, id);
    await delegate.page.reload();
    await delegate.page.getByRole('link', { name: /重新举行的投票/ }).waitFor();
  });
}

/** More stand than the rules let onto the paper: a primary decides who goes on, once the list has been posted for its days. */
export function isShortenedByPrimary(of: () => Remedies): void {
  const TITLE = '女职工委员会主任选举';
  const NAMES = ['候选人方一', '候选人方二', '候选人方三'] as const;
  let id: string;
  let primary: string;

  it('is put to a primary, a ballot of its own beside which there is no other', async () => {
    const { sitting, secretary } = of();
    id = await tooManyNominated(sitting, TITLE, NAMES, 2);
    const { page } = secretary;
    await page.goto(`/ballots/${id}/nomination`);
    await reads(secretary, '超过 2 名时先预选');
    await sees(secretary, '73-primary-to-call');
    await page.getByRole('button', { name: '举行预选' }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/desk'));
    await page.getByRole('heading', { level: 1, name: `${TITLE}（预选）` }).waitFor();
    primary = idIn(page.url());
    await page.goto(`/ballots/${id}/nomination`);
    await page.getByRole('link', { name: '查看预选' }).waitFor();
    await becomes(() => page.getByRole('button', { name: '举行预选' }).count(), 0);
  });

  it('is not decided before its days are over, and everybody reads the primary beside it', async () => {
    const { sitting, officers, secretary, delegate } = of();
    await primaryByHands(sitting, officers, VOTERS, primary, { c01: VOTERS, c02: 2, c03: 1 });
    await sitting.organisation.secretary.decide(`/api/ballot/ballots/${primary}/declaration`);
    await acts(secretary, '确定候选人');
    await reads(secretary, /公示期至 .+ 届满，尚不能结束提名/);
    const { page } = delegate;
    await page.goto(`/ballots/${primary}`);
    for (const name of NAMES.slice(0, 2)) await page.locator('.elected').getByText(name).waitFor();
    await becomes(() => page.locator('.elected').getByText(NAMES[2]).count(), 0);
    await sees(delegate, '73-primary-phone');
    await page
      .getByRole('list', { name: '相关的投票' })
      .getByRole('link', { name: /正式选举/ })
      .click();
    await page.getByRole('heading', { level: 1, name: TITLE, exact: true }).waitFor();
    await page.getByRole('list', { name: '相关的投票' }).getByRole('link', { name: /预选/ }).waitFor();
  });
}
