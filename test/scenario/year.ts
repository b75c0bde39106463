import { dayOf } from '@plenum/calendar';
import { unzipSync } from 'fflate';
import type { Person } from '../lib/api-client.js';
import { onceKnown } from '../lib/organisation.js';
import { mergeThree, type Merged } from './merging.js';
import { at, inParallel } from './order.js';
import type { Record } from './record.js';
import type { Staff } from './staff.js';

/** Of the year's 74 (P16, DOMAIN 4.4) those that come on paper: with the eleven of the call 52 are filed and 22 passed on. */
const ON_PAPER = { filed: 44, suggestions: 19 };
/** A city council's ledger (DOMAIN 4.5): 23 promises, 16 of them done (69.6 %), the others carried into the next session's report. */
const PROMISE = '年内完成设施改造。';
const PROMISES = { made: 23, done: 16, carried: 7 };
/** Who proposes on paper, in the order of the roster; the next two sign with them. */
const PROPOSERS = 50;

const PROPOSALS = '/api/proposals/proposals';
const COMMITMENTS = '/api/proposals/commitments';

/** Who works on what: the committee, and the handlers of the units that are given it in turn. */
export interface Desks {
  readonly committee: Person;
  readonly units: readonly { readonly unitId: string; readonly handler: Person }[];
}

/** What became of the year's papers. */
export interface Papers {
  readonly assigned: readonly string[];
  readonly merged: Merged;
}

interface Version {
  readonly id: string;
  readonly version: number;
}

interface Promised extends Version {
  readonly unit: { readonly id: string };
}

interface Fates {
  readonly made: number;
  readonly due: number;
  readonly done: number;
  readonly explained: number;
  readonly carried: number;
  readonly open: number;
}

interface Bulk {
  readonly results: readonly { readonly done: Version | null; readonly problem: object | null }[];
}

/** The rest of the year comes on paper: entered by the committee, reviewed and routed in bulk, three of it merged, all of it answered. */
export async function followPapers(staff: Staff, callId: string, desks: Desks, record: Record): Promise<Papers> {
  const { committee, units } = desks;
  const entered = await enterPapers(staff, callId, committee);
  record.step(`${entered.length} more come on paper in the year; the committee enters them for their proposers, three names on each`);
  const filed = await inBulk(committee, 'reviews', entered.slice(0, ON_PAPER.filed), { outcome: 'FILED' });
  const passedOn = await inBulk(committee, 'reviews', entered.slice(ON_PAPER.filed), {
    outcome: 'SUGGESTION',
    reason: '与提案人沟通后，转有关部门研究。',
  });
  record.step(`it reviews them in bulk: ${filed.length} filed, ${passedOn.length} passed on as suggestions (意见建议)`);

  const alike = [at(filed, 0).id, at(filed, 3).id, at(filed, 6).id] as const; // Nobody signed two of them.
  const merged = await mergeThree(staff, committee, alike, record);
  const others = filed.filter(({ id }) => !alike.includes(id));
  const left = [await committee.get<Version>(`${PROPOSALS}/${merged.into}`), ...others, ...passedOn];
  const routes = units.map((unit, nth) => ({ ...unit, items: left.filter((_, place) => place % units.length === nth) }));
  for (const { unitId, items } of routes) await inBulk(committee, 'assignments', items, { leadUnitId: unitId });
  await answerAll(routes);
  record.step(
    `${left.length} are assigned in bulk and answered by ${routes.length} departments, ${PROMISES.made} of them with a promise (承诺)`,
  );
  return { assigned: left.map(({ id }) => id), merged };
}

/** Each by another of the roster, with the next two: the first, the fourth and the seventh have no name in common. */
function enterPapers({ delegates }: Staff, callId: string, committee: Person): Promise<readonly Version[]> {
  const receivedOn = dayOf(new Date());
  const forms = Array.from({ length: ON_PAPER.filed + ON_PAPER.suggestions }, (_, nth) => nth);
  return inParallel(forms, (nth) => {
    const [leadProposerId, ...seconderIds] = [0, 1, 2].map((next) => at(delegates, (nth + next) % PROPOSERS).memberId);
    return committee.post<Version>(`${PROPOSALS}/paper`, {
      callId,
      leadProposerId,
      seconderIds,
      receivedOn,
      subject: `关于改进第 ${nth + 1} 教学区公共设施的提案`,
      grounds: '教职工多次反映，现有设施不能满足需要。',
      measures: '请有关部门研究并改进。',
    });
  });
}

