import type { Person } from '../lib/api-client.js';
import { confirmed, onceKnown } from '../lib/organisation.js';
import type { Record } from './record.js';
import { at } from './order.js';
import { askAndAnswer, countAnswers, reconsider, workOf } from './requests.js';
import type { Staff } from './staff.js';
import { type Desks, followPapers, keepPromises, type Papers } from './year.js';

/** Eleven proposals (S4, DOMAIN 2.3): how many second each, how the committee reviews it, how its answer is rated. */
const PROPOSALS = [
  { subject: '延长图书馆开放时间', seconders: 4, outcome: 'FILED', rating: 'SATISFIED' },
  { subject: '改善教师午休条件', seconders: 4, outcome: 'FILED', rating: 'SATISFIED' },
  { subject: '更新多媒体教室设备', seconders: 4, outcome: 'FILED', rating: 'BASICALLY' },
  { subject: '规范实验室安全检查', seconders: 4, outcome: 'FILED', rating: 'SATISFIED' },
  { subject: '优化校园停车管理', seconders: 4, outcome: 'FILED', rating: 'DISSATISFIED' },
  { subject: '完善青年教师培养', seconders: 4, outcome: 'FILED', rating: 'SATISFIED' },
  { subject: '公开部门预算执行', seconders: 4, outcome: 'FILED', rating: 'BASICALLY' },
  { subject: '改进食堂菜品供应', seconders: 4, outcome: 'FILED', rating: 'SATISFIED' },
  { subject: '增设体育活动器材', seconders: 3, outcome: 'SUGGESTION' },
  { subject: '调整班车发车时刻', seconders: 3, outcome: 'SUGGESTION' },
  { subject: '更换校门口指示牌', seconders: 3, outcome: 'NOT_FILED' },
] as const;

const DAY_MS = 86_400_000;

interface Statistics {
  readonly received: number;
  readonly filed: number;
  readonly suggestions: number;
  readonly notFiled: number;
  readonly mergedAway: number;
  readonly answered: object;
  readonly signers: { readonly personTimes: number; readonly persons: number };
  readonly satisfaction: { readonly result: { readonly DISSATISFIED: number } | null };
}

/** Which of the eleven their units object to, and which they ask more time for. */
const [OBJECTED, OBJECTED_IN_VAIN, PUT_OFF] = [0, 4, [2, 6]];

interface Offices extends Desks {
  readonly handler: Person;
  /** Of the teaching department, which is given what is not its own. */
  readonly teacher: Person;
}

/** Of the eleven, who is told of a reply to each: its proposer, and all who seconded. */
export const SIGNED = PROPOSALS.reduce((sum, { seconders }) => sum + 1 + seconders, 0);

/**
 * From the call to the rated answer, and through the year to the promises that were kept: delegates propose and second, the committee
 * reviews and routes, departments reply.
 */
export async function followProposals(staff: Staff, record: Record): Promise<Papers> {
  record.chapter('2  Proposals (提案)');
  const offices = await giveOffices(staff);
  const callId = await openCall(staff, offices.committee);
  record.step('the proposals committee (提案工作委员会) opens the call (征集): two seconders at least');
  const assigned = await followTheEleven(staff, offices, callId, record);
  const papers = await followPapers(staff, callId, offices, record);
  await countAnswers(offices.committee, [...assigned, ...papers.assigned], record);
  const { received, filed, suggestions, notFiled, mergedAway, answered } = await statisticsOf(staff, offices.committee);
  record.fact('the year: received, filed and passed on', [received, filed + mergedAway, suggestions, notFiled], [74, 52, 22, 0]);
  record.fact('filed after merging (并案), merged away', [filed, mergedAway], [50, 2]);
  const docketNos = await docketNosOf(staff, offices.committee);
  const [lowest, highest] = [docketNos.at(0), docketNos.at(-1)];
  record.fact('docket numbers, each once, from and to', [new Set(docketNos).size, lowest, highest], [52, '2-3-001', '2-3-052']);
  record.fact('answered of those assigned', answered, { part: 72, whole: 72 });
  await keepPromises(staff, offices, record);
  return papers;
}

const statisticsOf = ({ sessionId }: Staff, committee: Person): Promise<Statistics> =>
  committee.get<Statistics>(`/api/proposals/proposals/statistics?sessionId=${sessionId}`);

async function docketNosOf({ sessionId }: Staff, committee: Person): Promise<readonly string[]> {
  const { items } = await committee.get<{ items: readonly { docketNo: string | null }[] }>(
    `/api/proposals/proposals?scope=board&sessionId=${sessionId}&pageSize=100`,
  );
  return items.flatMap(({ docketNo }) => docketNo ?? []).sort();
}

