import { expect } from '@jest/globals';
import { probe, syntheticPeople } from '@plenum/test-kit';
import type { Browser } from 'playwright-core';
import type { Person } from '../lib/api-client.js';
import { allHeard } from '../lib/hearing.js';
import { House } from '../lib/house.js';
import { Organisation } from '../lib/organisation.js';
import { shortageByHands } from './ballot.js';
import { DEVICES, openBrowser, Visitor } from './browser.js';
import {
  acknowledges,
  asksOfAttendance,
  closesSession,
  codeOnScreen,
  goesToSessionDesk,
  leaves,
  lists,
  opensSession,
  scans,
  signsIn,
  signsInByCode,
  signsInQueue,
} from './day-steps.js';
import { ORGANISATION, SECRETARY } from './stage.js';
import { becomes, goTo, reads, sees, signInAs } from './steps.js';
import { CAPITAL_MIN_M, onTheWall } from './wall.js';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

const TITLE = '第三届教职工代表大会第三次会议';
const PLAN = '岗位竞聘方案';
/** Twelve delegates, of whom eight are two thirds; two have sign-ins of their own, the others come by the desk. */
const CROWD = syntheticPeople(12);
const [FIRST, SECOND] = CROWD as [(typeof CROWD)[number], (typeof CROWD)[number]];
const QUEUE = CROWD.slice(2);
const MINUTE_MS = 60_000;
const FIGURES_MAX_BYTES = 500; // A hall of thousands has no more of them than one of twelve.

let house: House;
let organisation: Organisation;
let browser: Browser;
let sessionId: string;
let officers: { readonly scrutineer: Person; readonly teller: Person };
let desk: Visitor;
let screen: Visitor;
let phone: Visitor;
let other: Visitor;
let address: string;

beforeAll(async () => {
  house = await House.open();
  organisation = await Organisation.found(house, ORGANISATION, SECRETARY);
  const { secretary } = organisation;
  const session = await organisation.session(3, 3, TITLE);
  ({ sessionId } = session);
  const people = await organisation.people([
    FIRST,
    SECOND,
    { staffNo: 'J00001', name: '监甲子', email: 'j1@example.test' },
    { staffNo: 'J00002', name: '计乙丑', email: 'j2@example.test' },
  ]);
  const [first, second, scrutineer, teller] = people as [Person, Person, Person, Person];
  officers = { scrutineer, teller };
  await organisation.seat(session, [first, second]);
  for (const person of QUEUE) {
    const { id: memberId } = await secretary.post<{ id: string }>('/api/congress/members', person);
    await secretary.post(`/api/congress/sessions/${sessionId}/delegates`, {
      memberId,
      delegationId: session.delegationId,
      kind: 'DELEGATE',
    });
  }
  await allHeard(house);
  browser = await openBrowser();
  [desk, screen, phone] = await Promise.all([
    Visitor.enter(browser, 'the desk', 'desk', house.url),
    Visitor.enter(browser, 'the screen', 'desk', house.url),
    Visitor.enter(browser, FIRST.name, 'phone', house.url),
  ]);
  for (const visitor of [desk, screen]) await signInAs(visitor, SECRETARY);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await house?.close();
}, 60_000);

/** A resolution by hands whose roll is frozen, so that only the session and the quorum stand before its opening. @returns its id */
async function preparedVote(): Promise<string> {
  const { secretary } = organisation;
  const rules = {
    quorum: { num: 2, den: 3, inclusive: true },
    participation: null,
    returnedLimit: 'issued',
    pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
    bundle: 'each',
  };
  const draft = { sessionId, channel: 'hands', kind: 'resolution', title: PLAN, rules, items: [{ id: 'plan', label: PLAN }] };
  const { id } = await probe('the ballot service knows the secretary and the session', () =>
    secretary.post<{ id: string }>('/api/ballot/ballots', draft),
  );
  const [scrutineer, teller] = [officers.scrutineer.memberId, officers.teller.memberId];
  await secretary.decide(`/api/ballot/ballots/${id}/adoption`);
  await secretary.decide(`/api/ballot/ballots/${id}/roll`);
  await secretary.decide(`/api/ballot/ballots/${id}/officers`, {
    scrutineers: [scrutineer],
    chiefScrutineer: scrutineer,
    tellers: [teller],
    chiefTeller: teller,
  });
  return id;
}

