import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { House } from '../lib/house.js';
import { adopts, closes, drafts, namesOfficers, opens, PRESET, signsTally, tellsHands } from './ballot-steps.js';
import { DEVICES, openBrowser, Visitor } from './browser.js';
import {
  drawLots,
  entersSheets,
  givesShare,
  handsPaper,
  makeKeys,
  oneAfterAnother,
  receivesByKeys,
  receivesPaper,
  votesByKeys,
  votesFor,
  type Walker,
} from './congress-steps.js';
import { closesSession, goesToSessionDesk, leaves, opensSession, signsIn, signsInQueue } from './day-steps.js';
import * as proposals from './proposal-steps.js';
import {
  foundsHouse,
  givesCodes,
  importsRoster,
  namesHead,
  namesToOffice,
  putsSlipsAway,
  setsUpSession,
  setsUpTerm,
  signsInFirst,
} from './set-up-steps.js';
import { acts, becomes, downloads, follows, goesBack, goTo, opensBallot, opensDesk, reads, sees, takesUpAtHome } from './steps.js';

jest.setTimeout(300_000); // A step of the walk is a dozen of pages, on a machine that may be busy.

/**
 * A whole congress of docs/walkthrough.md, from the empty house to the archive, by ten people in ten browsers: nothing is asked of the
 * house but by its pages. Which step of the walkthrough is walked where says the table in README.md beside this.
 */
const ORGANISATION = { organisation: '示例市第一中学', code: 'no1-middle', secretary: { name: '工会甲子', staffNo: 'S00001' } };
const SESSION = '三届一次教职工代表大会';
const UNIT = '后勤管理处';
const PLAN = '岗位竞聘方案';
const ELECTION = '工会委员会委员选举';
const WOMEN = '女职工委员会委员选举';
const MANAGEMENT = '民主管理委员会委员选举';
const APPRAISAL = '校领导民主测评';
const CANDIDATES = ['候选人方一', '候选人方二', '候选人方三'] as const;
const [FIRST, SECOND, THIRD] = CANDIDATES;
const MATTER: proposals.ProposalText = {
  subject: '关于增开早班校车的提案',
  grounds: '首班校车八点才到，早自习的教师赶不上。',
  measures: '七点增开一班。',
  category: '后勤保障',
};

const CAST = {
  proposer: { staffNo: 'T10001', name: '林甲子', device: 'small' },
  seconder: { staffNo: 'T10002', name: '周乙丑', device: 'small' },
  committee: { staffNo: 'T10003', name: '沈丙寅', device: 'wide' },
  handler: { staffNo: 'T10004', name: '陈丁卯', device: 'wide' },
  scrutineer: { staffNo: 'J10001', name: '监甲子', device: 'wide' },
  colleague: { staffNo: 'J10002', name: '监乙丑', device: 'small' },
  witness: { staffNo: 'J10003', name: '监丙寅', device: 'small' },
  teller: { staffNo: 'J10004', name: '计甲子', device: 'wide' },
  counter: { staffNo: 'J10005', name: '计乙丑', device: 'wide' },
} as const;
type Role = keyof typeof CAST;
const ROLES = Object.keys(CAST) as Role[];
/** Two delegates without a device: they sign in at the desk, and vote on paper. */
const ON_PAPER = [
  { staffNo: 'T10005', name: '吴戊辰' },
  { staffNo: 'T10006', name: '郑己巳' },
] as const;
const DELEGATES = 5;
const VOTERS = ['proposer', 'seconder', 'committee'] as const;

const today = proposals.dayFromToday;
const seat = (delegation: string) => `正常,${delegation},正式代表`;
const ROSTER = [
  '工号,姓名,部门,会籍,代表团,代表类别',
  ...(['proposer', 'seconder'] as const).map((role) => `${CAST[role].staffNo},${CAST[role].name},语文组,${seat('第一代表团')}`),
  `${CAST.committee.staffNo},${CAST.committee.name},语文组,${seat('第二代表团')}`,
  ...ON_PAPER.map(({ staffNo, name }) => `${staffNo},${name},${UNIT},${seat('第二代表团')}`),
  ...ROLES.slice(3).map((role) => `${CAST[role].staffNo},${CAST[role].name},${UNIT},正常,,`),
].join('\n');

let house: House;
let browser: Browser;
let secretary: Visitor;
let people: Record<Role, Walker>;

beforeAll(async () => {
  [house, browser] = await Promise.all([House.open({ PLENUM_SAMPLE: 'none' }), openBrowser({ computes: true })]);
  secretary = await Visitor.enter(browser, ORGANISATION.secretary.name, 'wide', house.url);
  const enter = async (role: Role): Promise<[Role, Walker]> => [
    role,
    { ...CAST[role], visitor: await Visitor.enter(browser, CAST[role].name, CAST[role].device, house.url) },
  ];
  const walkers = await Promise.all(ROLES.map(enter));
  people = Object.fromEntries(walkers) as Record<Role, Walker>;
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
}, 60_000);