/** @returns those that a unit was given */
async function followTheEleven(staff: Staff, offices: Offices, callId: string, record: Record): Promise<readonly string[]> {
  const assigned: string[] = [];
  const turnedDown: { lead: Person; proposalId: string; number: number }[] = [];
  for (const [number, proposal] of PROPOSALS.entries()) {
    const { lead, proposalId, signatures } = await propose(staff, callId, number);
    record.step(`${lead.staffNo} files "${proposal.subject}", ${signatures} sign it`);
    const docketNo = await review(offices.committee, proposalId, number);
    record.step(`  the committee reviews it: ${proposal.outcome}${docketNo ? ` ${docketNo}` : ''}`);
    if (proposal.outcome === 'NOT_FILED') {
      turnedDown.push({ lead, proposalId, number });
      continue;
    }
    assigned.push(proposalId);
    await handle(staff, offices, { lead, proposalId, number }, record);
  }
  const { received, filed, suggestions, notFiled, signers, satisfaction } = await statisticsOf(staff, offices.committee);
  record.fact('of the call: proposals received', received, 11);
  record.fact('of the call: filed, suggestions, not filed', [filed, suggestions, notFiled], [8, 2, 1]);
  record.fact('of the call: person-times of signatures (人次)', signers.personTimes, 52);
  record.fact('rated dissatisfied (不满意)', satisfaction.result?.DISSATISFIED, 1);
  for (const one of turnedDown) {
    await reconsider(one.proposalId, one.lead, offices.committee);
    record.step(`${one.lead.staffNo} asks to look at it once more (复议); the committee passes it on as a suggestion`);
    assigned.push(one.proposalId);
    await handle(staff, offices, one, record);
  }
  return assigned;
}

interface Filed {
  readonly lead: Person;
  readonly proposalId: string;
  readonly number: number;
}

/** From the assignment to the end of the work, again where its proposer is dissatisfied. */
async function handle(staff: Staff, offices: Offices, { lead, proposalId, number }: Filed, record: Record): Promise<void> {
  const proposal = at(PROPOSALS, number);
  await assign(staff, offices.committee, proposalId, number);
  await askAboutWork(staff, offices, proposalId, number, record);
  await answer(offices.handler, proposalId);
  if (proposal.outcome === 'FILED') await rate(lead, proposalId, proposal.rating);
  const isHandledAgain = proposal.outcome === 'FILED' && proposal.rating === 'DISSATISFIED';
  if (isHandledAgain) {
    await answer(offices.handler, proposalId);
    await rate(lead, proposalId, proposal.rating);
    record.step(`  dissatisfied, ${lead.staffNo} has it handled again (重新办理): a second reply, a second rating`);
  }
  await finish(offices, lead, proposalId, isHandledAgain);
  record.step(
    `  the department replies${proposal.outcome === 'FILED' ? `, ${lead.staffNo} rates the reply: ${proposal.rating}` : ''}; closed`,
  );
}

async function giveOffices({ organisation, sessionId, delegates, units }: Staff): Promise<Offices> {
  const [committee, handler, head, teacher] = [at(delegates, 55), at(delegates, 56), at(delegates, 54), at(delegates, 53)];
  await organisation.office('PROPOSALS_COMMITTEE', committee, { sessionId, chief: true });
  await organisation.office('UNIT_HANDLER', handler, { unitId: units.logistics });
  await organisation.office('UNIT_HEAD', head, { unitId: units.logistics });
  await organisation.office('UNIT_HANDLER', teacher, { unitId: units.teaching });
  const desks = [
    { unitId: units.logistics, handler },
    { unitId: units.teaching, handler: teacher },
  ];
  return { committee, handler, teacher, units: desks };
}

async function openCall({ sessionId }: Staff, committee: Person): Promise<string> {
  const hour = (offset: number) => new Date(Date.now() + offset * 3_600_000).toISOString();
  const call = await onceKnown('the committee may open a call', () =>
    committee.post<{ id: string }>('/api/proposals/calls', {
      sessionId,
      opensAt: hour(-1),
      closesAt: hour(24),
      minSeconders: 2,
      replyDue: { kind: 'working-days', n: 45 },
      leaderSignOff: 'none',
      feedbackDue: { kind: 'working-days', n: 15 },
    }),
  );
  return call.id;
}