/** Asks for the opening and means it, whatever the answer will be. */
async function triesToOpen({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '开始投票', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(开始|仍然开始)/ })
    .click();
}

const SIZES = [
  [1920, 1080],
  [3840, 2160],
] as const;

async function isReadFromTheLastRow(name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    // What measures itself follows the width a frame or two later.
    await becomes(async () => (await onTheWall(screen, { width, height })).hidden, 0);
    const { capital } = await onTheWall(screen, { width, height });
    expect(capital).toBeGreaterThanOrEqual(CAPITAL_MIN_M);
    await sees(screen, `${name}-${width}`);
  }
}

describe('the opening of a session', () => {
  let vote: string;

  it('is waited for by every vote, which says so', async () => {
    vote = await preparedVote();
    await desk.page.goto(`/ballots/${vote}/desk`);
    await triesToOpen(desk);
    await reads(desk, '会议没有开幕，不能投票。');
  });

  it('is told before with its numbers, and done by the secretariat alone', async () => {
    await signInAs(phone, FIRST);
    await phone.page.goto(`/sessions/${sessionId}/desk`);
    await reads(phone, '会务台由秘书处使用');
    await phone.page.goto('/day');
    await reads(phone, '现在没有您参加的会议。');
    await goesToSessionDesk(desk);
    await reads(desk, '应到 12 人，到会 8 人即达到法定人数');
    await sees(desk, '80-session-opening');
    await opensSession(desk, CROWD.length);
    await sees(desk, '81-session-desk');
  });

  it('does not let a vote open before enough are there, and says how many are missing', async () => {
    await screen.page.goto(`/ballots/${vote}/desk`);
    await triesToOpen(screen);
    await reads(screen, /应到 12 人，实到 \d+ 人，不足法定人数 8 人/);
  });
});

describe('the screen of the hall', () => {
  it('shows the session, the quorum and the code, large enough for the last row', async () => {
    await screen.page.goto(`/sessions/${sessionId}/screen`);
    await reads(screen, '还差 8 人');
    address = await codeOnScreen(screen);
    expect(address).toBe(new URL('/day', house.url).href);
    await isReadFromTheLastRow('82-screen-session');
  });

  it('says the same as text', async () => {
    await desk.page.goto(`/sessions/${sessionId}/screen/text`);
    await reads(desk, '还差 8 人');
    await reads(desk, `签到地址：${address}`);
    await sees(desk, '83-screen-session-text');
  });
});

describe('the own sign-in', () => {
  it('is among the pending tasks of a phone, above the fold', async () => {
    await phone.page.goto('/');
    const tasks = phone.page.getByRole('region', { name: '待办' });
    const button = tasks.getByRole('button', { name: '签到', exact: true });
    for (const screenOf of [DEVICES.small.viewport, DEVICES.phone.viewport]) {
      await phone.page.setViewportSize(screenOf);
      const foot = async () => ((box) => (box ? box.y + box.height : Infinity))(await button.boundingBox());
      await becomes(async () => (await foot()) < screenOf.height, true);
    }
    await sees(phone, '84-home-on-the-day-phone');
    await signsIn(phone);
    await sees(phone, '85-home-signed-in-phone');
  });

  it('is one tap behind the code on the screen, also for who is not signed in to the house', async () => {
    other = await Visitor.enter(browser, SECOND.name, 'phone', house.url);
    await other.page.clock.install();
    await signsInByCode(other, address, SECOND);
    await sees(other, '86-day-signed-in-phone');
  });

  it('leaves a phone that asks for a few figures four times a minute where it shows them, and elsewhere for nothing', async () => {
    const asked = await asksOfAttendance(other, MINUTE_MS);
    expect(new Set(asked.map(({ path }) => path))).toEqual(new Set([`/api/congress/sessions/${sessionId}/attendance`]));
    expect(asked.length).toBeLessThanOrEqual(5); // The clock of the page goes on while ours is not looking.
    for (const { bytes } of asked) expect(bytes).toBeLessThan(FIGURES_MAX_BYTES);
    await goTo(other, '消息');
    await other.page.getByRole('heading', { level: 1, name: '消息' }).waitFor();
    expect(await asksOfAttendance(other, MINUTE_MS)).toEqual([]);
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });
});

