import { adoptAgenda, agreeOnAgenda, openWithReason } from './agenda.js';
import { followResults } from './result-life-cycle.js';
import { Devices } from './devices.js';
import { verifiedAtHome } from './evidence.js';
import { conclude, enrol, enterSheets, open, prepare, type Team } from './hall.js';
import { numbered, papersOn, papersOnCandidates, sealedMarks } from './papers.js';
import { at } from './order.js';
import type { Record as Minutes } from './record.js';
import { STAFF, type Staff } from './staff.js';

const TWO_THIRDS_OR_MORE = { num: 2, den: 3, inclusive: true };
const MORE_THAN_HALF_OF_ALL = { num: 1, den: 2, inclusive: false, base: 'roll' };
const RESOLUTION_RULES = {
  quorum: TWO_THIRDS_OR_MORE,
  participation: null,
  returnedLimit: 'issued',
  pass: MORE_THAN_HALF_OF_ALL,
  bundle: 'each',
};
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
/** Any two of the three scrutineers open the box. */
const TWO_OF_THREE = { sharesNeeded: 2 };

/** Four have no device with them and vote on paper, under the same roll. */
const ON_PAPER = 4;
const ON_DEVICES = STAFF - ON_PAPER;

/** Ten candidates for nine seats: all are over half of should-attend (29 of 57), the last is not elected. */
const APPROVALS = { c01: 55, c02: 54, c03: 53, c04: 52, c05: 50, c06: 49, c07: 47, c08: 44, c09: 40, c10: 33 };
/** Four candidates for three seats: two share the last one. */
const TIED_APPROVALS = { w1: 51, w2: 44, w3: 37, w4: 37 };
const RUNOFF_APPROVALS = { w3: 31, w4: 26 };
const AUDITORS = 3;
const FIRST_CANDIDATE = 20;
const FIRST_LEADER = 30;

/**
 * The sitting: everybody signs in, the quorum is counted, a plan is put to the vote, committees are elected, leaders appraised, an emblem
 * chosen. @returns how many ballots were held
 */
export async function holdSession(staff: Staff, minutes: Minutes): Promise<number> {
  minutes.chapter('3  The sitting (大会)');
  const [organiser, person] = [staff.organisation.secretary, (nth: number) => at(staff.delegates, nth)];
  const team: Team = { organiser, scrutineers: [person(50), person(51), person(48)], tellers: [person(52), person(53), person(49)] };
  await agreeOnAgenda(staff, minutes);
  await openWithReason(staff, minutes);
  await signIn(staff, minutes);
  await adoptAgenda(staff, minutes);
  await adoptRules(staff, team, minutes);
  await votePlan(staff, team, minutes);
  await electCommittee(staff, team, minutes);
  const tied = await electAuditors(staff, team, minutes);
  await runOff(tied, staff, team, minutes);
  await appraiseLeaders(staff, team, minutes);
  await pollStaff(staff, team, minutes);
  const followed = await followResults(staff, team, minutes);
  await organiser.decide(`/api/congress/sessions/${staff.sessionId}/closing`);
  minutes.step('the session is closed');
  return 7 + followed;
}

async function signIn({ organisation: { secretary }, sessionId, delegates }: Staff, minutes: Minutes): Promise<void> {
  const session = `/api/congress/sessions/${sessionId}`;
  interface Attendance {
    readonly entitled: number;
    readonly present: number;
    readonly needed: number;
    readonly quorate: boolean;
  }
  interface Timeline {
    readonly points: readonly { readonly present: number; readonly quorate: boolean }[];
  }
  for (const delegate of delegates) await delegate.post(`${session}/attendance`, {});
  const { entitled, present, needed, quorate } = await secretary.get<Attendance>(`${session}/attendance`);
  const { points } = await secretary.get<Timeline>(`${session}/attendance/timeline`);
  minutes.step(`${present} of ${entitled} sign in (签到), quorum ${needed}`);
  minutes.fact('present, should-attend, quorum', [present, entitled, needed, quorate], [57, 57, 38, true]);
  minutes.fact('the quorum was reached with sign-in number', points.find((moment) => moment.quorate)?.present, 38);
}

