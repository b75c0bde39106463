import { setTimeout as pause } from 'node:timers/promises';
import { proofBasesOf, BigIntArithmetic, drawSecret, publicCredential, sealPaper, verifyElection } from '@plenum/ballot-crypto';
import { probe } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';
import { allHeard } from '../lib/hearing.js';
import type { House } from '../lib/house.js';
import { confirmed, firstSignIn, onceKnown } from '../lib/organisation.js';
import { electionByNomination, shortageByHands, tieByHands, voteByHands } from './ballot.js';
import { Scrutineers } from './sealed-stage.js';
import { CAST, openCall, ORGANISATION, type Role, setStage, type Stage } from './stage.js';

const DELEGATES = ['proposer', 'seconder', 'committee'] as const;
/**
 * Whoever signs in before the announced beginning is in time. Enough for two to do so on a busy machine; what is left of it is waited for.
 */
const MONTH_MS = 30 * 86_400_000;
const BEGINS_IN_MS = 20_000;
const RULES = {
  quorum: { num: 2, den: 3, inclusive: true },
  participation: null,
  returnedLimit: 'issued',
  pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
  bundle: 'each',
};
const BY_THE_CLOCK = { ...RULES, procedure: { timing: 'by-the-clock' } };
/** Between these two zones it is always tomorrow. */
const [ZONE_OF_TODAY, ZONE_OF_TOMORROW] = ['Pacific/Pago_Pago', 'Pacific/Kiritimati'];

/** What stands in the addresses of pages. */
export interface Contents {
  readonly session: string;
  /** Assigned, and not answered in time. */
  readonly proposal: string;
  /** Promised in the reply to another proposal. */
  readonly commitment: string;
  /** Closed, and published with its reply. */
  readonly published: string;
  /** Put into the opinion box by whoever handles for the unit. */
  readonly opinion: string;
  /** A proposal into which another is to be merged: its authors are asked. */
  readonly merging: string;
  /**
   * Ballots: drafted; sealed, with everybody named; the same running, with one vote in the box; on devices and paper, before its opening;
   * on paper, being read.
   */
  readonly draft: string;
  readonly sealed: string;
  readonly running: string;
  readonly mixed: string;
  readonly paper: string;
  /** Counted by hands; tied, so that lots decide; elected, with a seat left and an objection; an election that finds its candidates. */
  readonly counted: string;
  readonly tied: string;
  readonly elected: string;
  readonly nominated: string;
  /** Announced to the staff: whom it reached is proved. */
  readonly announced: string;
}

export interface FullStage {
  readonly stage: Stage;
  readonly contents: Contents;
  /** Opens the vote that then runs, when those who vote in their browsers have their papers. */
  readonly openRunning: () => Promise<void>;
}

/** What comes again, of which something is missed already. */
async function setRules(secretary: Person): Promise<void> {
  const { today } = await secretary.get<{ readonly today: string }>('/api/congress/duties');
  const monthAgo = new Date(Date.parse(today) - MONTH_MS).toISOString().slice(0, 10);
  const usual = { startsOn: monthAgo, onDayOff: 'STAYS', aheadDays: 60, responsible: { memberIds: [], offices: ['SECRETARIAT'] } };
  const rules = { 集体合同履行情况检查: 6, 财务公开: 1 };
  for (const [titleZh, every] of Object.entries(rules))
    await secretary.post('/api/congress/duty-rules', { ...usual, titleZh, recurrence: { kind: 'MONTHS', every, from: monthAgo } });
}

/** What the session deals with, agreed with the school. */
async function agreeAgenda(secretary: Person, session: string): Promise<void> {
  const agenda = `${session}/agenda`;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE_OF_TODAY }).format(new Date());
  const items = [
    { kind: 'REPORT', title: '学校工作报告', speaker: '校长', standing: 'WORK', minutes: 40 },
    { kind: 'DECIDE', title: '食堂改造方案', minutes: 20, vote: 'SECRET' },
  ];
  const { version } = await secretary.put<{ version: number }>(agenda, { items, version: 0 });
  await secretary.post(`${agenda}/agreement`, { party: '校长办公会', on: today, version });
}

