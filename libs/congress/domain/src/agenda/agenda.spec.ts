import { civilDate } from '@plenum/calendar';
import type { Authority } from '../policy.js';
import {
  adoptByBallot,
  adoptByHands,
  type Agenda,
  AGENDA_ACTIONS,
  type AgendaAction,
  type AgendaChange,
  type AgendaContext,
  agreeAgenda,
  allowedOnAgenda,
  itemsShownTo,
  newAgenda,
  reopenAgenda,
  restoreAgenda,
  reviseAgenda,
  standingAdoption,
  withdrawAdoption,
} from './agenda.js';
import { AGENDA_ITEM_RULES, AGENDA_LIMITS, type AgendaItem, lackingOf, missingReports } from './agenda-items.js';
import { AGENDA_ITEM_KINDS, AGENDA_STATES, type AgendaState } from '../congress.vocabulary.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const faulty = (...faults: readonly (readonly [field: string, reason: string])[]) =>
  expect.objectContaining({ faults: faults.map(([field, reason]) => ({ field, reason })) });
const MEMBER: Authority = { memberId: 'm1', runsOrganisation: false, runsSession: false };
const SECRETARY: Authority = { ...MEMBER, runsSession: true };
const AT = new Date('2026-03-02T01:00:00Z');
const TODAY = civilDate('2026-03-02');
const AGREEMENT = { party: '校长办公会', on: TODAY };

const context = (given: Partial<AgendaContext> = {}): AgendaContext => ({
  session: { state: 'OPEN', quorum: { num: 2, den: 3, inclusive: true } },
  entitled: 57,
  present: 48,
  at: AT,
  today: TODAY,
  ...given,
});
const REPORT: AgendaItem = { id: 'i1', kind: 'REPORT', title: '学校工作报告', speaker: '校长', standing: 'WORK', minutes: 40, vote: null };
const DECISION: AgendaItem = {
  id: 'i2',
  kind: 'DECIDE',
  title: '绩效工资分配方案（修订）',
  speaker: '',
  standing: null,
  minutes: 30,
  vote: 'SECRET',
};
const collected = (items: readonly AgendaItem[] = [REPORT, DECISION]): Agenda =>
  reviseAgenda(newAgenda({ id: 'a1', organisationId: 'o1', sessionId: 's1' }), SECRETARY, items, context()).after;
const agreed = (): Agenda => agreeAgenda(collected(), SECRETARY, AGREEMENT, context()).after;
const HANDS = { inFavour: 40, against: 5, abstained: 3, present: null };
const adopted = (): Agenda => adoptByHands(agreed(), SECRETARY, HANDS, context()).after;
const reopened = (): Agenda => reopenAgenda(adopted(), SECRETARY, '教育局来文，增加一项', context()).after;
const IN: Readonly<Record<AgendaState, () => Agenda>> = { COLLECTING: reopened, AGREED: agreed, ADOPTED: adopted };
const TAKE: Readonly<Record<AgendaAction, (it: Agenda, by: Authority, around: AgendaContext) => AgendaChange>> = {
  revise: (it, by, around) => reviseAgenda(it, by, [REPORT], around),
  agree: (it, by, around) => agreeAgenda(it, by, AGREEMENT, around),
  adopt: (it, by, around) => adoptByHands(it, by, HANDS, around),
  reopen: (it, by, around) => reopenAgenda(it, by, '补充', around),
  restore: restoreAgenda,
};
/** What follows, written down a second time; for `restore` something must have been adopted, which `AGREED` of the first time has not. */
const TABLE: Readonly<Record<AgendaState, Partial<Record<AgendaAction, AgendaState>>>> = {
  COLLECTING: { revise: 'COLLECTING', agree: 'AGREED', restore: 'ADOPTED' },
  AGREED: { adopt: 'ADOPTED', reopen: 'COLLECTING' },
  ADOPTED: { reopen: 'COLLECTING' },
};
const CELLS = AGENDA_STATES.flatMap((state) => AGENDA_ACTIONS.map((action) => [state, action] as const));