async function adoptRules(staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  const ballot = await prepare(staff, team, {
    kind: 'resolution',
    title: '选举办法及监票人、计票人名单',
    channel: 'hands',
    rules: RESOLUTION_RULES,
    items: [{ id: 'rules', label: '选举办法及名单' }],
  });
  await open(ballot, team, STAFF);
  await team.organiser.decide(`${ballot}/closing`, { voters: STAFF });
  await team.tellers[0].post(`${ballot}/hands-count`, { items: [{ id: 'rules', yes: STAFF, no: 0, abstain: 0 }] });
  const { outcome } = await conclude(ballot, team);
  minutes.step('election rules and officers are adopted by show of hands (举手表决)');
  minutes.fact('election rules by show of hands', [outcome.status, outcome.items?.[0]?.yes], ['passed', STAFF]);
}

/** 48 yes, 5 no, 3 abstentions of 57: 52 of them sealed, four on paper; one delegate has a paper and does not vote. */
async function votePlan(staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  const [sealed, paper] = [
    { yes: 46, no: 4, abstain: 2 },
    { yes: 2, no: 1, abstain: 1 },
  ];
  const ballot = await prepare(staff, team, {
    kind: 'resolution',
    title: '岗位竞聘方案',
    channel: 'mixed',
    rules: { ...RESOLUTION_RULES, procedure: TWO_OF_THREE },
    items: [{ id: 'plan', label: '岗位竞聘方案' }],
  });
  const devices = await issue(ballot, staff, team);
  minutes.step(
    `a vote is opened on devices and on paper under one roll: keys of which any two of three open the box, ${ON_DEVICES} devices, ${ON_PAPER} papers`,
  );
  await turnout(ballot, staff, minutes);
  const answers = Object.entries(sealed).flatMap(([answer, count]) =>
    Array.from({ length: count }, () => ['yes', 'no', 'abstain'].map((each) => Number(each === answer))),
  );
  const { sameAnswerTwice } = await devices.vote(staff.delegates.slice(0, answers.length), (number) => [at(answers, number)]);
  minutes.fact('the same paper sent twice, one acknowledgement', sameAnswerTwice, true);
  await close(ballot, devices, numbered(papersOn('plan', paper)), team);
  const { outcome, counts } = await conclude(ballot, team);
  const [item] = outcome.items ?? [];
  minutes.step('the plan is put to a secret vote (无记名投票), sealed and on paper, and counted as one');
  minutes.fact('the plan: yes, no, abstentions of 57', [item?.yes, item?.no, item?.abstain], [48, 5, 3]);
  minutes.fact('the plan: needed of should-attend (应到), status', [outcome.needed.pass, outcome.status], [29, 'passed']);
  minutes.fact('the plan: issued, returned, invalid', [counts.issued, counts.returned, counts.invalid], [57, 56, 0]);
  await judged(devices, staff, minutes, 'the plan', [Object.values(sealed)]);
  const evidence = await verifiedAtHome(team.scrutineers[1], ballot);
  minutes.step('a scrutineer takes the evidence home and checks it offline');
  minutes.fact(
    'the evidence: accepted, channel, outcome, signatures',
    [evidence.ok, evidence.state, evidence.ballot.channel, evidence.ballot.status, evidence.ballot.signatures],
    [true, 'decided', 'mixed', 'passed', 2],
  );
}

/** Nine of ten candidates: 53 sealed papers and four on paper. */
async function electCommittee(staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  const papers = papersOnCandidates(APPROVALS, STAFF, ELECTION_RULES.seats);
  const ballot = await prepare(staff, team, {
    kind: 'election',
    title: '工会委员会委员选举',
    channel: 'mixed',
    rules: { ...ELECTION_RULES, procedure: TWO_OF_THREE },
    candidates: candidatesOf(staff, APPROVALS),
  });
  const devices = await issue(ballot, staff, team);
  await devices.vote(staff.delegates.slice(0, ON_DEVICES), (number) => [sealedMarks(at(papers, number))]);
  await close(ballot, devices, numbered(papers.slice(ON_DEVICES)), team);
  const { outcome } = await conclude(ballot, team);
  minutes.step('nine of ten candidates are elected to the committee (差额选举)');
  minutes.fact('the election: needed of should-attend, status', [outcome.needed.elect, outcome.status], [29, 'decided']);
  minutes.fact('committee members elected from ten', outcome.elected?.length, 9);
  minutes.fact('over half and not elected', outcome.ranking?.find(({ id }) => id === 'c10')?.yes, APPROVALS.c10);
  const sums = Object.keys(APPROVALS).map((id) => papers.slice(0, ON_DEVICES).filter((paper) => paper[id] === 'yes').length);
  await judged(devices, staff, minutes, 'the committee', [sums]);
}

