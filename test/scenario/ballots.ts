import type { Person } from '../lib/door.js';
import { onceKnown } from '../lib/organisation.js';
import { type PaperSheet, papersOnCandidates, papersOnMatter } from './papers.js';
import { at } from './proposals.js';
import type { Record as Minutes } from './record.js';
import { Devices, SEALED_APPROVALS, SEATS } from './sealed.js';
import { STAFF, type Staff } from './staff.js';

const TWO_THIRDS_OR_MORE = { num: 2, den: 3, inclusive: true };
const MORE_THAN_HALF_OF_ALL = { num: 1, den: 2, inclusive: false, base: 'roll' };
const RESOLUTION_RULES = { quorum: TWO_THIRDS_OR_MORE, participation: null, returnedLimit: 'issued', pass: MORE_THAN_HALF_OF_ALL, bundle: 'each' };
const ELECTION_RULES = {
  quorum: TWO_THIRDS_OR_MORE,
  returnedLimit: 'issued',
  seats: 9,
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect: MORE_THAN_HALF_OF_ALL,
  tie: 'runoff',
  shortage: 'supplementary',
  supplementary: { extra: 1, elect: null },
  writeIns: 'none',
};

/** Ten candidates for nine seats: all are over half of should-attend (29 of 57), the last is not elected. */
const APPROVALS = { c01: 55, c02: 54, c03: 53, c04: 52, c05: 50, c06: 49, c07: 47, c08: 44, c09: 40, c10: 33 };
const FIRST_CANDIDATE = 20;

interface Team {
  readonly organiser: Person;
  readonly scrutineers: readonly Person[];
  readonly tellers: readonly Person[];
}

interface Result {
  readonly outcome: {
    readonly status: string;
    readonly needed: Readonly<Record<string, number>>;
    readonly items?: readonly { readonly yes: number; readonly no: number; readonly abstain: number; readonly passed: boolean }[];
    readonly elected?: readonly string[];
    readonly ranking?: readonly { readonly id: string; readonly yes: number }[];
  };
}

/** The sitting: everybody signs in, the quorum is counted, a plan is put to the vote, a committee is elected. */
export async function holdSession(staff: Staff, minutes: Minutes): Promise<void> {
  minutes.chapter('3  The sitting (大会)');
  const team: Team = {
    organiser: staff.organisation.secretary,
    scrutineers: [at(staff.delegates, 50), at(staff.delegates, 51), at(staff.delegates, 48)],
    tellers: [at(staff.delegates, 52), at(staff.delegates, 53), at(staff.delegates, 49)],
  };
  await signIn(staff, minutes);

  const hands = await prepare(staff, team, { kind: 'resolution', title: '选举办法及监票人、计票人名单', channel: 'hands', rules: RESOLUTION_RULES, items: [{ id: 'rules', label: '选举办法及名单' }] });
  await team.organiser.post(`${hands}/closing`, { voters: STAFF });
  await at(team.tellers, 0).post(`${hands}/hands-count`, { items: [{ id: 'rules', yes: STAFF, no: 0, abstain: 0 }] });
  const shown = await conclude(hands, team);
  minutes.step('election rules and officers are adopted by show of hands (举手表决)');
  minutes.fact('election rules by show of hands', [shown.outcome.status, shown.outcome.items?.[0]?.yes], ['passed', STAFF]);

  const plan = await prepare(staff, team, { kind: 'resolution', title: '岗位竞聘方案', channel: 'paper', rules: RESOLUTION_RULES, items: [{ id: 'plan', label: '岗位竞聘方案' }] });
  await countPapers(plan, team, papersOnMatter('plan', { yes: 48, no: 5, abstain: 3 }));
  const passed = await conclude(plan, team);
  const [item] = passed.outcome.items ?? [];
  minutes.step('the plan is put to a secret vote on paper (无记名投票); two tellers enter the sheets blind to each other');
  minutes.fact('the plan: yes, no, abstentions of 57', [item?.yes, item?.no, item?.abstain], [48, 5, 3]);
  minutes.fact('the plan: needed of should-attend (应到), status', [passed.outcome.needed.pass, passed.outcome.status], [29, 'passed']);

  const candidates = Object.keys(APPROVALS).map((id, i) => ({ id, label: `候选人 ${id}`, memberId: at(staff.delegates, FIRST_CANDIDATE + i).memberId }));
  const election = await prepare(staff, team, { kind: 'election', title: '工会委员会委员选举', channel: 'paper', rules: ELECTION_RULES, candidates });
  await countPapers(election, team, papersOnCandidates(APPROVALS, STAFF, ELECTION_RULES.seats));
  const decided = await conclude(election, team);
  minutes.step('nine of ten candidates are elected to the committee (差额选举)');
  minutes.fact('the election: needed of should-attend, status', [decided.outcome.needed.elect, decided.outcome.status], [29, 'decided']);
  minutes.fact('committee members elected from ten', decided.outcome.elected?.length, 9);
  minutes.fact('over half and not elected', decided.outcome.ranking?.find(({ id }) => id === 'c10')?.yes, APPROVALS.c10);

  await voteSealed(staff, team, minutes);

  await staff.organisation.secretary.post(`/api/congress/sessions/${staff.sessionId}/closing`);
  minutes.step('the session is closed');
}