describe('the table of agendas', () => {
  it.each(CELLS)('%s: %s', (state, action) => {
    const agenda = IN[state]();
    const next = TABLE[state][action];
    expect(allowedOnAgenda(agenda, SECRETARY, context()).includes(action)).toBe(next !== undefined);
    expect(allowedOnAgenda(agenda, MEMBER, context())).toEqual([]);
    expect(() => TAKE[action](agenda, MEMBER, context())).toThrow(refused('congress.forbidden'));
    if (next) expect(TAKE[action](agenda, SECRETARY, context()).after).toMatchObject({ state: next, version: agenda.version + 1 });
    else expect(() => TAKE[action](agenda, SECRETARY, context())).toThrow(refused('congress.agenda-state', { action, state }));
  });

  it.each(CELLS)('%s: %s is over with the session', (state, action) => {
    const over = context({ session: { ...context().session, state: 'CLOSED' } });
    expect(allowedOnAgenda(IN[state](), SECRETARY, over)).toEqual([]);
    if (TABLE[state][action])
      expect(() => TAKE[action](IN[state](), SECRETARY, over)).toThrow(refused('congress.session-state', expect.anything() as object));
  });
});

describe('the topics', () => {
  it('keep the punctuation of their titles, and nothing that is not seen', () => {
    const [item] = collected([{ ...DECISION, title: '  《绩效工资分配方案》  （修订） ' }]).items;
    expect(item?.title).toBe('《绩效工资分配方案》 （修订）');
    expect(() => collected([{ ...REPORT, title: '学校\u202e工作' }])).toThrow(faulty(['items.0.title', 'form']));
  });

  it('have what their kind can have, each report of the year once', () => {
    const bad: readonly AgendaItem[] = [
      { ...REPORT, id: 'b0', title: ' ', vote: 'HANDS' },
      { ...REPORT, id: 'b1', minutes: -1 },
      { ...DECISION, id: 'b2', kind: 'ELECT', standing: 'UNION', vote: 'HANDS', speaker: '甲'.repeat(AGENDA_LIMITS.speakerLength + 1) },
      { ...DECISION, id: 'b2', title: '甲'.repeat(AGENDA_LIMITS.titleLength + 1) },
    ];
    expect(() => collected(bad)).toThrow(
      faulty(
        ['items.0.title', 'required'],
        ['items.0.vote', 'not-of-this-kind'],
        ['items.1.minutes', 'range'],
        ['items.1.standing', 'twice'],
        ['items.2.speaker', 'too-long'],
        ['items.2.standing', 'not-of-this-kind'],
        ['items.2.vote', 'not-of-this-kind'],
        ['items.3.title', 'too-long'],
        ['items.3.id', 'twice'],
      ),
    );
    const many = Array.from({ length: AGENDA_LIMITS.items + 1 }, (_, nth) => ({ ...DECISION, id: `m${nth}` }));
    expect(() => collected(many)).toThrow(faulty(['items', 'too-many']));
  });

  it.each(AGENDA_ITEM_KINDS)('%s lacks what it needs', (kind) => {
    const bare = { ...DECISION, kind, speaker: '', vote: null };
    const { speaker, votes } = AGENDA_ITEM_RULES[kind];
    expect(lackingOf(bare)).toEqual([...(speaker === 'needs' ? ['speaker'] : []), ...(votes.length > 0 ? ['vote'] : [])]);
    expect(lackingOf({ ...bare, speaker: '某人', vote: votes[0] ?? null })).toEqual([]);
  });

  it('do not have to be the four reports, but which are missing is said', () => {
    expect(missingReports([])).toEqual(['WORK', 'FINANCE', 'UNION', 'PROPOSALS']);
    expect(missingReports([REPORT, { ...REPORT, standing: 'PROPOSALS' }])).toEqual(['FINANCE', 'UNION']);
  });
});

