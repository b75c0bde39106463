import { WorkingCalendar } from '@plenum/calendar';
import { decideOnOpinion, judgeReply, publishOpinion, replyToOpinion, unpublishOpinion, withdrawOpinion } from './answering.js';
import { cellsOf, sizeOf } from '../testing/roles.js';
import { OPINION_ROLES, OPINION_TABLE, OPINION_TURNS, type OpinionRole } from '../testing/state-tables.js';
import {
  type Opinion,
  type OpinionChange,
  type OpinionContext,
  OPINION_STATES,
  type OpinionState,
  assertOpinionCurrent,
  opinionNumberText,
} from './opinion.js';
import { BOX_LIMITS, type BoxAuthority, newBox, setBox } from './opinion-box.js';
import { OPINION_ACTIONS, type OpinionAction, allowedOnOpinion, isOfSuggester, judgementOf, opinionScopeOf } from './policy.js';
import { assertMaySuggest, suggest } from './suggesting.js';

const CALENDAR = new WorkingCalendar({ zone: 'Asia/Shanghai' });
const AT = new Date('2026-06-16T02:00:00Z');
const CONTEXT: OpinionContext = { box: newBox('school'), calendar: CALENDAR, at: AT };
const [KITCHEN, LIBRARY] = ['unit-kitchen', 'unit-library'];
const nobody = { reviews: false, handles: [], isOfUnits: false };
const SUGGESTER: BoxAuthority = { ...nobody, memberId: 'suggester' };
const COMMITTEE: BoxAuthority = { ...nobody, memberId: 'committee', reviews: true };
const KITCHEN_DESK: BoxAuthority = { ...nobody, memberId: 'cook', handles: [KITCHEN], isOfUnits: true };
const LIBRARY_DESK: BoxAuthority = { ...nobody, memberId: 'librarian', handles: [LIBRARY], isOfUnits: true };
const BOTH: BoxAuthority = { ...COMMITTEE, memberId: 'both', isOfUnits: true };
const STRANGER: BoxAuthority = { ...nobody, memberId: 'stranger' };
const PUT_IN = { id: 'opinion', organisationId: 'school', suggesterId: 'suggester', subject: ' Soup ', text: ' It is cold. ' };
const WORDS = { subject: 'Soup', text: 'Colleagues find it cold.', reply: 'A second stove.' };
const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });

const received = (): Opinion => suggest(PUT_IN, { year: 2026, nth: 7 }, CONTEXT).opinion;
const routed = (from = received(), unitId = KITCHEN): Opinion =>
  decideOnOpinion(from, COMMITTEE, { outcome: 'ROUTED', unitId, due: null, reason: null }, CONTEXT).opinion;
const accepted = (): Opinion => decideOnOpinion(received(), COMMITTEE, { outcome: 'ACCEPTED', reason: null }, CONTEXT).opinion;
const replied = (from = routed()): Opinion => replyToOpinion(from, KITCHEN_DESK, ' A second stove. ', CONTEXT).opinion;
const judged = (helped: boolean): Opinion => judgeReply(replied(), SUGGESTER, { helped, comment: null }, CONTEXT).opinion;
const IN: Readonly<Record<OpinionState, () => Opinion>> = {
  RECEIVED: received,
  ACCEPTED: accepted,
  ROUTED: () => routed(),
  REPLIED: () => replied(),
  JUDGED: () => judged(false),
  DECLINED: () => decideOnOpinion(received(), COMMITTEE, { outcome: 'DECLINED', reason: 'Not ours.' }, CONTEXT).opinion,
  HINT: () => decideOnOpinion(received(), COMMITTEE, { outcome: 'HINT', words: WORDS, reason: null }, CONTEXT).opinion,
  WITHDRAWN: () => withdrawOpinion(received(), SUGGESTER, CONTEXT).opinion,
};
const TAKE: Readonly<Record<OpinionAction, (it: Opinion, by: BoxAuthority) => OpinionChange>> = {
  decide: (it, by) => decideOnOpinion(it, by, { outcome: 'ROUTED', unitId: LIBRARY, due: null, reason: null }, CONTEXT),
  reply: (it, by) => replyToOpinion(it, by, 'A second stove.', CONTEXT),
  judge: (it, by) => judgeReply(it, by, { helped: true, comment: ' Thanks. ' }, CONTEXT),
  withdraw: (it, by) => withdrawOpinion(it, by, CONTEXT),
  publish: (it, by) => publishOpinion(it, by, WORDS, CONTEXT),
  unpublish: (it, by) => unpublishOpinion(it, by, 'It names somebody.', CONTEXT),
};
const ROLES: Readonly<Record<OpinionRole, BoxAuthority>> = {
  SUGGESTER,
  COMMITTEE,
  UNIT: KITCHEN_DESK,
  OTHER_UNIT: LIBRARY_DESK,
  STRANGER,
};
const CELLS = cellsOf(OPINION_STATES, OPINION_ACTIONS, OPINION_ROLES);