/** One proposes; the next on the roster are invited and sign, each in person. */
async function propose(
  { delegates }: Staff,
  callId: string,
  number: number,
): Promise<{ lead: Person; proposalId: string; signatures: number }> {
  const { subject, seconders: count } = PROPOSALS[number] as (typeof PROPOSALS)[number];
  const lead = at(delegates, number * 4);
  const seconders = Array.from({ length: count }, (_, i) => at(delegates, (number * 4 + i + 1) % 50));
  const { id } = await onceKnown('a delegate may file a proposal', () =>
    lead.post<{ id: string }>('/api/proposals/proposals', {
      callId,
      subject,
      grounds: `教职工多次反映：${subject}。`,
      measures: `请有关部门研究并${subject}。`,
    }),
  );
  await lead.post(`/api/proposals/proposals/${id}/invitations`, { memberIds: seconders.map(({ memberId }) => memberId) });
  for (const seconder of seconders) await seconder.decide(`/api/proposals/proposals/${id}/seconding`);
  await lead.decide(`/api/proposals/proposals/${id}/submission`);
  return { lead, proposalId: id, signatures: 1 + seconders.length };
}

async function review(committee: Person, proposalId: string, number: number): Promise<string | null> {
  const { outcome } = PROPOSALS[number] as (typeof PROPOSALS)[number];
  await committee.decide(`/api/proposals/proposals/${proposalId}/review`, {
    outcome,
    ...(outcome === 'FILED' ? {} : { reason: '属日常管理事项，转有关部门研究。' }),
  });
  return (await committee.get<{ docketNo: string | null }>(`/api/proposals/proposals/${proposalId}`)).docketNo;
}

async function assign({ units }: Staff, committee: Person, proposalId: string, number: number): Promise<void> {
  await committee.decide(`/api/proposals/proposals/${proposalId}/assignment`, {
    leadUnitId: number === OBJECTED ? units.teaching : units.logistics,
    assistingUnitIds: [units.office],
  });
}

/** What the unit asks before it works on it; whoever has it then signs for it. */
async function askAboutWork({ units }: Staff, offices: Offices, proposalId: string, number: number, record: Record): Promise<void> {
  const { committee, handler, teacher } = offices;
  if (number === OBJECTED) {
    const wish = { unitId: units.logistics };
    await askAndAnswer(
      proposalId,
      { handler: teacher, committee },
      { kind: 'objection', reason: '不属于教务。', wish, outcome: 'REASSIGNED' },
    );
    record.step('  the teaching department objects (异议); the committee assigns it to logistics instead');
  }
  if (number === OBJECTED_IN_VAIN) {
    const wish = { unitId: units.office };
    await askAndAnswer(proposalId, { handler, committee }, { kind: 'objection', reason: '应由校办牵头。', wish, outcome: 'RETAINED' });
    record.step('  the department objects (异议); the committee upholds the assignment, with a reason');
  }
  if (PUT_OFF.includes(number)) {
    const { dueOn } = await workOf(committee, proposalId);
    const later = new Date(Date.parse(dueOn) + 7 * DAY_MS).toISOString().slice(0, 10);
    await askAndAnswer(
      proposalId,
      { handler, committee },
      { kind: 'extension', reason: '须先招标。', wish: { dueOn: later }, outcome: 'GRANTED' },
    );
    record.step(`  more time is asked for and granted (延期): ${dueOn} → ${(await workOf(committee, proposalId)).dueOn}`);
  }
  await handler.decideOnWork(`/api/proposals/proposals/${proposalId}`, 'acknowledgement');
}

async function answer(handler: Person, proposalId: string): Promise<void> {
  await handler.decideOnWork(`/api/proposals/proposals/${proposalId}`, 'reply', {
    text: '已采纳，本学期内落实。',
    resultCategory: 'SOLVED',
    channel: 'WRITTEN',
  });
}

async function rate(lead: Person, proposalId: string, result: 'SATISFIED' | 'BASICALLY' | 'DISSATISFIED'): Promise<void> {
  const proposal = `/api/proposals/proposals/${proposalId}`;
  const { confirmation } = await confirmed(lead, 'rate-reply', (await lead.workOn(proposal)).id);
  await lead.decideOnWork(proposal, 'rating', { attitude: 'SATISFIED', result, confirmation });
}

/** Ended by the committee; after the last round with the meeting of both sides. */
async function finish({ committee, handler }: Offices, lead: Person, proposalId: string, isEscalated: boolean): Promise<void> {
  const proposal = `/api/proposals/proposals/${proposalId}`;
  if (!isEscalated) {
    await committee.decideOnWork(proposal, 'ending');
    return;
  }
  const present = [committee, handler, lead].map(({ memberId }) => memberId);
  const metOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  await committee.decideOnWork(proposal, 'meeting', { metOn, present, minutes: '已当面沟通，列入下年度计划。', outcome: 'PLANNED' });
}
