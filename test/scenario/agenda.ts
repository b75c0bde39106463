import type { Answer } from '../lib/api-client.js';
import type { Record as Minutes } from './record.js';
import { STAFF, type Staff } from './staff.js';

const PLAN = '绩效工资分配方案（草案）';
const REASON = '上级文件昨日才到，各代表团已在会前逐一传阅';
/** On hands that were counted: 57 of 57 are here. */
const HANDS = { inFavour: 52, against: 3, abstained: 2 };
/** Half or more of all 57 delegates. */
const NEEDED = 29;

interface AgendaView {
  readonly state: string;
  readonly version: number;
  readonly items: readonly { readonly id: string; readonly title: string }[];
  readonly missingReports: readonly string[];
  readonly lateOpening: { readonly titles: readonly string[]; readonly reason: string } | null;
  readonly adoptions: readonly { readonly passed: boolean; readonly hands: Readonly<Record<string, number>> | null }[];
}
interface PapersView {
  readonly version: number;
  readonly papers: readonly { readonly id: string; readonly late: boolean }[];
}

/** The topics are collected, agreed with the school, and a paper of one is sent out, later than the rule says. */
export async function agreeOnAgenda({ organisation: { secretary }, sessionId }: Staff, minutes: Minutes): Promise<void> {
  const [agenda, papers] = [`/api/congress/sessions/${sessionId}/agenda`, `/api/congress/sessions/${sessionId}/papers`];
  const report = (standing: string, title: string, speaker: string) => ({ kind: 'REPORT', standing, title, speaker, minutes: 30 });
  const items = [
    report('WORK', '学校工作报告', '校长'),
    report('FINANCE', '学校财务工作报告', '总务主任'),
    report('UNION', '工会工作报告', '工会主席'),
    report('PROPOSALS', '提案审查及处理报告', '提案工作委员会主任'),
    { kind: 'DECIDE', title: '绩效工资分配方案', vote: 'SECRET', minutes: 40 },
    { kind: 'ELECT', title: '选举工会委员会', vote: 'SECRET', minutes: 60 },
    { kind: 'APPRAISE', title: '民主测评学校领导', vote: 'SECRET', minutes: 20 },
  ];
  const collected = await secretary.put<AgendaView>(agenda, { items, version: 0 });
  minutes.fact('reports of the year that are missing on the agenda', collected.missingReports.length, 0);
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const agreed = await secretary.post<AgendaView>(`${agenda}/agreement`, { party: '校长办公会', on, version: collected.version });
  minutes.step(`an agenda of ${agreed.items.length} items is agreed with the school (商定)`);
  const file = new FormData();
  file.append('file', new Blob([`%PDF-1.7\n${PLAN}\n%%EOF`], { type: 'application/pdf' }), 'plan.pdf');
  const itemId = agreed.items[4]?.id ?? '';
  const brought = await secretary.post<PapersView>(`${papers}?itemId=${itemId}&title=${encodeURIComponent(PLAN)}&version=0`, file);
  const paperIds = brought.papers.map(({ id }) => id);
  const sent = await secretary.post<PapersView>(`${papers}/sending`, { paperIds, version: brought.version });
  minutes.step(`${paperIds.length} paper is sent out, after the last day of the rule (七天前)`);
  minutes.fact('papers that are late', sent.papers.filter(({ late }) => late).length, 1);
}

/** The session does not open while the paper is late, until the reason is given, which stands in its record. */
export async function openWithReason({ organisation: { secretary }, sessionId, delegates }: Staff, minutes: Minutes): Promise<void> {
  const session = `/api/congress/sessions/${sessionId}`;
  const shut: Answer = await secretary.ask('POST', `${session}/opening`, await secretary.onWhatIsRead(session));
  const { type, details } = shut.body as { readonly type: string; readonly details: { readonly titles: readonly string[] } };
  minutes.fact('the session stays shut while a paper is late', [shut.status, type, details.titles], [409, 'congress.papers-late', [PLAN]]);
  await secretary.decide(`${session}/opening`, { latePapersReason: REASON });
  const { lateOpening } = await delegates[0]!.get<AgendaView>(`${session}/agenda`);
  minutes.fact('why it opened nevertheless, as a delegate reads it', lateOpening?.reason, REASON);
  minutes.step('the session stays shut until the reason is named (说明原因), and opens');
}

/** The congress adopts its agenda by hands: more than are here are refused, half or more of all carry it. */
export async function adoptAgenda({ organisation: { secretary }, sessionId }: Staff, minutes: Minutes): Promise<void> {
  const agenda = `/api/congress/sessions/${sessionId}/agenda`;
  const { version } = await secretary.get<AgendaView>(agenda);
  const vote = { way: 'HANDS', ...HANDS, version };
  const tooMany: Answer = await secretary.ask('POST', `${agenda}/adoption`, { ...vote, against: 4 });
  minutes.fact('58 hands of 57 present are refused', (tooMany.body as { type: string }).type, 'congress.hands-above-present');
  const { state, adoptions } = await secretary.post<AgendaView>(`${agenda}/adoption`, vote);
  minutes.step('the agenda is adopted by show of hands (举手通过议程)');
  const { inFavour, against, abstained, present, entitled, needed } = adoptions[0]?.hands ?? {};
  const figures = [inFavour, against, abstained, present, entitled, needed];
  minutes.fact('the agenda, and the hands it was adopted by', [state, ...figures], ['ADOPTED', 52, 3, 2, STAFF, STAFF, NEEDED]);
}
