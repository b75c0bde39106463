import { PushServer } from '@plenum/test-kit';
import type { Browser } from 'playwright-core';
import { House } from '../lib/house.js';
import { announces } from './announcement-steps.js';
import { BALLOT, electionByNomination, shortageByHands, STANDING, tieByHands, voteByHands } from './ballot.js';
import { openBrowser, Visitor } from './browser.js';
import { isToldOnDevices } from './push-steps.js';
import { provesService } from './proof-steps.js';
import { keepsRoster } from './roster-steps.js';
import { CAST, openCall, type Role, SECRETARY, setStage, type Stage } from './stage.js';
import { acts, becomes, choose, confirmRating, fillSignIn, firstSignIn, goTo, reads, sees, signIn, signInAs, takesUp } from './steps.js';
import { setsWays } from './ways-steps.js';

const DELEGATES = 3;
const SUBJECT = '关于延长图书馆周末开放时间的提案';
const GROUNDS = '周末图书馆下午四点闭馆，备课和查阅资料的教师只能中断。\n去年工会问卷中，六成教师希望延长开放。';
const MEASURES = '一、周末开放延长到晚上九点；\n二、由后勤安排照明和值班。';
const REPLY = '感谢您的提案。\n一、自下月起周末开放到晚上九点；\n二、值班人员已落实。';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

let stage: Stage;
let pushes: PushServer;
let browser: Browser;
let people: Record<Role, Visitor>;
let secretary: Visitor;

beforeAll(async () => {
  pushes = await new PushServer().start();
  stage = await setStage({ house: await House.open({ NOTIFIER_PUSH_TRIAL_ORIGIN: pushes.origin }) });
  browser = await openBrowser();
  const enter = (role: Role, device: 'phone' | 'desk') => Visitor.enter(browser, CAST[role].name, device, stage.house.url);
  people = {
    proposer: await enter('proposer', 'phone'),
    seconder: await enter('seconder', 'phone'),
    committee: await enter('committee', 'desk'),
    handler: await enter('handler', 'desk'),
  };
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
  await pushes?.stop();
}, 60_000);

/** The seconder watches over every count of this walk, the committee's member counts. */
const officersOf = async ({ organisation }: Stage) => ({
  scrutineer: await organisation.signIn(CAST.seconder.staffNo),
  teller: await organisation.signIn(CAST.committee.staffNo),
});