const before = oneAfterAnother();
const on = (role: Role): Visitor => people[role].visitor;
const chiefs = () => [people.scrutineer, people.teller] as const;

/** Everything from the fixed roll to the opening of a vote by hands, on the desk of the secretary. */
async function opensByHands(): Promise<void> {
  await reads(secretary, '已达到法定人数');
  await namesOfficers(secretary, [CAST.scrutineer], [CAST.teller]);
  await opens(secretary);
  await closes(secretary, { voters: DELEGATES });
}

/** The hands are told by a teller, counted, and signed by both chiefs; the secretary stands at the desk again. */
async function countsHands(title: string, figures: Readonly<Record<string, Readonly<Record<string, number>>>>): Promise<void> {
  await takesUpAtHome(on('teller'), '请您录入举手票数', title);
  await tellsHands(on('teller'), figures);
  await reads(on('teller'), '举手票数已保存，等待计票');
  await signed(title);
}

/** From the desk the count is made, and signed by both chiefs. */
async function signed(title: string): Promise<void> {
  await acts(secretary, '计票');
  await reads(secretary, `等待签署：${CAST.scrutineer.name}、${CAST.teller.name}。`);
  for (const { visitor } of chiefs()) await signsTally(visitor, title);
}

/** What a text document says. */
const wordsOf = (path: string): string => strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array());

describe('before the congress', () => {
  before('the house is founded, and its first secretary chooses a password', async () => {
    await foundsHouse(secretary, await house.operatorToken(), ORGANISATION);
  });

  before('term and session are set up with their quorum, and the roster brings people, units, delegations and seats', async () => {
    await setsUpTerm(secretary, 3, today(-300));
    await setsUpSession(secretary, { number: 1, title: SESSION, opensAt: `${today(-1)}T08:30`, closesAt: `${today(3)}T17:00` });
    await importsRoster(secretary, ROSTER, SESSION);
    await namesHead(secretary, '第一代表团', CAST.proposer.name);
    await sees(secretary, 'w01-seated');
  });

  before('offices are named', async () => {
    await namesToOffice(secretary, { office: '提案工作委员会', person: CAST.committee.name, chief: true });
    await namesToOffice(secretary, { office: '承办人', person: CAST.handler.name, unit: UNIT });
  });

  before('everybody gets a slip, and signs in with it for the first time', async () => {
    const codes = await givesCodes(secretary);
    await putsSlipsAway(secretary);
    for (const role of ROLES) await signsInFirst(on(role), CAST[role].staffNo, codes.get(CAST[role].staffNo) ?? '', CAST[role].name);
    await sees(on('proposer'), 'w02-home-small');
  });
});