describe('an agreement with the school', () => {
  it('is of complete topics, with somebody, and not of tomorrow', () => {
    const empty = newAgenda({ id: 'a1', organisationId: 'o1', sessionId: 's1' });
    expect(() => agreeAgenda(empty, SECRETARY, AGREEMENT, context())).toThrow(
      refused('congress.agenda-incomplete', { lacking: ['items:0'] }),
    );
    const lacking = collected([
      { ...REPORT, speaker: '' },
      { ...DECISION, vote: null },
    ]);
    expect(allowedOnAgenda(lacking, SECRETARY, context())).toEqual(['revise']);
    expect(() => agreeAgenda(lacking, SECRETARY, AGREEMENT, context())).toThrow(
      refused('congress.agenda-incomplete', { lacking: ['speaker:1', 'vote:2'] }),
    );
    expect(() => agreeAgenda(collected(), SECRETARY, { ...AGREEMENT, party: ' ' }, context())).toThrow(faulty(['party', 'required']));
    expect(() => agreeAgenda(collected(), SECRETARY, { ...AGREEMENT, on: civilDate('2026-03-03') }, context())).toThrow(
      faulty(['on', 'in-the-future']),
    );
    expect(agreed()).toMatchObject({ state: 'AGREED', agreement: AGREEMENT });
  });
});

describe('the vote of the congress', () => {
  it('by hands adopts with half of all delegates, and keeps base and figures', () => {
    const enough = adoptByHands(agreed(), SECRETARY, { ...HANDS, inFavour: 29, against: 0, abstained: 0 }, context());
    expect(enough).toMatchObject({ after: { state: 'ADOPTED' }, events: [{ type: 'AgendaAdopted' }] });
    expect(standingAdoption(enough.after)).toMatchObject({
      hands: { inFavour: 29, present: 48, entitled: 57, needed: 29 },
      items: [REPORT, DECISION],
    });
  });

  it('by too few hands stays on record, and adopts nothing', () => {
    const few = adoptByHands(agreed(), SECRETARY, { ...HANDS, inFavour: 28 }, context());
    expect(few).toMatchObject({ after: { state: 'AGREED', adoptions: [{ passed: false }] }, events: [{ type: 'AgendaRejected' }] });
    expect(standingAdoption(few.after)).toBeNull();
  });

  it('is of those who are present, and of enough of them', () => {
    expect(() => adoptByHands(agreed(), SECRETARY, { ...HANDS, inFavour: 41 }, context())).toThrow(
      refused('congress.hands-above-present', { hands: 49, present: 48 }),
    );
    expect(() => adoptByHands(agreed(), SECRETARY, { ...HANDS, inFavour: 29 }, context({ present: 37 }))).toThrow(
      refused('congress.not-quorate', { present: 37, needed: 38 }),
    );
  });

  it('before the desk is open is of those whom the record of the preparatory meeting names', () => {
    const before = context({ session: { ...context().session, state: 'SET_UP' }, present: null });
    expect(() => adoptByHands(agreed(), SECRETARY, HANDS, before)).toThrow(faulty(['present', 'required']));
    expect(() => adoptByHands(agreed(), SECRETARY, { ...HANDS, present: 58 }, before)).toThrow(
      refused('congress.hands-above-present', { hands: 58, present: 57 }),
    );
    expect(adoptByHands(agreed(), SECRETARY, { ...HANDS, present: 50 }, before).after.adoptions[0]?.hands?.present).toBe(50);
    // Once it is open, what was typed does not count against the desk.
    expect(adoptByHands(agreed(), SECRETARY, { ...HANDS, present: 57 }, context()).after.adoptions[0]?.hands?.present).toBe(48);
  });

  it('without a delegate decides nothing', () => {
    const nobody = context({ entitled: 0, present: 0 });
    const none = { inFavour: 0, against: 0, abstained: 0, present: null };
    expect(() => adoptByHands(agreed(), SECRETARY, none, nobody)).toThrow(refused('congress.not-quorate', { present: 0, needed: 1 }));
  });

  it('by ballot takes one of this session that was carried and stands', () => {
    const ballot = { ballotId: 'b1', sessionId: 's1', passed: true, annulled: false };
    const adopt = (one: typeof ballot | null) => adoptByBallot(agreed(), SECRETARY, one, context());
    expect(() => adopt(null)).toThrow(refused('congress.not-found', { object: 'ballot' }));
    expect(() => adopt({ ...ballot, sessionId: 's2' })).toThrow(refused('congress.not-found', { object: 'ballot' }));
    expect(() => adopt({ ...ballot, passed: false })).toThrow(refused('congress.adopting-ballot', { reason: 'not-passed' }));
    expect(() => adopt({ ...ballot, annulled: true })).toThrow(refused('congress.adopting-ballot', { reason: 'annulled' }));
    expect(adopt(ballot).after).toMatchObject({ state: 'ADOPTED', adoptions: [{ way: 'BALLOT', ballotId: 'b1', hands: null }] });
  });
});