async function signIn({ organisation: { secretary }, sessionId, delegates }: Staff, minutes: Minutes): Promise<void> {
  const session = `/api/congress/sessions/${sessionId}`;
  await secretary.post(`${session}/opening`);
  interface Attendance {
    readonly entitled: number;
    readonly present: number;
    readonly needed: number;
    readonly quorate: boolean;
    readonly timeline: readonly { readonly present: number; readonly quorate: boolean }[];
  }
  for (const delegate of delegates) await delegate.post(`${session}/attendance`, {});
  const { entitled, present, needed, quorate, timeline } = await secretary.get<Attendance>(`${session}/attendance`);
  minutes.step(`the session is opened; ${present} of ${entitled} sign in (签到), quorum ${needed}`);
  minutes.fact('present, should-attend, quorum', [present, entitled, needed, quorate], [57, 57, 38, true]);
  minutes.fact('the quorum was reached with sign-in number', timeline.find((moment) => moment.quorate)?.present, 38);
}

/** A committee of three from four, on devices: opened only as a sum, by three scrutineers together. */
async function voteSealed(staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  const candidates = Object.keys(SEALED_APPROVALS).map((id, i) => ({ id, label: `候选人 ${id}`, memberId: at(staff.delegates, FIRST_CANDIDATE + i).memberId }));
  const ballot = await draft(staff, team, { kind: 'election', title: '经费审查委员会委员选举', channel: 'sealed', rules: { ...ELECTION_RULES, seats: SEATS }, candidates });
  const devices = new Devices(ballot);
  for (const scrutineer of team.scrutineers) await devices.offerKey(scrutineer);
  for (const delegate of staff.delegates) await devices.receivePaper(delegate);
  await open(ballot, team);
  minutes.step('a sealed election is opened: three scrutineers hold keys, 57 devices hold papers (加密无记名投票)');
  const { sameAnswerTwice } = await devices.vote(staff.delegates);
  await team.organiser.post(`${ballot}/closing`, {});
  for (const scrutineer of team.scrutineers) await devices.share(scrutineer);
  minutes.step('57 papers are cast and added up sealed; each scrutineer verifies the archive and adds a share');
  minutes.fact('the same paper sent twice, one acknowledgement', sameAnswerTwice, true);
  await devices.judge(at(staff.delegates, 0), minutes);
  const { outcome } = await conclude(ballot, team);
  minutes.fact('elected on sealed papers', [outcome.status, outcome.elected], ['decided', ['w1', 'w2', 'w3']]);
}

/** From the draft to the open vote. @returns the ballot's address */
async function prepare(staff: Staff, team: Team, content: object): Promise<string> {
  const ballot = await draft(staff, team, content);
  await open(ballot, team, STAFF);
  return ballot;
}

/** A ballot under adopted rules, with its roll and its officers. @returns the ballot's address */
async function draft({ sessionId }: Staff, { organiser, scrutineers, tellers }: Team, content: object): Promise<string> {
  const { id } = await onceKnown('an organiser may draft a ballot', () => organiser.post<{ id: string }>('/api/ballot/ballots', { sessionId, ...content }));
  const ballot = `/api/ballot/ballots/${id}`;
  await organiser.post(`${ballot}/adoption`);
  await organiser.post(`${ballot}/roll`);
  const ids = (people: readonly Person[]) => people.map(({ memberId }) => memberId);
  await organiser.post(`${ballot}/officers`, {
    scrutineers: ids(scrutineers),
    chiefScrutineer: at(scrutineers, 0).memberId,
    tellers: ids(tellers),
    chiefTeller: at(tellers, 0).memberId,
  });
  return ballot;
}

/** Opens the voting once the ballot service knows of everybody who signed in. Sealed papers are issued one by one before. */
async function open(ballot: string, { organiser }: Team, issued?: number): Promise<void> {
  await onceKnown('everybody present is known to the ballot service', async () => {
    const state = await organiser.get<{ presentNow: number }>(ballot);
    if (state.presentNow < STAFF) throw new Error(`${state.presentNow} are known to be present`);
    return state;
  });
  await organiser.post(`${ballot}/opening`, issued === undefined ? {} : { issued });
}

/** Two tellers enter every sheet; the second misreads one, a third decides it. */
async function countPapers(ballot: string, { organiser, scrutineers, tellers }: Team, sheets: readonly PaperSheet[]): Promise<void> {
  await organiser.post(`${ballot}/closing`, { voters: sheets.length, returned: sheets.length });
  const misread = sheets.map((sheet) => (sheet.no === 7 ? { ...sheet, marks: Object.fromEntries(Object.keys(sheet.marks).map((id) => [id, 'abstain'])) } : sheet));
  await at(tellers, 0).put(`${ballot}/sheets`, { sheets });
  await at(tellers, 1).put(`${ballot}/sheets`, { sheets: misread });
  const { items } = await at(scrutineers, 0).get<{ items: readonly { no: number }[] }>(`${ballot}/differences`);
  for (const { no } of items) await at(tellers, 2).post(`${ballot}/decisions`, sheets.find((sheet) => sheet.no === no));
}

async function conclude(ballot: string, { organiser, scrutineers, tellers }: Team): Promise<Result> {
  await organiser.post(`${ballot}/count`);
  await at(scrutineers, 0).post(`${ballot}/signatures`);
  await at(tellers, 0).post(`${ballot}/signatures`);
  await organiser.post(`${ballot}/declaration`);
  await organiser.post(`${ballot}/publication`);
  return organiser.get<Result>(`${ballot}/result`);
}