/** The secretariat tells the staff something, among them one whom no mail reaches. @returns by what its proof is found */
async function announce(house: House, secretary: Person): Promise<string> {
  await secretary.post('/api/congress/members', { staffNo: 'T10009', name: '吴己巳' });
  await allHeard(house);
  const audience = { kind: 'staff', id: null };
  const { reaches } = await secretary.post<{ readonly reaches: number }>('/api/notifier/announcements/preview', { audience });
  await secretary.post('/api/notifier/announcements', { audience, title: '会场安排', text: '分组讨论在三楼会议室。', reaches });
  const { items } = await secretary.get<{ readonly items: readonly { readonly id: string; readonly code: string }[] }>(
    '/api/notifier/proofs',
  );
  return items.find(({ code }) => code === 'notifier.announced')?.id ?? '';
}

/**
 * A congress in which every page has something to show to the one whose page it is: delegates, of whom the last comes late; both units; the
 * officers of votes.
 */
export async function setFullStage(house: House): Promise<FullStage> {
  const opensAt = new Date(Date.now() + BEGINS_IN_MS);
  const stage = await setStage({ house, opensAt });
  const { secretary } = stage.organisation;
  const session = `/api/congress/sessions/${stage.sessionId}`;
  await secretary.decide('/api/congress/calendar', { zone: ZONE_OF_TODAY }, 'PUT');
  await agreeAgenda(secretary, session);
  await setRules(secretary);
  await secretary.decide(`${session}/opening`);
  const people = await signEverybodyIn(stage);
  for (const role of ['proposer', 'seconder'] as const) await people[role].post(`${session}/attendance`, {});
  const ofProposals = await proposals(stage, people);
  await pause(Math.max(0, opensAt.getTime() - Date.now()));
  await people.committee.post(`${session}/attendance`, {});
  await allHeard(house);
  const announced = await announce(house, secretary);
  const running = await runningVote(stage, people);
  return {
    stage,
    contents: { session: stage.sessionId, announced, ...ofProposals, running: running.id, ...(await ballots(stage, people)) },
    openRunning: running.open,
  };
}

async function signEverybodyIn({ house, codes }: Stage): Promise<Record<Role, Person>> {
  const enter = (role: Role) => firstSignIn(house.stranger, ORGANISATION, CAST[role].staffNo, codes[role]);
  return {
    proposer: await enter('proposer'),
    seconder: await enter('seconder'),
    committee: await enter('committee'),
    handler: await enter('handler'),
  };
}

/** A proposal whose reply is overdue, one that is answered with a promise, and two that are to be merged. */
async function proposals(
  stage: Stage,
  people: Record<Role, Person>,
): Promise<Pick<Contents, 'proposal' | 'commitment' | 'merging' | 'opinion' | 'published'>> {
  const { items: units } = await stage.organisation.secretary.get<{ items: readonly { id: string; code: string }[] }>(
    '/api/congress/units',
  );
  const leadUnitId = units.find(({ code }) => code === 'logistics')?.id ?? '';
  const callId = await openCall(stage, people.committee);
  const proposal = await overdueProposal(stage, people, callId, leadUnitId);
  const said = { subject: '食堂的汤常常是凉的', text: '午餐的汤端上来时常常已经凉了。' };
  const { id: opinion } = await people.handler.post<{ id: string }>('/api/proposals/opinions', said);
  return {
    proposal,
    commitment: await promise(people, callId, leadUnitId),
    merging: await merging(people, callId),
    published: await published(people, callId, leadUnitId),
    opinion,
  };
}

/** Answered, rated, closed, and so published without its grounds. */
async function published(people: Record<Role, Person>, callId: string, leadUnitId: string): Promise<string> {
  const { committee, handler, proposer } = people;
  const id = await filed(people, { callId, subject: '关于增设自行车棚的提案', grounds: '雨天无处停放。', measures: '增设车棚。' });
  const proposal = `/api/proposals/proposals/${id}`;
  await committee.decide(`${proposal}/assignment`, { leadUnitId, assistingUnitIds: [], dueOn: '2037-06-30' });
  await handler.decideOnWork(proposal, 'reply', { text: '车棚已建成。', resultCategory: 'SOLVED', channel: 'ONLINE' });
  const { confirmation } = await confirmed(proposer, 'rate-reply', (await proposer.workOn(proposal)).id);
  await proposer.decideOnWork(proposal, 'rating', { attitude: 'SATISFIED', result: 'SATISFIED', confirmation });
  await proposer.post(`${proposal}/publication/withheld`, { withheld: ['grounds'], version: 0 });
  await committee.decideOnWork(proposal, 'ending');
  return id;
}