describe('what was adopted', () => {
  it('stands while it is changed, until something else is adopted', () => {
    const open = reopened();
    expect(open).toMatchObject({ agreement: null, reopenedFor: '教育局来文，增加一项' });
    const changed = reviseAgenda(open, SECRETARY, [REPORT], context()).after;
    expect(standingAdoption(changed)?.items).toEqual([REPORT, DECISION]);
    expect(itemsShownTo(changed, MEMBER)).toEqual([REPORT, DECISION]);
    expect(itemsShownTo(changed, SECRETARY)).toEqual([REPORT]);
    const again = agreeAgenda(changed, SECRETARY, AGREEMENT, context()).after;
    expect(standingAdoption(adoptByHands(again, SECRETARY, HANDS, context()).after)?.items).toEqual([REPORT]);
    expect(() => reopenAgenda(adopted(), SECRETARY, ' ', context())).toThrow(faulty(['reason', 'required']));
  });

  it('comes back where the changes are given up', () => {
    const changed = reviseAgenda(reopened(), SECRETARY, [REPORT], context()).after;
    expect(restoreAgenda(changed, SECRETARY, context()).after).toMatchObject({
      state: 'ADOPTED',
      items: [REPORT, DECISION],
      reopenedFor: null,
    });
    expect(() => restoreAgenda(collected(), SECRETARY, context())).toThrow(refused('congress.agenda-state'));
  });

  it('is not seen by delegates while its topics are first collected', () => {
    expect(itemsShownTo(collected(), MEMBER)).toEqual([]);
    expect(itemsShownTo(agreed(), MEMBER)).toEqual([REPORT, DECISION]);
  });

  it('by a ballot that is annulled is adopted no longer; what was before it stands again', () => {
    const ballot = { ballotId: 'b1', sessionId: 's1', passed: true, annulled: false };
    const byBallot = adoptByBallot(agreed(), SECRETARY, ballot, context()).after;
    expect(withdrawAdoption(byBallot, 'b2')).toBeNull();
    const withdrawn = withdrawAdoption(byBallot, 'b1');
    expect(withdrawn?.after).toMatchObject({ state: 'AGREED', adoptions: [{ withdrawn: true }] });
    expect(withdrawn && standingAdoption(withdrawn.after)).toBeNull();
    expect(withdrawn && withdrawAdoption(withdrawn.after, 'b1')).toBeNull();
    const second = agreeAgenda(reopened(), SECRETARY, AGREEMENT, context()).after;
    const twice = withdrawAdoption(adoptByBallot(second, SECRETARY, ballot, context()).after, 'b1');
    expect(twice && standingAdoption(twice.after)?.way).toBe('HANDS');
    const being = withdrawAdoption(reopenAgenda(byBallot, SECRETARY, '补充', context()).after, 'b1');
    expect(being?.after.state).toBe('COLLECTING');
  });
});