/** From filing by one person to the rating by the same; each step is what the next one waits for. */
describe('a proposal, from filing to rating', () => {
  it('is read by nobody who is not signed in', async () => {
    const { page } = people.proposer;
    await page.goto('/proposals');
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await sees(people.proposer, '01-sign-in-phone');
  });

  it('refuses a wrong password in words', async () => {
    await fillSignIn(people.proposer, 'proposer', 'not the password');
    await reads(people.proposer, '单位代码、工号、密码或登录码不正确。');
  });

  it('begins with four people who set their passwords', async () => {
    for (const role of ['committee', 'handler', 'proposer', 'seconder'] as const) await firstSignIn(people[role], role, stage.codes[role]);
    await openCall(stage, await stage.organisation.signIn(CAST.committee.staffNo));
    await sees(people.seconder, '02-home-empty-phone');
  });

  it('is announced to the delegates as it is called for, with no page loaded anew', async () => {
    await goTo(people.proposer, '消息');
    await reads(people.proposer, /开始征集提案/);
    await sees(people.proposer, '03-inbox-phone');
  });

  it('is drafted by a delegate on a phone', async () => {
    const { page } = people.proposer;
    await goTo(people.proposer, '提案');
    await page.getByRole('link', { name: '提交提案' }).click();
    await reads(people.proposer, /征集截止/);
    await page.getByLabel('案由').fill(SUBJECT);
    await page.getByLabel('案据').fill(GROUNDS);
    await page.getByLabel('建议措施').fill(MEASURES);
    await page.getByLabel('类别').fill('后勤保障');
    await sees(people.proposer, '04-new-proposal-phone');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('heading', { name: SUBJECT }).waitFor();
    await becomes(() => page.getByRole('button', { name: '提交给提案委' }).isDisabled(), true);
    await reads(people.proposer, '还差 1 位附议人');
  });

  it('survives a page that is loaded anew: the sign-in is renewed by the cookie', async () => {
    const { page } = people.proposer;
    await page.reload();
    await page.getByRole('heading', { name: SUBJECT }).waitFor();
  });

  it('is offered to a colleague, who is told at once', async () => {
    const { page } = people.proposer;
    const search = page.getByLabel('邀请附议', { exact: true }).first();
    await search.fill(CAST.seconder.staffNo);
    await page.locator('.ant-select-dropdown:visible').getByText(`${CAST.seconder.name}（${CAST.seconder.staffNo}）`).click();
    await search.blur();
    await page.getByRole('button', { name: '邀请附议' }).click();
    await reads(people.proposer, '待签');
    await sees(people.proposer, '05-seconders-phone');
    await reads(people.seconder, '请您附议');
    await reads(people.seconder, SUBJECT);
    await sees(people.seconder, '06-home-owed-phone');
  });

  it('is seconded in person', async () => {
    const { page } = people.seconder;
    await page
      .getByRole('link', { name: new RegExp(SUBJECT) })
      .first()
      .click();
    await reads(people.seconder, `${CAST.proposer.name}邀请您附议这件提案`);
    await sees(people.seconder, '07-second-phone');
    await page.getByRole('button', { name: '同意附议' }).click();
    await reads(people.seconder, '您已附议这件提案');
  });

  it('is submitted once enough have signed', async () => {
    const { page } = people.proposer;
    await reads(people.proposer, /附议人数已够/);
    await page.getByRole('button', { name: '提交给提案委' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await reads(people.proposer, '待审查');
    await sees(people.proposer, '08-submitted-phone');
  });

  it('is filed by the committee and gets its number', async () => {
    const { page } = people.committee;
    await reads(people.committee, SUBJECT);
    await sees(people.committee, '09-home-committee');
    await goTo(people.committee, '提案委');
    await page.getByRole('searchbox', { name: '按案由、案号、提案人查找' }).fill('图书馆');
    await page.keyboard.press('Enter');
    await sees(people.committee, '10-board');
    await page.getByRole('button', { name: `查看提案：${SUBJECT}` }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(GROUNDS.split('\n')[0] as string).waitFor();
    await drawer.getByRole('radio', { name: /^立案/ }).check();
    await sees(people.committee, '11-review');
    await drawer.getByRole('button', { name: '确定审查结论' }).click();
    await drawer.getByText(/^案号 /).waitFor();
  });

  it('is routed to a lead and an assisting unit', async () => {
    const { page } = people.committee;
    await choose(people.committee, '主办单位', '后勤管理处');
    await choose(people.committee, '协办单位（可多选）', '财务处');
    await sees(people.committee, '12-assign');
    await page.getByRole('button', { name: '交办', exact: true }).click();
    await page.getByRole('dialog').getByText('尚未签收').waitFor();
    await sees(people.committee, '13-assigned');
  });

  it('is acknowledged and answered by the unit', async () => {
    const { page } = people.handler;
    await reads(people.handler, '待答复');
    await goTo(people.handler, '承办');
    await page.getByRole('heading', { level: 1, name: '承办工作' }).waitFor();
    await sees(people.handler, '14-unit');
    await page.getByRole('link', { name: new RegExp(SUBJECT) }).click();
    await page.getByRole('button', { name: '签收' }).click();
    await reads(people.handler, '办理中');
    await page.getByLabel('答复内容').fill(REPLY);
    await choose(people.handler, '办理结果', '已解决');
    await page.getByText('书面答复', { exact: true }).click();
    await sees(people.handler, '15-reply');
    await page.getByRole('button', { name: '送出答复' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '送出答复' }).click();
    await reads(people.handler, '答复已送出，等待提案人评价。');
    await sees(people.handler, '16-replied');
  });

  it('is rated by the proposer, in two dimensions', async () => {
    const { page } = people.proposer;
    await reads(people.proposer, '请按下列各项评价办理情况');
    await page.getByRole('radiogroup', { name: '办理态度' }).getByText('满意', { exact: true }).click();
    await page.getByRole('radiogroup', { name: '办理结果' }).getByText('基本满意', { exact: true }).click();
    await sees(people.proposer, '17-rating-phone');
    await page.getByRole('button', { name: '提交评价', exact: true }).click();
    await confirmRating(page);
    await reads(people.proposer, '已评价');
    await sees(people.proposer, '18-rated-phone');
  });

  it('keeps the rating from the unit, and tells it to the committee', async () => {
    await people.handler.page.reload();
    await reads(people.handler, REPLY.split('\n')[0] as string);
    await becomes(() => people.handler.page.getByText('基本满意').count(), 0);
    await people.committee.page.getByRole('dialog').getByText('基本满意').waitFor();
    await sees(people.committee, '19-rated-committee');
  });

  it('reads in English as well', async () => {
    const { page } = people.handler;
    await page.getByRole('button', { name: 'English' }).click();
    await reads(people.handler, 'Reply');
    await sees(people.handler, '20-english');
  });

  it('leaves nothing behind on the device of who signs out', async () => {
    const { page, context } = people.seconder;
    await page.getByRole('button', { name: new RegExp(CAST.seconder.name) }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect((await context.cookies()).filter(({ name }) => name === 'plenum_refresh')).toEqual([]);
    await page.goto('/proposals');
    await page.getByRole('heading', { name: '登录' }).waitFor();
  });
});

/** A delegate signs in to the sitting, an officer signs the count, everybody reads the result. */
describe('a vote, from the sign-in to the result', () => {
  it('is held where enough have signed in', async () => {
    const { secretary } = stage.organisation;
    await secretary.decide(`/api/congress/sessions/${stage.sessionId}/opening`);
    const { page } = people.proposer;
    await goTo(people.proposer, '首页');
    await reads(people.proposer, '还差 2 人达到法定人数');
    await page.getByRole('button', { name: '签到' }).click();
    await reads(people.proposer, '您已签到');
    await sees(people.proposer, '21-signed-in-to-the-sitting-phone');
    for (const role of ['seconder', 'committee'] as const)
      await (await stage.organisation.signIn(CAST[role].staffNo)).post(`/api/congress/sessions/${stage.sessionId}/attendance`, {});
  });

  it('is signed by an officer who has seen the figures', async () => {
    const officers = await officersOf(stage);
    const ballot = await voteByHands(stage, officers, DELEGATES);
    const { page } = people.seconder;
    await signIn(people.seconder, 'seconder');
    await takesUp(people.seconder, '请您签署计票结果', BALLOT);
    await reads(people.seconder, '计票结果报告单待您签署');
    await sees(people.seconder, '22-to-sign-phone');
    await page.getByRole('button', { name: '核对无误，签署' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
    await page.getByRole('listitem').filter({ hasText: CAST.seconder.name }).getByText('已签署').waitFor();
    await becomes(() => page.getByRole('button', { name: '核对无误，签署' }).count(), 0);
    await officers.teller.sign(ballot);
    await stage.organisation.secretary.decide(`${ballot}/declaration`);
  });

  it('is told with its rule, its base and its figures', async () => {
    const { page } = people.proposer;
    await goTo(people.proposer, '消息');
    await page.getByRole('link', { name: `“${BALLOT}”结果已宣布：通过` }).click();
    await reads(people.proposer, '岗位竞聘方案：赞成 2 票，需要 2 票（超过应到人数的 1/2，基数 3），通过。');
    await sees(people.proposer, '23-result-phone');
    await people.committee.page.goto('/ballots');
    await sees(people.committee, '24-ballots');
  });
});

/** What happens to an election after its count: lots at a tie, the declaration, an objection in the period of posting. */
describe('a tie at the last seat', () => {
  let election: string;
  const DRAWERS = ['seconder', 'committee'] as const; // The chief scrutineer on a phone, the chief teller at a desk.

  it('keeps the result from being declared, until lots are drawn', async () => {
    election = await tieByHands(stage, await officersOf(stage), DELEGATES);
    secretary = await Visitor.enter(browser, SECRETARY.name, 'desk', stage.house.url);
    await signInAs(secretary, SECRETARY);
    await secretary.page.goto(`/ballots/${election}/desk`);
    await reads(secretary, '票数相等，按办法须先抽签，才能宣布结果。');
    await becomes(() => secretary.page.getByRole('button', { name: '宣布结果' }).count(), 0);
    await secretary.page.getByRole('link', { name: '去抽签' }).click();
    await acts(secretary, '开始抽签');
    await reads(secretary, '还没有人提交承诺。');
  });

  it('is decided by what both chiefs promised and then revealed, each on the own device', async () => {
    for (const role of DRAWERS) {
      const { page } = people[role];
      await page.goto('/');
      await takesUp(people[role], '请您参加抽签', '民主管理委员会委员选举');
      await page.getByRole('button', { name: '抽取随机数并提交承诺' }).waitFor();
      await sees(people[role], `24-lots-to-promise-${role}`);
      await page.getByRole('button', { name: '抽取随机数并提交承诺' }).click();
      if (role === 'seconder') await reads(people[role], `您的承诺已提交。等待${CAST.committee.name}提交承诺。`);
    }
    for (const role of DRAWERS) {
      const { page } = people[role];
      await page.reload(); // The number outlives the page that drew it.
      await page.getByRole('button', { name: '公开我的随机数' }).click();
      if (role === 'seconder') await reads(people[role], `您的随机数已公开。等待${CAST.committee.name}公开。`);
    }
    for (const visitor of [people.seconder, secretary]) {
      await reads(visitor, '本机已按记录重算，结果一致。');
      await sees(visitor, `24-lots-drawn-${visitor === secretary ? 'secretary' : 'phone'}`);
    }
  });

  it('is told with who was elected by lot, to everybody and on the screen of the hall', async () => {
    await secretary.page.goto(`/ballots/${election}/desk`);
    await acts(secretary, '宣布结果');
    await secretary.page.goto(`/ballots/${election}/screen`);
    await secretary.page.getByRole('cell', { name: '抽签当选' }).waitFor();
    await becomes(() => secretary.page.getByRole('cell', { name: '抽签未当选' }).count(), 1);
    await sees(secretary, '24-lots-on-screen');
    const { page } = people.proposer;
    await page.goto(`/ballots/${election}`);
    await reads(people.proposer, new RegExp(`(${Object.values(STANDING).join('|')})（抽签）`));
    await sees(people.proposer, '24-lots-result-phone');
    await page.getByRole('link', { name: '查看抽签记录' }).click();
    await reads(people.proposer, '本机已按记录重算，结果一致。');
  });

  it('is posted, objected to by a delegate, and answered by an organiser who finds it among what is owed', async () => {
    await secretary.page.goto(`/ballots/${election}/desk`);
    await acts(secretary, '公布结果');
    await reads(secretary, '结果已公布');
    const { page } = people.proposer;
    await page.goto(`/ballots/${election}`);
    await page.getByRole('link', { name: '提出异议' }).click();
    await page.getByLabel('异议内容').fill('抽签时总计票人不在会场。');
    await sees(people.proposer, '24-objection-phone');
    await page.getByRole('button', { name: '提交异议' }).click();
    await reads(people.proposer, '您的异议正在处理，答复后会通知您。');
    await secretary.page.goto('/');
    await secretary.page.getByRole('link', { name: /有异议待答复/ }).waitFor();
    await sees(secretary, '24-home-owed-organiser');
    await secretary.page.getByRole('link', { name: /有异议待答复/ }).click();
    await secretary.page.getByRole('radio', { name: '不成立' }).check();
    await secretary.page.getByLabel('答复理由').fill('抽签在各人设备上进行，办法没有要求在场。');
    await sees(secretary, '24-objection-to-answer');
    await acts(secretary, '答复');
    await reads(secretary, '待答复 0 件，成立 0 件，不成立 1 件。');
    await page.goto(`/ballots/${election}/objections`);
    await reads(people.proposer, '抽签在各人设备上进行，办法没有要求在场。');
    await sees(people.proposer, '24-objection-answered-phone');
  });
});

/** Where too few were elected, the presidium decides what its rules leave to it. */
describe('a seat that nobody got', () => {
  it('is filled by a further vote that an organiser finds asked for, decides and prepares; each vote leads to the other', async () => {
    const short = await shortageByHands(stage, await officersOf(stage), DELEGATES);
    await stage.organisation.secretary.decide(`/api/ballot/ballots/${short}/declaration`);
    const { page } = secretary;
    await page.goto('/');
    await page.getByRole('link', { name: /空缺名额待决定/ }).click();
    await page.getByRole('radio', { name: '另行选举（补选）' }).check();
    await page.getByLabel('补选候选人').click();
    await page.locator('.ant-select-dropdown:visible').getByText(STANDING.c2).click();
    await page.getByLabel('决定原文').fill('主席团决定另行选举，补选委员一名。');
    await sees(secretary, '24-seats-to-decide');
    await acts(secretary, '记录决定');
    await reads(secretary, '另行选举（补选）：1 名');
    await page.getByRole('button', { name: '安排第二阶段选举' }).click();
    await sees(secretary, '24-seats-decided');
    await page.getByRole('link', { name: '到组织台建立下一轮' }).click();
    await acts(secretary, '建立下一轮');
    await page.waitForURL((url) => url.pathname.endsWith('/desk') && !url.pathname.includes(short));
    await people.proposer.page.goto(`/ballots/${short}`);
    await people.proposer.page.getByRole('link', { name: /下一轮投票/ }).click();
    await people.proposer.page.getByRole('link', { name: /上一轮投票/ }).waitFor();
    await sees(people.proposer, '24-next-round-phone');
  });
});

/** Before an election: who is put forward, and what is said against them. */
describe('a candidate who is nominated', () => {
  const NOMINEE = '候选人方三';

  it('is put on a list that is posted, objected to by a delegate, and stays where the objection is answered so', async () => {
    const election = await electionByNomination(stage);
    await secretary.page.goto(`/ballots/${election}/nomination`);
    await secretary.page.getByRole('radio', { name: '其他人员' }).check();
    await secretary.page.getByLabel('姓名', { exact: true }).fill(NOMINEE);
    await secretary.page.getByRole('radio', { name: '上级工会' }).check();
    await sees(secretary, '25-nominate');
    await secretary.page.getByRole('button', { name: '登记提名' }).click();
    await reads(secretary, NOMINEE);
    await acts(secretary, '公示名单');
    await reads(secretary, '名单已公示');
    const { page } = people.proposer;
    await page.goto(`/ballots/${election}`);
    await page.getByRole('link', { name: '查看候选人提名' }).click();
    await page.getByRole('button', { name: `对${NOMINEE}提出异议` }).click();
    await page.getByLabel('异议内容').fill('公示材料没有写明工作年限。');
    await sees(people.proposer, '25-object-phone');
    await page.getByRole('button', { name: '提交异议' }).click();
    await reads(people.proposer, '待答复');
    await secretary.page.reload();
    await secretary.page.getByRole('radio', { name: '不成立', exact: true }).check();
    await secretary.page.getByLabel('理由（提出人会看到）').fill('工作年限已补充公示。');
    await sees(secretary, '25-objection-to-candidate');
    await secretary.page.getByRole('button', { name: '答复异议' }).click();
    await page.reload();
    await reads(people.proposer, '工作年限已补充公示。');
    await sees(people.proposer, '25-nominated-phone');
  });

  it('has no near relative among those who count: the organiser declares them', async () => {
    const { page } = secretary;
    await page.getByRole('link', { name: '近亲属申报' }).click();
    for (const [label, { name }] of [
      ['一方', CAST.seconder],
      ['另一方', CAST.handler],
    ] as const) {
      const found = page.locator('.ant-select-dropdown:visible');
      await page.getByRole('combobox', { name: label, exact: true }).fill(name);
      await found.getByText(name).click();
      await found.waitFor({ state: 'hidden' });
    }
    await page.getByRole('button', { name: '申报', exact: true }).click();
    // A pair has no order of its own.
    await reads(secretary, new RegExp(`${CAST.seconder.name}与${CAST.handler.name}|${CAST.handler.name}与${CAST.seconder.name}`, 'u'));
    await sees(secretary, '25-relatives');
  });
});

describe('a roster', () => keepsRoster(() => ({ secretary, proposer: people.proposer })));
describe('the ways of telling', () => setsWays(() => ({ secretary, proposer: people.proposer })));
describe('a device', () => isToldOnDevices(() => ({ proposer: people.proposer, pushes })));
describe('announcements', () => announces(() => ({ secretary, proposer: people.proposer })));
describe('the proof of service', () => provesService(() => ({ secretary, proposer: people.proposer })));

it('was walked without one complaint of a browser', () => {
  expect([secretary, ...Object.values(people)].flatMap(({ complaints }) => complaints)).toEqual([]);
});

it('tells people again once the notifier has fallen over and got up, with no page loaded anew', async () => {
  const { page } = people.handler;
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Inbox' }).click();
  await stage.house.kill('notifier');
  await stage.organisation.secretary.post('/api/congress/offices', {
    memberId: stage.members.handler,
    office: 'OBSERVER',
    sessionId: stage.sessionId,
  });
  // The pause before a restart grows, and so does the page's before it asks again.
  await page.getByText('You now hold the office: Observer').waitFor({ timeout: 90_000 });
  await sees(people.handler, '25-inbox-english');
});