async function merging(people: Record<Role, Person>, callId: string): Promise<string> {
  const text = { grounds: '晚自习九点结束。', measures: '延长到十点。' };
  const id = await filed(people, { callId, subject: '关于食堂延长晚餐时间的提案', ...text });
  const childId = await filed(people, { callId, subject: '关于食堂晚间供餐的提案', ...text });
  const wish = { childIds: [childId] };
  await people.committee.decide(`/api/proposals/proposals/${id}/requests`, { kind: 'merge-consent', reason: '两件提案是同一件事。', wish });
  return id;
}

async function filed({ proposer, seconder, committee }: Record<Role, Person>, draft: object): Promise<string> {
  const { id } = await onceKnown('a delegate may file a proposal', () => proposer.post<{ id: string }>('/api/proposals/proposals', draft));
  const proposal = `/api/proposals/proposals/${id}`;
  await proposer.post(`${proposal}/invitations`, { memberIds: [seconder.memberId] });
  await seconder.decide(`${proposal}/seconding`);
  await proposer.decide(`${proposal}/submission`);
  await committee.decide(`${proposal}/review`, { outcome: 'FILED' });
  return id;
}

async function promise(people: Record<Role, Person>, callId: string, leadUnitId: string): Promise<string> {
  const { committee, handler } = people;
  const text = { subject: '关于食堂增设窗口的提案', grounds: '中午排队太久。', measures: '增设两个窗口。' };
  const id = await filed(people, { callId, ...text });
  const proposal = `/api/proposals/proposals/${id}`;
  await committee.decide(`${proposal}/assignment`, { leadUnitId, assistingUnitIds: [], dueOn: '2037-06-30' });
  const promises = [{ promise: '下学期增设两个窗口', due: { kind: 'date', date: '2037-09-01' } }];
  await handler.decideOnWork(proposal, 'reply', { text: '已列入计划。', resultCategory: 'PLANNED', channel: 'ONLINE', promises });
  const { items } = await committee.get<{ items: readonly { id: string }[] }>(`${proposal}/commitments`);
  return items[0]?.id ?? '';
}

/** A proposal whose reply is due today; then the organisation moves to where it is tomorrow. */
async function overdueProposal(stage: Stage, people: Record<Role, Person>, callId: string, leadUnitId: string): Promise<string> {
  const { secretary } = stage.organisation;
  const { committee } = people;
  const id = await filed(people, {
    callId,
    subject: '关于延长图书馆周末开放时间的提案',
    grounds: '周末图书馆下午四点闭馆。',
    measures: '周末开放延长到晚上九点。',
  });
  const proposal = `/api/proposals/proposals/${id}`;
  const dueOn = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE_OF_TODAY }).format(new Date());
  await probe('the zone is known, in which it is not yet tomorrow', () =>
    committee.decide<object>(`${proposal}/assignment`, { leadUnitId, assistingUnitIds: [], dueOn }),
  );
  await secretary.decide('/api/congress/calendar', { zone: ZONE_OF_TOMORROW }, 'PUT');
  await probe(
    'the reply is overdue',
    async () => (await committee.get<{ total: number }>('/api/proposals/proposals?scope=board&overdue=true')).total === 1,
  );
  return id;
}

/** A sealed vote in which one delegate's device has a paper, which is in the box as soon as the vote is open. */
async function runningVote(
  stage: Stage,
  people: Record<Role, Person>,
): Promise<{ readonly id: string; readonly open: () => Promise<void> }> {
  const { seconder, proposer } = people;
  const id = await preparedBallot(stage, people, 'sealed', '食堂改造方案');
  const ballot = `/api/ballot/ballots/${id}`;
  const keys = new Scrutineers(ballot);
  for (const scrutineer of [seconder, proposer]) await keys.offerKey(scrutineer);
  const [arithmetic, secret] = [new BigIntArithmetic(), drawSecret()];
  await probe('the voter is known to be there', () =>
    seconder.post<object>(`${ballot}/credentials`, { publicCredential: publicCredential(arithmetic, secret) }),
  );
  const open = async (): Promise<void> => {
    await stage.organisation.secretary.decide(`${ballot}/opening`, {});
    const read = verifyElection((await seconder.get<{ election: string }>(`${ballot}/board/setup`)).election);
    if (!read.ok) throw new Error(read.reason);
    await seconder.post(`${ballot}/papers`, {
      paper: sealPaper(read.election, proofBasesOf(arithmetic, read.election.publicKey), secret, [[1, 0, 0]]).text,
    });
  };
  return { id, open };
}

