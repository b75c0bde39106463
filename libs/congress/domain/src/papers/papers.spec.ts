import { civilDate } from '@plenum/calendar';
import type { AgendaItem } from '../agenda/agenda-items.js';
import type { Authority } from '../policy.js';
import {
  allowedOnPaper,
  bringPaper,
  bringVersion,
  lastDayOf,
  latePapers,
  noPapers,
  openingDay,
  PAPER_ACTIONS,
  PAPER_LIMITS,
  PAPER_STATES,
  type Paper,
  type PaperAction,
  type PapersChange,
  papersRefusal,
  type PaperState,
  paperState,
  sendPapers,
  setPapersRule,
  type SessionPapers,
  USUAL_PAPERS_RULE,
  versionsShownTo,
  withdrawPaper,
} from './papers.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const faulty = (field: string, reason: string) => expect.objectContaining({ faults: [{ field, reason }] });
const MEMBER: Authority = { memberId: 'm1', runsOrganisation: false, runsSession: false };
const SECRETARY: Authority = { ...MEMBER, memberId: 's1', runsSession: true };
const AT = new Date('2026-03-10T02:00:00Z');
const CONTEXT = { session: { state: 'SET_UP' }, at: AT, itemIds: new Set(['i1']) } as const;
const OVER = { ...CONTEXT, session: { state: 'CLOSED' } } as const;
const fileOf = (sha256: string) => ({ kind: 'pdf', bytes: 1_000, sha256 }) as const;
const GIVEN = { id: 'p1', itemId: 'i1', title: '绩效工资分配方案（草案）', file: fileOf('aa') };

const empty = (): SessionPapers => noPapers({ id: 'd1', organisationId: 'o1', sessionId: 's1', rule: USUAL_PAPERS_RULE });
const brought = (): SessionPapers => bringPaper(empty(), SECRETARY, GIVEN, CONTEXT).after;
const sent = (at = AT): SessionPapers => sendPapers(brought(), SECRETARY, ['p1'], { ...CONTEXT, at }).after;
const withdrawn = (): SessionPapers => withdrawPaper(sent(), SECRETARY, 'p1', '改为下次会议讨论', CONTEXT).after;
const first = ({ papers }: SessionPapers): Paper => papers[0] as Paper;
const IN: Readonly<Record<PaperState, () => SessionPapers>> = { DRAFT: brought, SENT: sent, WITHDRAWN: withdrawn };
const TAKE: Readonly<Record<PaperAction, (it: SessionPapers, by: Authority, context: typeof CONTEXT | typeof OVER) => PapersChange>> = {
  'bring-version': (it, by, context) => bringVersion(it, by, 'p1', fileOf('bb'), context),
  send: (it, by, context) => sendPapers(it, by, ['p1'], context),
  withdraw: (it, by, context) => withdrawPaper(it, by, 'p1', '撤回', context),
};
const TABLE: Readonly<Record<PaperState, Partial<Record<PaperAction, PaperState>>>> = {
  DRAFT: { 'bring-version': 'DRAFT', send: 'SENT', withdraw: 'WITHDRAWN' },
  SENT: { 'bring-version': 'DRAFT', withdraw: 'WITHDRAWN' },
  WITHDRAWN: {},
};
const CELLS = PAPER_STATES.flatMap((state) => PAPER_ACTIONS.map((action) => [state, action] as const));

describe('the table of papers', () => {
  it.each(CELLS)('%s: %s', (state, action) => {
    const papers = IN[state]();
    const next = TABLE[state][action];
    expect(allowedOnPaper(first(papers), SECRETARY, CONTEXT).includes(action)).toBe(next !== undefined);
    expect(allowedOnPaper(first(papers), MEMBER, CONTEXT)).toEqual([]);
    expect(() => TAKE[action](papers, MEMBER, CONTEXT)).toThrow(refused('congress.forbidden'));
    if (!next) {
      expect(() => TAKE[action](papers, SECRETARY, CONTEXT)).toThrow(refused('congress.paper-state', { action, state }));
      return;
    }
    const { after } = TAKE[action](papers, SECRETARY, CONTEXT);
    expect([paperState(first(after)), after.version]).toEqual([next, papers.version + 1]);
    expect(() => TAKE[action](papers, SECRETARY, OVER)).toThrow(refused('congress.session-state'));
  });
});

