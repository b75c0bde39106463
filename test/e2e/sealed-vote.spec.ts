import { readFileSync } from 'node:fs';
import { probe } from '@plenum/test-kit';
import type { Browser, Request } from 'playwright-core';
import { choosesOfficers, closes, opens } from './ballot-steps.js';
import { openBrowser, Visitor } from './browser.js';
import {
  candidate,
  CANDIDATES,
  DELEGATES,
  ELECTION,
  marks,
  prepareMatter,
  prepareThreeWay,
  Scrutineers,
  SEALED_CAST,
  type SealedRole,
  type SealedStage,
  setSealedStage,
} from './sealed-stage.js';
import { dayFromToday } from './proposal-steps.js';
import {
  chooseSeeds,
  compareFingerprints,
  completeKeys,
  goToWork,
  isInTheBox,
  losesFirstAnswers,
  marksThreeWay,
  receivePapers,
  seal,
  SEALING_MAX_MS,
  typesSeedOnNewPhone,
  verifiesAndShares,
} from './sealed-steps.js';
import { SECRETARY } from './stage.js';
import { acts, becomes, choose, downloads, reads, sees, signInAs, takesUp, verifiedAtHome } from './steps.js';

jest.setTimeout(300_000); // Above what a browser waits for a single thing, so that the browser says what it waited for.

let stage: SealedStage;
let browser: Browser;
let people: Record<SealedRole, Visitor>;
let secretary: Visitor;
let screen: Visitor;
let ballotId: string;
/** What the delegates' devices sent, to see afterwards that no choice was among it. */
const sent: string[] = [];

const ballotPath = () => `/api/ballot/ballots/${ballotId}`;