async function draftedBallot(
  { organisation: { secretary }, sessionId }: Stage,
  channel: string,
  title: string,
  rules: object = RULES,
): Promise<string> {
  const draft = { sessionId, kind: 'resolution', title, channel, rules, items: [{ id: 'plan', label: title }] };
  return (await onceKnown('the secretary may draft a ballot', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft))).id;
}

/** A ballot up to its officers. */
async function preparedBallot(
  stage: Stage,
  { seconder, proposer, committee, handler }: Record<Role, Person>,
  channel: string,
  title: string,
  rules: object = RULES,
): Promise<string> {
  const { secretary } = stage.organisation;
  const id = await draftedBallot(stage, channel, title, rules);
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${ballot}/adoption`);
  await secretary.decide(`${ballot}/roll`);
  const named = {
    scrutineers: [seconder.memberId, proposer.memberId],
    chiefScrutineer: seconder.memberId,
    tellers: [committee.memberId, handler.memberId],
    chiefTeller: committee.memberId,
  };
  await secretary.decide(`${ballot}/officers`, named);
  return id;
}

async function ballots(
  stage: Stage,
  people: Record<Role, Person>,
): Promise<Omit<Contents, 'session' | 'announced' | 'proposal' | 'commitment' | 'merging' | 'opinion' | 'published' | 'running'>> {
  const officers = { scrutineer: people.seconder, teller: people.committee };
  return {
    counted: idOf(await voteByHands(stage, officers, DELEGATES.length)),
    tied: await tieByHands(stage, officers, DELEGATES.length),
    elected: await electedWithObjection(stage, people),
    nominated: await electionWithCandidates(stage, people),
    draft: await draftedBallot(stage, 'hands', '福利费使用方案'),
    sealed: await preparedBallot(stage, people, 'sealed', '绩效分配方案', BY_THE_CLOCK),
    mixed: await preparedBallot(stage, people, 'mixed', '公房管理办法'),
    paper: await paperBeingRead(stage, people),
  };
}

/** One of two is elected; the result is posted, and a delegate objects to it. */
async function electedWithObjection(stage: Stage, { proposer, seconder, committee }: Record<Role, Person>): Promise<string> {
  const { secretary } = stage.organisation;
  const id = await shortageByHands(stage, { scrutineer: seconder, teller: committee }, DELEGATES.length);
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${ballot}/declaration`);
  await secretary.decide(`${ballot}/publication`);
  await proposer.post(`${ballot}/objections`, { text: '清点举手时有人不在会场。' });
  return id;
}

/** Two are proposed and posted; one is related to a teller, and a delegate objects to the other. */
async function electionWithCandidates(stage: Stage, { proposer, seconder, committee, handler }: Record<Role, Person>): Promise<string> {
  const { secretary } = stage.organisation;
  const id = await electionByNomination(stage);
  const ballot = `/api/ballot/ballots/${id}`;
  for (const { memberId } of [proposer, handler])
    await secretary.post(`${ballot}/nomination/candidates`, { memberId, proposer: { by: 'outgoing-committee' } });
  await secretary.decide(`${ballot}/nomination/posting`);
  await seconder.post(`${ballot}/nomination/objections`, { candidateId: 'c01', grounds: '提名没有经过代表团讨论。' });
  await secretary.post(`${ballot}/relatives`, { memberIds: [committee.memberId, handler.memberId], kind: 'spouse' });
  return id;
}

/** Sheets that one teller has entered and another has still to enter. */
async function paperBeingRead(stage: Stage, people: Record<Role, Person>): Promise<string> {
  const { secretary } = stage.organisation;
  const id = await preparedBallot(stage, people, 'paper', '教职工宿舍方案');
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${ballot}/opening`, { issued: DELEGATES.length });
  await secretary.decide(`${ballot}/closing`, { voters: DELEGATES.length, returned: DELEGATES.length });
  await people.committee.put(`${ballot}/sheets`, {
    sheets: ['yes', 'yes', 'no'].map((mark, at) => ({ no: at + 1, marks: { plan: mark } })),
  });
  return id;
}

const idOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