describe('the sign-in desk', () => {
  it('signs in a queue of ten by typed numbers and Enter, and the quorum is met on the wall', async () => {
    await goesToSessionDesk(desk);
    for (const [shown, people] of [
      ['在场', 2],
      ['未到', QUEUE.length],
      ['迟到', 0],
      ['全部', CROWD.length],
    ] as const)
      await lists(desk, shown, people);
    await signsInQueue(desk, QUEUE);
    await probe(
      'all are there',
      async () =>
        (await organisation.secretary.get<{ present: number }>(`/api/congress/sessions/${sessionId}/attendance`)).present === CROWD.length,
    );
    await reads(screen, '已达到法定人数');
    await sees(desk, '87-desk-queue');
  });

  it('says of who is there already that they are, and of a wrong number that nobody has it', async () => {
    const [somebody] = QUEUE as [(typeof QUEUE)[number]];
    await scans(desk, somebody.staffNo);
    await acknowledges(desk, somebody.name, '已在场');
    await scans(desk, 'X99999');
    await acknowledges(desk, 'X99999', '没有找到这位代表');
    await sees(desk, '88-desk-nobody');
  });

  it('signs out who leaves, by number or by name, the quorum is lost on the wall, and who comes back is counted again', async () => {
    await leaves(phone);
    await desk.page.getByRole('radiogroup', { name: '签到或签退' }).getByText('签退', { exact: true }).click();
    const leaving = QUEUE.slice(0, 4);
    for (const { staffNo } of leaving.slice(1)) await scans(desk, staffNo);
    await scans(desk, leaving[0]?.name ?? '');
    await acknowledges(desk, leaving[0]?.name ?? '', '已签退');
    await reads(screen, '还差 1 人');
    await lists(desk, '在场', CROWD.length - leaving.length - 1);
    await lists(desk, '已离场', leaving.length + 1);
    const search = desk.page.getByRole('searchbox', { name: '工号或姓名' });
    await search.fill(FIRST.name);
    await search.press('Enter');
    await lists(desk, '已离场', 1);
    await desk.page.getByRole('row').filter({ hasText: FIRST.name }).waitFor();
    await sees(desk, '89-desk-left');
    await signsIn(phone);
    await reads(screen, '已达到法定人数');
  });
});

describe('a result on the wall', () => {
  it('has the votes against and the abstentions of every candidate', async () => {
    const election = await shortageByHands({ organisation, sessionId }, officers, 8);
    await organisation.secretary.decide(`/api/ballot/ballots/${election}/declaration`);
    await screen.page.goto(`/ballots/${election}/screen`);
    await screen.page.getByRole('columnheader', { name: '反对' }).waitFor();
    await screen.page.getByRole('columnheader', { name: '弃权' }).waitFor();
    await becomes(() => screen.page.getByRole('row').filter({ hasText: '候选人方二' }).innerText(), /0\s+1\s+7/);
    await isReadFromTheLastRow('90-screen-result');
    await screen.page.goto(`/ballots/${election}/screen/text`);
    await screen.page.getByRole('columnheader', { name: '反对' }).waitFor();
    await screen.page.setViewportSize({ width: 1280, height: 860 });
    await sees(screen, '91-screen-result-text');
  });
});

describe('the closing of a session', () => {
  it('lists what it would leave behind, and is final', async () => {
    await goesToSessionDesk(desk);
    await reads(desk, '1 项表决还没有举行');
    await desk.page.getByRole('button', { name: '结束会议…' }).click();
    await sees(desk, '92-session-closing');
    await desk.page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await closesSession(desk, 1);
    await sees(desk, '93-session-closed');
    await phone.page.goto('/day');
    await reads(phone, '现在没有您参加的会议。');
  });

  it('leaves no browser with a complaint', () => {
    expect([desk, screen, phone].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