describe(`the table of opinions, ${sizeOf(OPINION_STATES, OPINION_ACTIONS, OPINION_ROLES)}`, () => {
  it.each(CELLS)('%s: %s by %s', (state, action, role) => {
    const [opinion, by] = [IN[state](), ROLES[role]];
    const turn = state === 'ACCEPTED' && action === 'reply' ? 'COMMITTEE' : OPINION_TURNS[action].of;
    const next = role === turn ? OPINION_TABLE[state][action] : undefined;
    expect(allowedOnOpinion(opinion, by).includes(action)).toBe(next !== undefined);
    if (next) {
      const { opinion: after } = TAKE[action](opinion, by);
      expect(after).toMatchObject({ state: next, version: opinion.version + 1 });
      expect(after.steps).toHaveLength(opinion.steps.length + 1);
    } else {
      const code = expect.stringMatching(/^proposals\.(not-the-(committee|suggester|handling-unit)|wrong-state)$/);
      expect(() => TAKE[action](opinion, by)).toThrow(expect.objectContaining({ code }));
    }
  });

  it('are all of them, and each that waits has its day', () => {
    expect(CELLS).toHaveLength(8 * 6 * 5);
    expect(OPINION_STATES.filter((state) => IN[state]().dueOn !== null)).toEqual(['RECEIVED', 'ACCEPTED', 'ROUTED']);
  });
});

describe('the box', () => {
  it('gives an opinion its number and the day by which the committee decides', () => {
    const { opinion, events } = suggest(PUT_IN, { year: 2026, nth: 7 }, CONTEXT);
    expect(opinion).toMatchObject({ subject: 'Soup', text: 'It is cold.', state: 'RECEIVED', round: 0, dueOn: '2026-07-01' });
    expect(opinionNumberText(opinion.number)).toBe('2026-007');
    expect(events).toEqual([{ type: 'OpinionReceived' }]);
    expect(() => suggest({ ...PUT_IN, subject: ' ', text: '' }, opinion.number, CONTEXT)).toThrow(
      refused('proposals.incomplete', { fields: ['subject', 'text'] }),
    );
  });

  it('takes no flood, and nothing while it is closed', () => {
    expect(() => assertMaySuggest(CONTEXT, { lastDay: 2, waiting: 9 })).not.toThrow();
    expect(() => assertMaySuggest(CONTEXT, { lastDay: 3, waiting: 3 })).toThrow(
      refused('proposals.too-many-opinions', { per: 'day', max: 3 }),
    );
    expect(() => assertMaySuggest(CONTEXT, { lastDay: 0, waiting: 10 })).toThrow(
      refused('proposals.too-many-opinions', { per: 'waiting', max: 10 }),
    );
    const closed = { ...CONTEXT, box: { ...CONTEXT.box, isOpen: false } };
    expect(() => assertMaySuggest(closed, { lastDay: 0, waiting: 0 })).toThrow(refused('proposals.box-closed'));
  });

  it('is kept as the committee sets it, on the version that it read', () => {
    const box = newBox('school');
    const settings = { ...box, decideWithin: { kind: 'working-days', n: 5 }, perDayMax: 1 } as const;
    expect(setBox(box, COMMITTEE, settings, 0)).toMatchObject({ version: 1, perDayMax: 1, decideWithin: { n: 5 } });
    expect(() => setBox(box, SUGGESTER, settings, 0)).toThrow(refused('proposals.not-the-committee'));
    expect(() => setBox(box, COMMITTEE, settings, 1)).toThrow(refused('proposals.outdated', { current: 0 }));
    const wrong = [
      ['decideWithin', { kind: 'date', date: '2026-12-31' }],
      ['answerWithin', { kind: 'days', n: BOX_LIMITS.days + 1 }],
      ['perDayMax', 0],
      ['waitingMax', BOX_LIMITS.waiting + 1],
    ] as const;
    for (const [setting, value] of wrong)
      expect(() => setBox(box, COMMITTEE, { ...box, [setting]: value }, 0)).toThrow(refused('proposals.setting-out-of-range', { setting }));
  });
});