describe('a paper', () => {
  it('is brought in for an item of the agenda, by those who prepare the session', () => {
    expect(first(brought())).toMatchObject({ title: '绩效工资分配方案（草案）', versions: [{ nth: 1, by: 's1', sentAt: null }] });
    expect(() => bringPaper(empty(), SECRETARY, { ...GIVEN, itemId: 'i2' }, CONTEXT)).toThrow(
      refused('congress.not-found', { object: 'item' }),
    );
    expect(() => bringPaper(empty(), MEMBER, GIVEN, CONTEXT)).toThrow(refused('congress.forbidden'));
    expect(() => bringPaper(empty(), SECRETARY, { ...GIVEN, title: ' ' }, CONTEXT)).toThrow(faulty('title', 'required'));
    expect(() => bringPaper(empty(), SECRETARY, { ...GIVEN, title: '甲'.repeat(201) }, CONTEXT)).toThrow(faulty('title', 'too-long'));
    expect(papersRefusal(SECRETARY, OVER)).toMatchObject({ code: 'congress.session-state' });
    expect(papersRefusal(SECRETARY, CONTEXT)).toBeNull();
  });

  it('keeps all its versions; delegates see what was sent out of them', () => {
    const two = bringVersion(sent(), SECRETARY, 'p1', fileOf('bb'), CONTEXT).after;
    expect(first(two).versions.map(({ nth, sha256 }) => [nth, sha256])).toEqual([
      [1, 'aa'],
      [2, 'bb'],
    ]);
    expect(versionsShownTo(first(two), MEMBER).map(({ nth }) => nth)).toEqual([1]);
    expect(versionsShownTo(first(two), SECRETARY).map(({ nth }) => nth)).toEqual([1, 2]);
    expect(versionsShownTo(first(withdrawn()), MEMBER)).toEqual([]);
    expect(() => bringVersion(two, SECRETARY, 'p1', fileOf('bb'), CONTEXT)).toThrow(
      refused('congress.paper-known', { title: '绩效工资分配方案（草案）' }),
    );
    expect(() => bringVersion(two, SECRETARY, 'p2', fileOf('cc'), CONTEXT)).toThrow(refused('congress.not-found', { object: 'paper' }));
    const again = sendPapers(two, SECRETARY, ['p1', 'p1'], { ...CONTEXT, at: new Date('2026-03-11T02:00:00Z') });
    expect(again.events).toMatchObject([{ type: 'PapersSent', papers: [{ id: 'p1' }] }]);
    expect(first(again.after).versions.map(({ sentAt }) => sentAt)).toEqual([AT, new Date('2026-03-11T02:00:00Z')]);
    expect(() => sendPapers(brought(), SECRETARY, [], CONTEXT)).toThrow(faulty('paperIds', 'required'));
  });

  it('has limits', () => {
    const many = { ...empty(), papers: Array.from({ length: PAPER_LIMITS.papers }, () => first(brought())) };
    expect(() => bringPaper(many, SECRETARY, GIVEN, CONTEXT)).toThrow(refused('congress.too-many-papers', { most: 100 }));
    const versions = Array.from({ length: PAPER_LIMITS.versions }, () => first(brought()).versions[0]!);
    const worn = { ...brought(), papers: [{ ...first(brought()), versions }] };
    expect(() => bringVersion(worn, SECRETARY, 'p1', fileOf('bb'), CONTEXT)).toThrow(refused('congress.too-many-papers', { most: 30 }));
    const large = { ...fileOf('cc'), bytes: PAPER_LIMITS.sessionBytes };
    expect(() => bringVersion(brought(), SECRETARY, 'p1', large, CONTEXT)).toThrow(refused('congress.papers-full', { mebibytes: 300 }));
  });

  it('is withdrawn for a reason', () => {
    expect(() => withdrawPaper(sent(), SECRETARY, 'p1', ' ', CONTEXT)).toThrow(faulty('reason', 'required'));
    expect(first(withdrawn()).withdrawnFor).toBe('改为下次会议讨论');
  });
});