/** Does the same to many. @throws Error where one is refused */
async function inBulk(
  committee: Person,
  deed: 'reviews' | 'assignments',
  those: readonly Version[],
  said: object,
): Promise<readonly Version[]> {
  const items = those.map(({ id: proposalId, version }) => ({ proposalId, version }));
  const { results } = await committee.post<Bulk>(`${PROPOSALS}/${deed}`, { items, ...said });
  return results.map(({ done, problem }) => {
    if (done === null) throw new Error(`one of the ${deed} was refused: ${JSON.stringify(problem)}`);
    return done;
  });
}

/** Every unit answers what it was given; the first of the answers promise something. */
async function answerAll(routes: readonly { readonly handler: Person; readonly items: readonly Version[] }[]): Promise<void> {
  const answers = routes.flatMap(({ handler, items }) => items.map(({ id }) => ({ handler, id })));
  const promise = { promise: PROMISE, due: { kind: 'date', date: dayOf(new Date()) } };
  await inParallel(answers, ({ handler, id }, nth) =>
    handler.decideOnWork(`${PROPOSALS}/${id}`, 'reply', {
      text: nth < PROMISES.made ? '已列入计划，年内完成。' : '已落实。',
      resultCategory: nth < PROMISES.made ? 'PLANNED' : 'SOLVED',
      channel: 'WRITTEN',
      promises: nth < PROMISES.made ? [promise] : [],
    }),
  );
}

/** What was promised is done, with its evidence, or carried on: the next session's report opens with it. */
export async function keepPromises(staff: Staff, { committee, units }: Desks, record: Record): Promise<void> {
  const { items } = await committee.get<{ items: readonly Promised[] }>(`${COMMITMENTS}?sessionId=${staff.sessionId}&pageSize=100`);
  await inParallel(items.slice(0, PROMISES.done), async ({ id, unit, version }) => {
    const { handler } = units.find(({ unitId }) => unitId === unit.id)!;
    const said = { settlement: 'DONE', text: '改造完成，验收单附后。', version };
    const reported = await handler.post<Version>(`${COMMITMENTS}/${id}/report`, said);
    await committee.post(`${COMMITMENTS}/${id}/acceptance`, { version: reported.version });
  });
  const dueOn = dayOf(new Date(Date.now() + 365 * 86_400_000));
  await inParallel(items.slice(PROMISES.done), ({ id, version }) =>
    committee.post(`${COMMITMENTS}/${id}/carrying`, { dueOn, reason: '须跨年度实施，转入下一年度。', version }),
  );
  record.step(`${PROMISES.done} promises are kept and accepted with their evidence, the others carried on to ${dueOn}`);

  const next = await setUpNextSession(staff);
  const { made, due, done, explained, carried, open } = await onceKnown('the next session is known', () =>
    committee.get<Fates>(`${COMMITMENTS}/carry-over?beforeSessionId=${next}`),
  );
  record.step('the fourth session of the term (二届四次) is set up: its report opens with what was promised before it');
  record.fact('promises (承诺): made and due, done, carried on', [made, due, done, carried], [23, 23, 16, 7]);
  record.fact('promises explained, and left open', [explained, open], [0, 0]);
  const opening = '到期 23 项，已落实 16 项，落实率 69.6%（16/23）；说明原因 0 项，结转 7 项，尚未了结 0 项。';
  const report = await reportOn(staff.organisation.secretary, next);
  record.fact('the next session’s report opens with them', /历次会议承诺事项(.*?。)/.exec(report)?.[1], opening);
  record.fact('and names those carried on', report.split(PROMISE).length - 1, PROMISES.carried);
}

async function setUpNextSession({ organisation: { secretary }, termId }: Staff): Promise<string> {
  const opening = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const { id } = await secretary.post<{ id: string }>('/api/congress/sessions', {
    termId,
    sessionNo: 4,
    title: '二届四次教职工代表大会',
    opensAt: opening(365),
    closesAt: opening(368),
    quorum: { num: 2, den: 3, inclusive: true },
  });
  return id;
}

/** The words of the report on review and handling of a session. */
async function reportOn(secretary: Person, sessionId: string): Promise<string> {
  const cutOff = encodeURIComponent(new Date().toISOString());
  const file = await secretary.download(`/api/proposals/reports/report.docx?sessionId=${sessionId}&cutOff=${cutOff}`);
  const document = new TextDecoder().decode(unzipSync(file)['word/document.xml']);
  return document.replaceAll(/<[^>]+>/g, '');
}