/** Three of four on devices alone; the box opens with every scrutineer's key. Two are equal at the last seat. @returns the run-off */
async function electAuditors(staff: Staff, team: Team, minutes: Minutes): Promise<string> {
  const ballot = await prepare(staff, team, {
    kind: 'election',
    title: '经费审查委员会委员选举',
    channel: 'sealed',
    rules: { ...ELECTION_RULES, seats: AUDITORS },
    candidates: candidatesOf(staff, TIED_APPROVALS),
  });
  const devices = await voteSealed(
    ballot,
    staff,
    team,
    papersOnCandidates(TIED_APPROVALS, STAFF, AUDITORS).map((paper) => [sealedMarks(paper)]),
  );
  const { outcome } = await conclude(ballot, team);
  minutes.step('three auditors of four: two are equal at the last seat');
  minutes.fact(
    'elected, and tied for the last seat',
    [outcome.status, outcome.elected, outcome.tied],
    ['next-round', ['w1', 'w2'], ['w3', 'w4']],
  );
  await judged(devices, staff, minutes, 'the auditors', [Object.values(TIED_APPROVALS)]);
  const { id } = await team.organiser.post<{ id: string }>(`${ballot}/next-round`);
  return `/api/ballot/ballots/${id}`;
}

/** The run-off has its own roll, keys, devices' secrets and board. */
async function runOff(ballot: string, staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  await enrol(ballot, team);
  const devices = await voteSealed(
    ballot,
    staff,
    team,
    papersOnCandidates(RUNOFF_APPROVALS, STAFF, 1).map((paper) => [sealedMarks(paper)]),
  );
  const { outcome } = await conclude(ballot, team);
  minutes.step('a run-off between the two settles it (再次投票)');
  minutes.fact('the run-off: status, elected', [outcome.status, outcome.elected], ['decided', ['w3']]);
  await judged(devices, staff, minutes, 'the run-off', [Object.values(RUNOFF_APPROVALS)]);
}

/** Grades of the first of five leaders as in DOMAIN 6.3, row 22: of 48 forms one is invalid. */
async function appraiseLeaders(staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  const grades = ['优秀', '称职', '基本称职', '不称职'];
  const given: readonly (readonly number[])[] = [
    [20, 18, 6, 2],
    [30, 10, 5, 0],
    [12, 25, 6, 3],
    [40, 7, 0, 0],
    [16, 16, 10, 4],
  ];
  const subjects = given.map((_, i) => ({
    id: `l${i + 1}`,
    label: `干部 ${i + 1}`,
    memberId: at(staff.delegates, FIRST_LEADER + i).memberId,
  }));
  const ballot = await prepare(staff, team, {
    kind: 'appraisal',
    title: '领导干部民主测评',
    channel: 'paper',
    grades,
    rates: { competentRate: ['优秀', '称职'] },
    subjects,
  });
  await open(ballot, team, STAFF);
  const valid = 47;
  const forms = Array.from({ length: valid }, (_, form) =>
    Object.fromEntries(
      given.flatMap((counts, i) => {
        const grade = grades[counts.findIndex((_, g) => form < counts.slice(0, g + 1).reduce((sum, count) => sum + count, 0))];
        return grade === undefined ? [] : [[`l${i + 1}`, grade]];
      }),
    ),
  );
  const sheets = numbered([...forms, { stranger: '优秀' }]);
  await team.organiser.decide(`${ballot}/closing`, { voters: sheets.length, returned: sheets.length });
  await enterSheets(ballot, team, sheets);
  const { outcome, counts } = await conclude(ballot, team);
  minutes.step('five leaders are appraised (民主测评): each has counts and rates, none a score');
  minutes.fact(
    'the appraisal: returned, valid, rate of the first',
    [counts.returned, counts.valid, outcome.subjects?.[0]?.rates['competentRate']?.ofValid.percent],
    [48, 47, '80.9'],
  );
  minutes.fact('leaders appraised', outcome.subjects?.length, 5);
}