describe('an opinion', () => {
  it('that is routed is owed by the unit within the time of the box, or by a day of its own', () => {
    expect(routed()).toMatchObject({ state: 'ROUTED', unitId: KITCHEN, round: 1, dueOn: '2026-07-16' });
    const until = (date: string) =>
      ({ outcome: 'ROUTED', unitId: KITCHEN, due: { kind: 'date', date }, reason: ' Please ask Ms Li. ' }) as const;
    const { opinion, events } = decideOnOpinion(received(), COMMITTEE, until('2026-06-20'), CONTEXT);
    expect(opinion.steps).toMatchObject([
      { kind: 'DECISION', outcome: 'ROUTED', unitId: KITCHEN, dueOn: '2026-06-20', text: 'Please ask Ms Li.' },
    ]);
    expect(events).toEqual([
      { type: 'OpinionDecided', outcome: 'ROUTED', reason: 'Please ask Ms Li.' },
      { type: 'OpinionRouted', unitId: KITCHEN, dueOn: '2026-06-20' },
    ]);
    expect(() => decideOnOpinion(received(), COMMITTEE, until('2026-06-15'), CONTEXT)).toThrow(refused('proposals.due-in-the-past'));
  });

  it('goes to another unit within the same round, and to the next round when the reply was no help', () => {
    expect(routed(routed(), LIBRARY)).toMatchObject({ unitId: LIBRARY, round: 1 });
    expect(routed(judged(false), LIBRARY)).toMatchObject({ state: 'ROUTED', unitId: LIBRARY, round: 2 });
    expect(() => routed(judged(true))).toThrow(refused('proposals.wrong-state'));
    expect(judgementOf(judged(false))).toBe(false);
    expect(judgementOf(routed(judged(false)))).toBeNull();
  });

  it('is declined with a reason only, taken on once, and answered with words', () => {
    expect(() => decideOnOpinion(received(), COMMITTEE, { outcome: 'DECLINED', reason: ' ' }, CONTEXT)).toThrow(
      refused('proposals.reason-required'),
    );
    expect(() => decideOnOpinion(accepted(), COMMITTEE, { outcome: 'ACCEPTED', reason: null }, CONTEXT)).toThrow(
      refused('proposals.wrong-state'),
    );
    expect(() => replyToOpinion(routed(), KITCHEN_DESK, ' ', CONTEXT)).toThrow(refused('proposals.incomplete'));
    expect(replyToOpinion(accepted(), COMMITTEE, 'Agreed.', CONTEXT).opinion).toMatchObject({ state: 'REPLIED', unitId: null });
  });

  it('is published in the words of the committee, and taken out again with a reason', () => {
    const published = publishOpinion(replied(), COMMITTEE, WORDS, CONTEXT).opinion;
    expect(published.publication).toEqual({ ...WORDS, at: AT });
    expect(() => publishOpinion(published, COMMITTEE, WORDS, CONTEXT)).toThrow(refused('proposals.wrong-state'));
    expect(() => publishOpinion(replied(), COMMITTEE, { ...WORDS, reply: ' ' }, CONTEXT)).toThrow(
      refused('proposals.incomplete', { fields: ['reply'] }),
    );
    expect(() => unpublishOpinion(published, COMMITTEE, '', CONTEXT)).toThrow(refused('proposals.reason-required'));
    expect(unpublishOpinion(published, COMMITTEE, 'It names somebody.', CONTEXT).opinion.publication).toBeNull();
    expect(IN.HINT().publication).toMatchObject({ text: WORDS.text, reply: null });
  });

  it.each([
    { outcome: 'ACCEPTED', reason: null },
    { outcome: 'ROUTED', unitId: KITCHEN, due: null, reason: null },
    { outcome: 'DECLINED', reason: 'No more can be done.' },
  ] as const)('is taken out again also once it was $outcome anew', (decision) => {
    const published = publishOpinion(judged(false), COMMITTEE, WORDS, CONTEXT).opinion;
    const anew = decideOnOpinion(published, COMMITTEE, decision, CONTEXT).opinion;
    expect(anew.publication).not.toBeNull();
    expect(allowedOnOpinion(anew, COMMITTEE)).toContain('unpublish');
    expect(unpublishOpinion(anew, COMMITTEE, 'It helped nobody.', CONTEXT).opinion.publication).toBeNull();
    if (anew.state !== 'ACCEPTED') return;
    expect(allowedOnOpinion(withdrawOpinion(anew, SUGGESTER, CONTEXT).opinion, COMMITTEE)).toEqual(['unpublish']);
  });

  it('is read whole by its suggester and the committee, nameless by whoever is of a unit, by nobody else', () => {
    const views = (opinion: Opinion) =>
      [SUGGESTER, COMMITTEE, BOTH, KITCHEN_DESK, LIBRARY_DESK, STRANGER].map((by) => opinionScopeOf(opinion, by));
    expect(views(received())).toEqual(['whole', 'whole', 'nameless', 'none', 'none', 'none']);
    expect(views(judged(false))).toEqual(['whole', 'whole', 'nameless', 'nameless', 'none', 'none']);
    expect([judged(true), judged(false)].map((opinion) => allowedOnOpinion(opinion, BOTH))).toEqual([['publish'], ['publish']]);
    expect(judged(false).steps.filter(isOfSuggester)).toMatchObject([{ kind: 'JUDGEMENT' }]);
  });

  it('is not changed on a version that is outdated', () => {
    expect(() => assertOpinionCurrent(received(), 2)).toThrow(refused('proposals.outdated', { current: 1 }));
    expect(() => assertOpinionCurrent(received(), 1)).not.toThrow();
  });
});
