import type { Visitor } from './browser.js';
import { acts, choose, follows, goTo, reads, takesUpAtHome } from './steps.js';

/** What the desk calls the kinds of a vote and the ways it is held. */
export const KIND = { resolution: '表决', election: '选举', appraisal: '民主测评', poll: '意见征集' } as const;
export const CHANNEL = { hands: '举手', paper: '纸质选票', sealed: '电子密封选票', mixed: '电子与纸质并用' } as const;

/** The presets that tests start from, as the page names them. */
export const PRESET = {
  union: '工会基层组织选举工作条例（依据节录）',
  school: '学校教职工代表大会规定（一般做法，未核对）',
  schoolElection: '学校教职工代表大会规定（选举）（一般做法，未核对）',
} as const;

/** What somebody fills in for a new ballot; what is left out stays as the page has it. */
export interface BallotToDraft {
  readonly kind: keyof typeof KIND;
  readonly channel: keyof typeof CHANNEL;
  readonly title: string;
  readonly preset?: string;
  /** Matters, subjects or options, one a line. */
  readonly lines?: readonly string[];
  /** Of a resolution: subjects of filed proposals that it decides, each a matter of its own. */
  readonly proposals?: readonly string[];
  /** Of an election: names as they shall stand on the paper. */
  readonly candidates?: readonly string[];
  readonly seats?: number;
  /** How many scrutineers open the box, where not all of them have to. */
  readonly sharesNeeded?: number;
  readonly threeWay?: boolean;
  /** What happens at a tie for the last seat, as the page words it. */
  readonly tie?: string;
  readonly byTheClock?: boolean;
}

/** Drafts a ballot at the desk. @returns its id */
export async function drafts(
  visitor: Visitor,
  { kind, channel, title, preset, lines, proposals = [], candidates = [], seats, sharesNeeded, threeWay, tie, byTheClock }: BallotToDraft,
): Promise<string> {
  const { page } = visitor;
  await goTo(visitor, '表决选举');
  await follows(visitor, '新建表决或选举');
  await page.getByRole('radiogroup', { name: '种类' }).getByText(KIND[kind], { exact: true }).click();
  await page.getByLabel('名称').fill(title);
  if (lines) await page.locator('textarea').first().fill(lines.join('\n'));
  for (const subject of proposals) {
    const search = page.getByRole('combobox', { name: '决定的提案' });
    await search.fill(subject);
    await page.locator('.ant-select-dropdown:visible .ant-select-item').getByText(subject).click();
    await search.blur();
    await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
  }
  for (const name of candidates) {
    await page.getByLabel('或直接写姓名').fill(name);
    await page.getByRole('button', { name: '加入' }).click();
  }
  await page.getByRole('radiogroup', { name: '方式' }).getByText(CHANNEL[channel], { exact: true }).click();
  if (preset) await choose(visitor, '依据的办法', preset);
  if (seats) await page.getByLabel('应选名额').fill(String(seats));
  if (sharesNeeded) await page.getByLabel('开票所需的监票人数').fill(String(sharesNeeded));
  if (threeWay) await page.getByLabel('可投反对票').click();
  if (tie) await choose(visitor, '票数相等时', tie);
  if (byTheClock) await page.getByLabel('可按时间自动开始和截止').click();
  await page.getByRole('button', { name: '保存草案' }).click();
  await page.waitForURL('**/desk');
  return /ballots\/([\w-]+)\/desk/.exec(page.url())?.[1] ?? '';
}

/** Records that the meeting adopted the rules, and fixes the roll. */
export async function adopts(visitor: Visitor): Promise<void> {
  await acts(visitor, '办法已通过');
  await reads(visitor, '办法已固定');
  await acts(visitor, '确定名册');
  await reads(visitor, '名册已确定');
}

interface Somebody {
  readonly name: string;
  readonly staffNo: string;
}

/** Chooses scrutineers and tellers; the first of each is the chief. */
export async function choosesOfficers(visitor: Visitor, scrutineers: readonly Somebody[], tellers: readonly Somebody[]): Promise<void> {
  const { page } = visitor;
  for (const [role, people] of [
    ['监票人', scrutineers],
    ['计票人', tellers],
  ] as const) {
    const search = page.getByRole('combobox', { name: role, exact: true });
    for (const { name, staffNo } of people) {
      await search.fill(staffNo);
      await page.locator('.ant-select-dropdown:visible').getByText(`${name}（${staffNo}）`).click();
    }
    await search.blur();
    await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
    const [chief] = people;
    await choose(visitor, `总${role}`, `${chief?.name ?? ''}（${chief?.staffNo ?? ''}）`);
  }
}

/** Chooses and names them. */
export async function namesOfficers(visitor: Visitor, scrutineers: readonly Somebody[], tellers: readonly Somebody[]): Promise<void> {
  const { page } = visitor;
  await choosesOfficers(visitor, scrutineers, tellers);
  await page.getByRole('button', { name: '确定监票人和计票人' }).click();
  await reads(visitor, '监票人和计票人已确定');
}

/** Opens the voting, having read what it means for those who are there. */
export async function opens({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '开始投票', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(开始|仍然开始)/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Closes the voting with what was found: papers out of the box, or how many took part by hands. */
export async function closes({ page }: Visitor, found: { readonly returned?: number; readonly voters?: number } = {}): Promise<void> {
  if (found.returned !== undefined) await page.getByLabel('收回的纸质选票').fill(String(found.returned));
  if (found.voters !== undefined) await page.getByLabel(/^(参加表决的人数|投票人数)$/).fill(String(found.voters));
  await page.getByRole('button', { name: '截止投票', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(截止投票|仍然截止)/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Types the hands counted in the hall, line by line, and saves them. */
export async function tellsHands(visitor: Visitor, figures: Readonly<Record<string, Readonly<Record<string, number>>>>): Promise<void> {
  const { page } = visitor;
  for (const [label, marks] of Object.entries(figures)) {
    const line = page.getByRole('group', { name: label });
    for (const [mark, figure] of Object.entries(marks)) await line.getByLabel(mark, { exact: true }).fill(String(figure));
  }
  await page.getByRole('button', { name: '保存举手票数' }).click();
}

/** Signs the tally of a ballot, asked for it at home. */
export async function signsTally(visitor: Visitor, title: string): Promise<void> {
  const { page } = visitor;
  await takesUpAtHome(visitor, '请您签署计票结果', title);
  await page.getByRole('button', { name: '核对无误，签署' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
  await page.getByRole('button', { name: '核对无误，签署' }).waitFor({ state: 'hidden' });
}