describe('the rule of papers', () => {
  it('says how many days before, and by which clause', () => {
    const { rule } = setPapersRule(empty(), SECRETARY, { days: 5, clause: ' 某市条例第十条 ' }, CONTEXT).after;
    expect(rule).toEqual({ days: 5, clause: '某市条例第十条' });
    expect(lastDayOf(rule, civilDate('2026-03-20'))).toBe('2026-03-15');
    for (const days of [0, 31, 5.5])
      expect(() => setPapersRule(empty(), SECRETARY, { days, clause: '' }, CONTEXT)).toThrow(faulty('days', 'range'));
    expect(() => setPapersRule(empty(), SECRETARY, { days: 5, clause: '甲'.repeat(101) }, CONTEXT)).toThrow(faulty('clause', 'too-long'));
    expect(() => setPapersRule(empty(), MEMBER, USUAL_PAPERS_RULE, CONTEXT)).toThrow(refused('congress.forbidden'));
  });

  const ITEM: AgendaItem = { id: 'i1', kind: 'DECIDE', title: '方案', speaker: '', standing: null, minutes: 0, vote: 'SECRET' };
  const AGREED = { state: 'AGREED', items: [ITEM], adoptions: [] } as const;
  const late = (papers: SessionPapers, agenda: Parameters<typeof latePapers>[1] = AGREED, zone = 'Asia/Shanghai') =>
    latePapers(papers, agenda, { opensOn: civilDate('2026-03-20'), zone }).map(({ id }) => id);

  it('finds late what was not sent, or after the last day of the organisation', () => {
    expect(late(brought())).toEqual(['p1']);
    expect(late(sent(new Date('2026-03-13T15:59:59Z')))).toEqual([]); // 23:59 of the 13th in Shanghai.
    expect(late(sent(new Date('2026-03-13T16:00:00Z')))).toEqual(['p1']);
    expect(late(sent(new Date('2026-03-13T16:00:00Z')), AGREED, 'UTC')).toEqual([]);
  });

  it('counts from the day that is planned, from a later one where that has passed, and from that of the opening once it was', () => {
    const planned = { opensAt: new Date('2026-03-20T00:30:00Z'), openedAt: null };
    const day = (given: Parameters<typeof openingDay>[0], at: string) => openingDay(given, new Date(at), 'Asia/Shanghai');
    expect(day(planned, '2026-03-10T02:00:00Z')).toBe('2026-03-20');
    expect(day(planned, '2026-03-21T16:00:00Z')).toBe('2026-03-22');
    expect(day({ ...planned, openedAt: new Date('2026-03-19T01:00:00Z') }, '2026-03-21T16:00:00Z')).toBe('2026-03-19');
  });

  it('finds late a version that came after the one that was sent', () => {
    expect(late(bringVersion(sent(), SECRETARY, 'p1', fileOf('bb'), CONTEXT).after)).toEqual(['p1']);
  });

  it('asks only for papers of what is agreed or adopted, and not for what was withdrawn', () => {
    expect(late(brought(), { ...AGREED, state: 'COLLECTING' })).toEqual([]);
    expect(late(brought(), { ...AGREED, items: [{ ...ITEM, id: 'i2' }] })).toEqual([]);
    expect(late(withdrawPaper(brought(), SECRETARY, 'p1', '撤回', CONTEXT).after)).toEqual([]);
    const adoption = { way: 'BALLOT', ballotId: 'b', hands: null, passed: true, withdrawn: false, at: AT, items: [ITEM] } as const;
    expect(late(brought(), { state: 'COLLECTING', items: [], adoptions: [adoption] })).toEqual(['p1']);
    expect(late(empty())).toEqual([]);
  });
});