/** All staff choose among five emblems; nobody needs to be in the hall. */
async function pollStaff(staff: Staff, team: Team, minutes: Minutes): Promise<void> {
  const votes = { e1: 7, e2: 20, e3: 11, e4: 14, e5: 3 };
  const options = Object.keys(votes).map((id) => ({ id, label: `方案 ${id}` }));
  const ballot = await prepare(staff, team, { kind: 'poll', title: '校徽方案', channel: 'paper', electorate: 'staff', options });
  await open(ballot, team, STAFF);
  const papers = Object.entries(votes).flatMap(([id, count]) => Array.from({ length: count }, () => ({ [id]: 'yes' })));
  await team.organiser.decide(`${ballot}/closing`, { voters: papers.length, returned: papers.length });
  await enterSheets(ballot, team, numbered(papers));
  const { outcome } = await conclude(ballot, team);
  minutes.step('all staff choose among five emblems (advisory)');
  minutes.fact('the poll: leading, votes', [outcome.leading, outcome.options?.map((option) => option.votes)], [['e2'], [20, 14, 11, 7, 3]]);
}

/** Keys of two in three, a paper on each of 53 devices, four on paper: open. */
async function issue(ballot: string, { delegates }: Staff, team: Team): Promise<Devices> {
  const devices = new Devices(ballot);
  await devices.holdCeremony(team.scrutineers);
  for (const delegate of delegates.slice(0, ON_DEVICES)) await devices.receivePaper(delegate);
  for (const { memberId } of delegates.slice(ON_DEVICES)) await team.tellers[1].post(`${ballot}/issued-papers`, { memberId });
  await open(ballot, team);
  return devices;
}

/** What the screen in the hall shows of it. */
async function turnout(ballot: string, { delegates }: Staff, minutes: Minutes): Promise<void> {
  interface Turnout {
    readonly issued: object;
    readonly returned: object;
  }
  const { issued, returned } = await at(delegates, 0).get<Turnout>(`${ballot}/turnout`);
  minutes.fact('the turnout: issued', issued, { inAll: STAFF, sealed: ON_DEVICES, paper: ON_PAPER });
  minutes.fact('the turnout: in the box', returned, { inAll: null, sealed: 0, paper: null });
}

/** Closes, enters the papers, and opens the box with two of the three scrutineers: the second one is out of the room. */
async function close(ballot: string, devices: Devices, sheets: ReturnType<typeof numbered>, team: Team): Promise<void> {
  await team.organiser.decide(`${ballot}/closing`, { voters: sheets.length, returned: sheets.length });
  await enterSheets(ballot, team, sheets);
  await devices.share(team.scrutineers[2]);
  await devices.share(team.scrutineers[0]);
}

/** A ballot on devices alone, from the keys to the opened sums. */
async function voteSealed(
  ballot: string,
  { delegates }: Staff,
  team: Team,
  choices: readonly (readonly (readonly number[])[])[],
): Promise<Devices> {
  const devices = new Devices(ballot);
  for (const scrutineer of team.scrutineers) await devices.offerKey(scrutineer);
  for (const delegate of delegates) await devices.receivePaper(delegate);
  await open(ballot, team);
  await devices.vote(delegates, (number) => at(choices, number));
  await team.organiser.decide(`${ballot}/closing`, {});
  for (const scrutineer of team.scrutineers) await devices.share(scrutineer);
  return devices;
}

/** Two programs accept the archive that anybody may fetch, with the sums of the sealed papers. */
async function judged(
  devices: Devices,
  { delegates }: Staff,
  minutes: Minutes,
  what: string,
  sums: readonly (readonly number[])[],
): Promise<void> {
  const { state, papers, result, foreign } = await devices.judge(at(delegates, 0));
  minutes.fact(`${what}: the sealed archive: state, papers, result`, [state, papers, result], ['decided', devices.trackers.length, sums]);
  minutes.fact(`${what}: belenios-tool accepts it, with warnings`, [foreign.isAccepted, foreign.warnings], [true, 0]);
  minutes.fact(`${what}: different acknowledgements`, new Set(devices.trackers).size, devices.trackers.length);
}

const candidatesOf = ({ delegates }: Staff, approvals: object): { id: string; label: string; memberId: string }[] =>
  Object.keys(approvals).map((id, i) => ({ id, label: `候选人 ${id}`, memberId: at(delegates, FIRST_CANDIDATE + i).memberId }));