describe('a proposal', () => {
  const step = oneAfterAnother(before);

  step('is called for, written, seconded and submitted', async () => {
    await proposals.opensCall(on('committee'), { lastDay: today(9), seconders: 1 });
    await proposals.drafts(on('proposer'), MATTER);
    await proposals.invites(on('proposer'), [CAST.seconder.staffNo]);
    await proposals.seconds(on('seconder'), MATTER.subject);
    await reads(on('proposer'), /附议人数已够/);
    await proposals.submits(on('proposer'));
  });

  step('is filed, assigned, answered, rated and closed', async () => {
    await proposals.opensOnBoard(on('committee'), MATTER.subject);
    await proposals.files(on('committee'));
    await proposals.assigns(on('committee'), UNIT);
    await proposals.replies(on('handler'), MATTER.subject, '下月起七点增开一班。');
    await proposals.rates(on('proposer'));
    await proposals.closes(on('committee'));
    await sees(on('committee'), 'w03-closed');
    await on('committee').page.keyboard.press('Escape');
    await on('committee').page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

describe('the day', () => {
  const step = oneAfterAnother(before);

  before('the session is opened; delegates sign in for themselves, and at the desk', async () => {
    await goesToSessionDesk(secretary);
    await opensSession(secretary, DELEGATES);
    for (const role of VOTERS) {
      await goTo(on(role), '首页');
      await signsIn(on(role));
    }
    await signsInQueue(secretary, ON_PAPER);
    await sees(secretary, 'w04-session-desk');
  });

  step('a plan passes by hands, its result is declared, posted and archived', async () => {
    await drafts(secretary, { kind: 'resolution', channel: 'hands', title: PLAN, preset: PRESET.school, lines: [PLAN] });
    await adopts(secretary);
    await opensByHands();
    await countsHands(PLAN, { [PLAN]: { 赞成: 4, 反对: 0, 弃权: 1 } });
    await acts(secretary, '宣布结果');
    await reads(secretary, '结果已宣布');
    await acts(secretary, '公布结果');
    await acts(secretary, '归档');
    await reads(secretary, '已归档');
    await sees(secretary, 'w05-archived');
  });
});

describe('an election on devices and paper under one roll', () => {
  const step = oneAfterAnother(before);

  step('is drafted and adopted; any two of three scrutineers will open the box', async () => {
    await drafts(secretary, {
      kind: 'election',
      channel: 'mixed',
      title: ELECTION,
      preset: PRESET.union,
      candidates: CANDIDATES,
      seats: 2,
      sharesNeeded: 2,
    });
    // There is no paper to print before rules and roll are fixed; then it has the candidates of the ballot.
    const { page } = secretary;
    await page.getByRole('button', { name: '办法已通过', exact: true }).waitFor();
    await becomes(() => page.getByRole('link', { name: '打印选票' }).count(), 0);
    await adopts(secretary);
    await follows(secretary, '打印选票');
    await reads(secretary, '已印的选票须收回重印'); // Until voting begins they may be changed.
    const lines = (copy: number) => page.locator('.printed-ballot').nth(copy).locator('tbody tr').filter({ hasNotText: '另选人' });
    for (const copy of [0, 1])
      await becomes(async () => (await lines(copy).allInnerTexts()).map((line) => line.trim()).join(), CANDIDATES.join());
    await opensDesk(secretary, ELECTION);
    await namesOfficers(secretary, [CAST.scrutineer, CAST.colleague, CAST.witness], [CAST.teller, CAST.counter]);
    await makeKeys([people.scrutineer, people.colleague, people.witness], ELECTION);
    // Whoever watches the vote is told, while it can still be asked about, whom another hand signed in.
    const byDesk = on('witness').page.getByRole('region', { name: `由他人代为签到的（${ON_PAPER.length} 人次）` });
    for (const { name } of ON_PAPER) await byDesk.getByText(name, { exact: true }).waitFor();
    await sees(on('witness'), 'w06-key-small');
  });

  step('is voted on by three on their phones and by two on paper', async () => {
    for (const role of ['proposer', 'seconder'] as const) await receivesPaper(people[role], ELECTION);
    await on('committee').page.setViewportSize(DEVICES.small.viewport);
    await receivesByKeys(people.committee);
    for (const person of ON_PAPER) await handsPaper(people.teller, ELECTION, person);
    await opens(secretary);
    await votesFor(people.proposer, [FIRST, SECOND]);
    await votesFor(people.seconder, [FIRST, SECOND]);
    await votesByKeys(people.committee, [FIRST, THIRD]);
    await sees(on('proposer'), 'w07-receipt-small');
  });

  step('is opened by two of the three, its sheets are read twice, and the result is declared and posted', async () => {
    await closes(secretary, { returned: ON_PAPER.length });
    for (const scrutineer of [people.scrutineer, people.witness]) await givesShare(scrutineer, ELECTION);
    const sheets = ON_PAPER.map(() => ['1', '1', '2']);
    for (const teller of [people.teller, people.counter]) await entersSheets(teller, ELECTION, sheets);
    await signed(ELECTION);
    await acts(secretary, '宣布结果');
    await secretary.page.getByLabel('文号').fill('工组〔2026〕1 号');
    await secretary.page.getByLabel('批复日期').fill(today(0));
    await secretary.page.getByRole('button', { name: '上级批准', exact: true }).click();
    await acts(secretary, '公布结果');
    await takesUpAtHome(on('proposer'), '结果已宣布', ELECTION);
    await on('proposer').page.locator('.elected').getByText(SECOND).waitFor();
    await sees(on('proposer'), 'w08-result-small');
  });

  step('is fetched as a document, objected to, and answered', async () => {
    expect((await downloads(on('proposer'), '下载结果公告 PDF')).name).toBe(`结果公告-${ELECTION}.pdf`);
    // Who signed the sheet takes it along in the language of whoever asks for it.
    const signer = on('scrutineer');
    await opensBallot(signer, ELECTION);
    await signer.page.getByRole('radiogroup', { name: '文件语言' }).getByText('英文', { exact: true }).click();
    const words = wordsOf((await downloads(signer, '下载计票结果报告单 Word')).path);
    expect([words.includes('Tally sheet'), words.includes('计票结果报告单')]).toEqual([true, false]);
    const { page } = on('proposer');
    await follows(on('proposer'), '提出异议');
    await page.getByLabel('异议内容').fill('纸质选票的清点没有当众进行。');
    await page.getByRole('button', { name: '提交异议' }).click();
    await reads(on('proposer'), '您的异议正在处理，答复后会通知您。');
    await takesUpAtHome(secretary, '有异议待答复', ELECTION);
    await secretary.page.getByRole('radio', { name: '不成立' }).check();
    await secretary.page.getByLabel('答复理由').fill('清点在会场进行，监票人全程在场。');
    await acts(secretary, '答复');
    await reads(secretary, '待答复 0 件，成立 0 件，不成立 1 件。');
  });
});

describe('two who come out level at the last seat', () => {
  const step = oneAfterAnother(before);
  const LEVEL = { [FIRST]: { 赞成: 4, 反对: 1, 弃权: 0 }, [SECOND]: { 赞成: 3, 反对: 2, 弃权: 0 }, [THIRD]: { 赞成: 3, 反对: 2, 弃权: 0 } };

  step('are voted on again where the rules say so, between the two alone', async () => {
    await drafts(secretary, {
      kind: 'election',
      channel: 'hands',
      title: WOMEN,
      preset: PRESET.schoolElection,
      candidates: CANDIDATES,
      seats: 2,
    });
    await adopts(secretary);
    await opensByHands();
    await countsHands(WOMEN, LEVEL);
    await acts(secretary, '宣布结果');
    await acts(secretary, '建立下一轮');
    await acts(secretary, '确定名册');
    await opensByHands();
    await countsHands(WOMEN, { [SECOND]: { 赞成: 4, 反对: 1, 弃权: 0 }, [THIRD]: { 赞成: 1, 反对: 4, 弃权: 0 } });
    await acts(secretary, '宣布结果');
    await opensBallot(on('seconder'), WOMEN);
    await on('seconder').page.locator('.elected').getByText(SECOND).waitFor();
    await sees(on('seconder'), 'w09-run-off-small');
  });

  step('draw lots where the rules say that', async () => {
    await drafts(secretary, {
      kind: 'election',
      channel: 'hands',
      title: MANAGEMENT,
      preset: PRESET.schoolElection,
      candidates: CANDIDATES,
      seats: 2,
      tie: '抽签',
    });
    await adopts(secretary);
    await opensByHands();
    await countsHands(MANAGEMENT, LEVEL);
    await drawLots(secretary, chiefs(), MANAGEMENT);
    await goesBack(secretary);
    await follows(secretary, '组织台');
    await acts(secretary, '宣布结果');
    await opensBallot(on('proposer'), MANAGEMENT);
    await reads(on('proposer'), new RegExp(`(${SECOND}|${THIRD})（抽签）`, 'u'));
  });
});

describe('an appraisal', () => {
  const step = oneAfterAnother(before);

  step('is put on paper, entered twice, and told in its grades', async () => {
    await drafts(secretary, { kind: 'appraisal', channel: 'paper', title: APPRAISAL, lines: ['校长室'] });
    await adopts(secretary);
    await namesOfficers(secretary, [CAST.scrutineer], [CAST.teller, CAST.counter]);
    await opens(secretary);
    const { page } = secretary;
    await page.getByLabel('收回的纸质选票').fill(String(DELEGATES + 1));
    await page.getByRole('button', { name: '截止投票', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByText(`发出 ${DELEGATES} 张，收回 ${DELEGATES + 1} 张。`)
      .waitFor();
    await page.getByRole('dialog').getByText('收回的比发出的多：按办法本次投票作废，不再计票。请先重新清点。').waitFor();
    await page.getByRole('button', { name: '先不截止' }).click();
    await closes(secretary, { returned: DELEGATES });
    const sheets = Array.from({ length: DELEGATES }, (_, nth) => [nth < 4 ? '1' : '2']);
    for (const teller of [people.teller, people.counter]) await entersSheets(teller, APPRAISAL, sheets);
    await signed(APPRAISAL);
    await acts(secretary, '宣布结果');
    await opensBallot(on('seconder'), APPRAISAL);
    await reads(on('seconder'), '4 张（80.0%）');
    await sees(on('seconder'), 'w10-appraisal-small');
  });
});

describe('the end of the day', () => {
  const step = oneAfterAnother(before);

  step('one leaves, and the session is closed: nothing is left open', async () => {
    await goTo(on('seconder'), '首页');
    await leaves(on('seconder'));
    await goesToSessionDesk(secretary);
    await closesSession(secretary, 0);
    await goTo(on('proposer'), '首页');
    await reads(on('proposer'), '已闭幕');
    await sees(on('proposer'), 'w11-closed-small');
  });
});

it('was walked without one complaint of a browser', () => {
  expect([secretary, ...ROLES.map(on)].flatMap(({ complaints }) => complaints)).toEqual([]);
});