beforeAll(async () => {
  stage = await setSealedStage();
  browser = await openBrowser({ computes: true });
  const enter = (role: SealedRole, device: 'phone' | 'desk') => Visitor.enter(browser, SEALED_CAST[role].name, device, stage.house.url);
  people = {
    scrutineer: await enter('scrutineer', 'desk'),
    colleague: await enter('colleague', 'phone'),
    teller: await enter('teller', 'phone'),
    witness: await enter('witness', 'phone'),
    first: await enter('first', 'phone'),
    second: await enter('second', 'phone'),
    third: await enter('third', 'phone'),
  };
  for (const role of DELEGATES)
    people[role].page.on('request', (request: Request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  for (const [role, visitor] of Object.entries(people)) await signInAs(visitor, SEALED_CAST[role as SealedRole]);
  secretary = await Visitor.enter(browser, SECRETARY.name, 'desk', stage.house.url);
  screen = await Visitor.enter(browser, 'the screen', 'desk', stage.house.url);
  for (const visitor of [secretary, screen]) await signInAs(visitor, SECRETARY);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await stage?.house.close();
}, 60_000);

describe('the desk', () => {
  it('drafts an election from a preset, with what its source asks beside it', async () => {
    const { page } = secretary;
    await probe(
      'the ballot service knows the secretary and the session',
      async () => (await stage.organisation.secretary.ask('GET', '/api/ballot/ballots')).status === 200,
    );
    await page.goto('/ballots');
    await page.getByRole('link', { name: '新建表决或选举' }).click();
    await page.getByRole('radiogroup', { name: '种类' }).getByText('选举', { exact: true }).click();
    await page.getByLabel('名称').fill(ELECTION);
    for (const name of Object.values(CANDIDATES)) {
      await page.getByLabel('或直接写姓名').fill(name);
      await page.getByRole('button', { name: '加入' }).click();
    }
    await choose(secretary, '依据的办法', '工会基层组织选举工作条例（依据节录）');
    await page.getByLabel('应选名额').fill('2');
    await reads(secretary, /工会基层组织选举工作条例的要求/);
    await sees(secretary, '26-draft');
    await page.getByRole('button', { name: '保存草案' }).click();
    await page.waitForURL('**/desk');
    ballotId = /ballots\/([\w-]+)\/desk/.exec(page.url())?.[1] ?? '';
    await sees(secretary, '27-desk-draft');
  });

  it('records the adopted rules, fixes the roll and names the officers', async () => {
    await acts(secretary, '办法已通过');
    await acts(secretary, '确定名册');
    await reads(secretary, '已达到法定人数');
    await choosesOfficers(secretary, [SEALED_CAST.scrutineer, SEALED_CAST.colleague], [SEALED_CAST.teller]);
    await sees(secretary, '28-desk-officers');
    await secretary.page.getByRole('button', { name: '确定监票人和计票人' }).click();
    await reads(secretary, `还没有登记开票钥匙：${SEALED_CAST.scrutineer.name}、${SEALED_CAST.colleague.name}`);
  });

  it('does not open before every key is there, and says why', async () => {
    await opens(secretary);
    await reads(secretary, '还有监票人没有登记开票钥匙。');
    await screen.page.goto(`/ballots/${ballotId}/screen`);
    await reads(screen, '应选 2 名，候选人 3 名');
    await sees(screen, '29-screen-before');
  });
});

describe('the keys of the scrutineers', () => {
  it.each(['scrutineer', 'colleague'] as const)(
    'are made on the own device, and on paper before the public half is sent: %s',
    async (role) => {
      const { page } = people[role];
      await goToWork(people[role], '请您生成开票钥匙');
      await sees(people[role], `30-key-to-make-${role}`);
      await page.getByRole('button', { name: '在本机生成钥匙' }).click();
      await page.getByText('监票人恢复码').waitFor({ timeout: SEALING_MAX_MS });
      await becomes(() => page.getByRole('button', { name: '登记我的钥匙' }).isDisabled(), true);
      await sees(people[role], `31-key-to-keep-${role}`);
      await becomes(() => page.locator('.key-sheet').innerText(), new RegExp(`投票：${ELECTION}\\s+监票人：${SEALED_CAST[role].name}`));
      expect(await people[role].prints(`31-key-to-keep-${role}`)).toBe(1);
      await page.getByLabel('我已把恢复码抄写或打印下来，并密封保管').check();
      await page.getByRole('button', { name: '登记我的钥匙' }).click();
      await reads(people[role], '您的钥匙已登记');
    },
  );

  it('have one fingerprint, the same on both devices', async () => {
    const shown: string[] = [];
    for (const role of ['scrutineer', 'colleague'] as const) {
      const aloud = people[role].page.locator('.aloud .check-code');
      await aloud.waitFor({ timeout: SEALING_MAX_MS });
      shown.push(await aloud.innerText());
      await sees(people[role], `32-fingerprint-${role}`);
    }
    expect(shown[0]).toMatch(/^(\d{5}\s*){8}$/); // Digits, to be read aloud.
    expect(shown[0]).toBe(shown[1]);
  });
});

describe('the papers', () => {
  it.each(DELEGATES)('are received on the own phone: %s', async (role) => {
    const { page } = people[role];
    await people[role].page.goto('/');
    await takesUp(people[role], '请您领取电子票', ELECTION);
    await page.getByRole('button', { name: '领取电子票' }).waitFor();
    if (role === 'first') await sees(people[role], '33-receive-phone');
    await page.getByRole('button', { name: '领取电子票' }).click();
    await page.getByText('电子票在这台设备上，等待投票开始').waitFor({ timeout: SEALING_MAX_MS });
    if (role === 'first') await sees(people[role], '34-received-phone');
  });

  it('are not forgotten by a sign-out that was a slip', async () => {
    const { page } = people.third;
    await page.getByRole('button', { name: new RegExp(SEALED_CAST.third.name) }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByText(/退出登录会删除还没有投出/).waitFor();
    await sees(people.third, '35-sign-out-asks-phone');
    await page.getByRole('button', { name: '不退出' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await reads(people.third, '电子票在这台设备上，等待投票开始');
  });
});

describe('the vote', () => {
  it('begins by itself on the phone of who waits', async () => {
    await reads(secretary, '监票人的开票钥匙已收齐');
    await opens(secretary);
    for (const role of DELEGATES) await people[role].page.getByRole('button', { name: '核对选票' }).waitFor({ timeout: SEALING_MAX_MS });
    await sees(people.first, '36-paper-phone');
  });

  it('cannot be an over-vote', async () => {
    const { page } = people.first;
    await candidate(people.first, 'c1').click();
    await candidate(people.first, 'c2').click();
    await reads(people.first, '已选 2 / 2');
    await becomes(() => candidate(people.first, 'c3').getAttribute('aria-disabled'), 'true');
    await candidate(people.first, 'c3').click({ force: true });
    await becomes(() => candidate(people.first, 'c3').isChecked(), false);
    await sees(people.first, '37-marked-phone');
    await page.getByRole('button', { name: '核对选票' }).click();
    await sees(people.first, '38-review-phone');
  });

  it('is sealed on the phone, acknowledged, and found on the board', async () => {
    await seal(people.first);
    await isInTheBox(people.first);
    await people.first.page.getByRole('button', { name: '在公告板上查找我的票' }).click();
    await people.first.page.getByText('找到了：公告板上的第 1 张选票，共 1 张。').waitFor({ timeout: SEALING_MAX_MS });
    await sees(people.first, '39-receipt-phone');
    await people.first.page.goto('/');
    await reads(people.first, '没有待办事项'); // While the others still owe their votes.
    await takesUp(people.first, '正在投票', ELECTION);
    await people.first.page.getByRole('heading', { level: 1, name: '投票进度' }).waitFor();
  });

  it('survives a network that swallows the acknowledgement: the very same paper is sent again, also after the page is loaded anew', async () => {
    const { page } = people.second;
    await page.goto('/');
    await takesUp(people.second, '请您投票', ELECTION);
    const papers = await losesFirstAnswers(people.second);
    await marks(people.second, 'c1', 'c3');
    await seal(people.second);
    await page.getByText(/网络不好，正在重新发送/).waitFor({ timeout: SEALING_MAX_MS });
    await sees(people.second, '40-resending-phone');
    await page.reload();
    await isInTheBox(people.second);
    expect(papers.length).toBeGreaterThanOrEqual(3);
    expect(new Set(papers).size).toBe(1);
    const { papers: inTheBox } = await stage.organisation.secretary.get<{ papers: number }>(`${ballotPath()}/board/head`);
    expect(inTheBox).toBe(2);
  });

  it('may be sealed where the network has gone, and is cast when it is back', async () => {
    const { page, context } = people.third;
    await marks(people.third, 'c2', 'c1');
    await context.setOffline(true);
    await seal(people.third);
    await page.getByText(/网络不好，正在重新发送/).waitFor({ timeout: SEALING_MAX_MS });
    await context.setOffline(false);
    await isInTheBox(people.third);
  });

  it('shows its head to the scrutineers', async () => {
    const { hash } = await stage.organisation.secretary.get<{ hash: string }>(`${ballotPath()}/board/head`);
    const aloud = people.scrutineer.page.locator('.aloud .fingerprint-large').first();
    await probe(
      'the head of the board is on the screen',
      async () => (await aloud.innerText()).replaceAll(/[\s…]/g, '') === hash.slice(0, 16),
    );
    await sees(people.scrutineer, '41-watching');
    const inTheHall = screen.page.locator('.screen-head-hash .fingerprint-large');
    await probe(
      'the same head is on the screen of the hall',
      async () => (await inTheHall.innerText()).replaceAll(/[\s…]/g, '') === hash.slice(0, 16),
    );
    await sees(screen, '41-screen-open');
    await sees(secretary, '41-desk-open');
  });
});

describe('the opening of the box', () => {
  it.each(['scrutineer', 'colleague'] as const)('is verified by a device before it gives its share: %s', async (role) => {
    if (role === 'scrutineer') await closes(secretary);
    await verifiesAndShares(people[role], `42-verified-${role}`);
  });

  it('gives the count, which both chiefs sign', async () => {
    await acts(secretary, '计票');
    await reads(secretary, `等待签署：${SEALED_CAST.scrutineer.name}、${SEALED_CAST.teller.name}。`);
    await sees(secretary, '43-desk-counted');
    for (const role of ['scrutineer', 'teller'] as const) {
      const { page } = people[role];
      await page.goto(`/ballots/${ballotId}`);
      await page.getByRole('button', { name: '核对无误，签署' }).click();
      await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click();
      await page.getByRole('listitem').filter({ hasText: SEALED_CAST[role].name }).getByText('已签署').waitFor();
    }
  });

  it('is not on the screen before it is declared, and then with every figure', async () => {
    await reads(screen, '已签署');
    await becomes(() => screen.page.getByRole('table').count(), 0);
    await acts(secretary, '宣布结果');
    const row = (name: string) => screen.page.getByRole('row').filter({ hasText: name });
    await row(CANDIDATES.c1).getByText('当选').waitFor();
    for (const [id, told] of [
      ['c1', /3\s+当选/],
      ['c2', /2\s+当选/],
      ['c3', /1\s+未当选/],
    ] as const)
      await becomes(() => row(CANDIDATES[id]).innerText(), told);
    await sees(screen, '44-screen-result');
    // The preset asks the higher body: without its document nothing is posted.
    await becomes(() => secretary.page.getByRole('button', { name: '公布结果' }).count(), 0);
    for (const [label, words] of [
      ['文号', '工组〔2026〕1 号'],
      ['批复日期', dayFromToday(0)],
    ] as const)
      await secretary.page.getByLabel(label).fill(words);
    await secretary.page.getByRole('button', { name: '上级批准', exact: true }).click();
    await acts(secretary, '公布结果');
  });

  it('is read by everybody, with its reasons', async () => {
    await people.first.page.goto(`/ballots/${ballotId}`);
    await reads(people.first, '当选名单');
    for (const [part, words] of [
      ['.elected', CANDIDATES.c2],
      ['.section', /^您于 .+ 签到。$/],
      ['.section', '您的账号领取了一张电子选票。'],
    ] as const)
      await people.first.page.locator(part).getByText(words).waitFor();
    await sees(people.first, '45-result-phone');
  });

  it('is fetched by everybody as a document and as an archive, and by an officer as evidence, and our verifier accepts both', async () => {
    const { hash, electionFingerprint } = await stage.organisation.secretary.get<{ hash: string; electionFingerprint: string }>(
      `${ballotPath()}/board/head`,
    );
    const notice = await downloads(people.first, '下载结果公告 PDF');
    expect([notice.name, readFileSync(notice.path).subarray(0, 5).toString()]).toEqual([`结果公告-${ELECTION}.pdf`, '%PDF-']);
    await people.first.page.getByRole('link', { name: '怎样核验这个结果' }).click();
    await reads(people.first, '公告板末条指纹');
    await sees(people.first, '46-evidence-phone');
    await becomes(() => people.first.page.getByRole('button', { name: '下载证据包' }).count(), 0);
    const archive = await downloads(people.first, '下载票箱档案');
    expect(verifiedAtHome(archive.path)).toMatchObject({
      ok: true,
      head: hash,
      fingerprint: electionFingerprint,
      counted: 3,
      state: 'decided',
    });
    await people.scrutineer.page.goto(`/ballots/${ballotId}/evidence`);
    const evidence = await downloads(people.scrutineer, '下载证据包');
    await sees(people.scrutineer, '46-evidence');
    const { digest } = await stage.organisation.secretary.get<{ digest: string }>(`${ballotPath()}/result`);
    expect(verifiedAtHome(evidence.path)).toMatchObject({ ok: true, head: hash, ballot: { digest, signatures: 2 } });
  });
});

/** The same house, another vote: any two of three open it, and each keeps nothing but a seed. */
describe('scrutineers of whom any two open the box', () => {
  let matterId: string;
  let seedOnPaper = '';

  it('make their keys in three rounds, each of which waits for all', async () => {
    matterId = await prepareMatter(stage);
    seedOnPaper = await chooseSeeds(people, matterId);
    await compareFingerprints(people);
    await completeKeys(people);
  });

  it('guard a matter that is voted on, for, against or neither', async () => {
    await receivePapers(people, matterId);
    await stage.organisation.secretary.decide(`/api/ballot/ballots/${matterId}/opening`);
    for (const [role, answer] of [
      ['first', '赞成'],
      ['second', '反对'],
      ['third', '弃权'],
    ] as const) {
      const { page } = people[role];
      await page.getByRole('radio', { name: answer }).click();
      if (role === 'first') await sees(people.first, '53-matter-phone');
      await page.getByRole('button', { name: '核对选票' }).click();
      await seal(people[role]);
      await isInTheBox(people[role]);
    }
  });

  it('open the box with two, one of whom typed the seed from paper', async () => {
    await stage.organisation.secretary.decide(`/api/ballot/ballots/${matterId}/closing`, {});
    await verifiesAndShares(people.scrutineer);
    await typesSeedOnNewPhone(people.witness, seedOnPaper);
    await verifiesAndShares(people.witness);
    // Two are enough: the third is not asked, and reads that it is done.
    await people.colleague.page.goto(`/ballots/${matterId}/scrutiny`);
    await reads(people.colleague, '份额已够，票箱已经打开');
    await becomes(() => people.colleague.page.getByRole('button', { name: '核验票箱' }).count(), 0);
    await stage.organisation.secretary.post(`/api/ballot/ballots/${matterId}/count`);
    const { outcome } = await stage.organisation.secretary.get<{ outcome: { items: readonly object[] } }>(
      `/api/ballot/ballots/${matterId}/result`,
    );
    expect(outcome.items).toMatchObject([{ yes: 1, no: 1, abstain: 1, passed: false }]);
  });
});

/** Where the rules count votes against, everybody is said something of, and the proofs go beside the paper. */
describe('marks for and against', () => {
  let electionId: string;
  let devices: Scrutineers;

  it('are one of three for every candidate, and approve no more than there are seats', async () => {
    electionId = await prepareThreeWay(stage);
    devices = new Scrutineers(`/api/ballot/ballots/${electionId}`);
    for (const role of ['scrutineer', 'colleague'] as const) await devices.offerKey(stage.people[role]);
    const { page } = people.first;
    await page.goto(`/ballots/${electionId}/vote`);
    await page.getByRole('button', { name: '领取电子票' }).click();
    await page.getByText('电子票在这台设备上，等待投票开始').waitFor({ timeout: SEALING_MAX_MS });
    await stage.organisation.secretary.decide(`/api/ballot/ballots/${electionId}/opening`);
    await marksThreeWay(people.first);
    await page.getByRole('button', { name: '核对选票' }).click();
    await reads(people.first, '赞成 1 人，反对 1 人，弃权 1 人。');
    await sees(people.first, '56-three-way-review-phone');
    await seal(people.first);
    await isInTheBox(people.first);
  });

  it('are counted each by itself', async () => {
    const { secretary } = stage.organisation;
    await secretary.decide(`/api/ballot/ballots/${electionId}/closing`, {});
    for (const role of ['scrutineer', 'colleague'] as const) await devices.share(stage.people[role]);
    await secretary.post(`/api/ballot/ballots/${electionId}/count`);
    for (const role of ['scrutineer', 'teller'] as const) await stage.people[role].sign(`/api/ballot/ballots/${electionId}`);
    await secretary.decide(`/api/ballot/ballots/${electionId}/declaration`);
    const { countingCase } = await secretary.get<{ countingCase: { candidates: readonly object[] } }>(
      `/api/ballot/ballots/${electionId}/result`,
    );
    expect(countingCase.candidates).toMatchObject([
      { id: 'c1', yes: 1, no: 0, abstain: 0 },
      { id: 'c2', yes: 0, no: 1, abstain: 0 },
      { id: 'c3', yes: 0, no: 0, abstain: 1 },
    ]);
  });

  it('are told for every candidate, on the phone and on the screen of the hall', async () => {
    await people.first.page.goto(`/ballots/${electionId}`);
    await screen.page.goto(`/ballots/${electionId}/screen`);
    for (const visitor of [people.first, screen]) {
      for (const mark of ['赞成', '反对', '弃权']) await visitor.page.getByRole('columnheader', { name: mark, exact: true }).waitFor();
      for (const [id, told] of [
        ['c1', '1 0 0'],
        ['c2', '0 1 0'],
        ['c3', '0 0 1'],
      ] as const)
        await visitor.page.getByRole('row', { name: `${CANDIDATES[id]} ${told}` }).waitFor();
      await sees(visitor, `57-three-way-result-${visitor === screen ? 'screen' : 'phone'}`);
    }
  });
});

it('sent no choice in clear from any device', () => {
  const cast = sent.filter((request) => request.startsWith('POST') && request.includes('/papers'));
  expect(cast.length).toBeGreaterThanOrEqual(DELEGATES.length);
  const spoken = Object.values(CANDIDATES).flatMap((label) => [label, encodeURIComponent(label)]);
  expect(sent.filter((request) => spoken.some((word) => request.includes(word)) || /"choices"/.test(request))).toEqual([]);
});

it('was walked without one complaint of a browser', () => {
  // Chromium reports the network that this walk cuts by itself.
  const own = (complaint: string) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(complaint);
  expect([secretary, screen, ...Object.values(people)].flatMap(({ complaints }) => complaints).filter(own)).toEqual([]);
});
