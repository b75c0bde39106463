import { civilDate, WorkingCalendar } from '@plenum/calendar';
import { allowedHandlingActions } from '../allowed-actions.js';
import type { ProposalSettings } from '../call/settings.js';
import { withdraw } from '../filing/submission.js';
import { assign } from '../handling/assignment.js';
import { settleDueDate } from '../handling/settling.js';
import { reply } from '../replying/reply.js';
import type { Authority } from '../proposal/authority.js';
import { matterAfter, type ProposalMatter } from '../proposal/matter.js';
import type { PolicyContext } from '../proposal/policy.js';
import { aCall, ANSWER, first, HANDLING_ID, inState, matterIn, of, when } from '../testing/a-proposal.js';
import { COMMITTEE, LEAD, LOGISTICS, PRESIDIUM, SECONDERS, someone, STRANGER } from '../testing/people.js';
import type { HandlingRequestKind, RequestOutcome } from '../vocabulary/vocabulary.js';
import { answer, answerRefusal, mayReadRequest, type OpenRequest, settleSilence, takeBack } from './answering.js';
import { ask, askableKinds } from './asking.js';
import { foreseen } from './foreseeing.js';
import type { Request, RequestsChange } from './request.js';
import { obstaclesOf, pointless, REQUEST_RULES } from './request-rules.js';

const LIBRARY = '0197a2b8-0000-7000-8000-000000000009';
const THIRD = '0197a2b8-0000-7000-8000-00000000000a';
const OWN = '0197a2b8-0000-7000-8000-00000000000b';
const ASSISTING = '0197a2b8-0000-7000-8000-00000000000c';
const HANDLER = someone('handler', { handles: [OWN, LOGISTICS] });
const OTHER = someone('other', { handles: [LIBRARY] });
const calendar = new WorkingCalendar();
const FIFTEEN = { kind: 'working-days', n: 15 } as const;
const code = (codeOf: string, details?: object) => expect.objectContaining(details ? { code: codeOf, details } : { code: codeOf });
const on = (day: string, settings: Partial<ProposalSettings> = {}): PolicyContext =>
  when(new Date(`${day}T02:00:00Z`), aCall({ replyDue: FIFTEEN, ...settings }), calendar);

/** Assigned to logistics on 10 February, to be answered within fifteen working days: by 9 March. */
const assigned = (settings: Partial<ProposalSettings> = {}): ProposalMatter => {
  const routing = { handlingId: HANDLING_ID, leadUnitId: OWN, assistingUnitIds: [ASSISTING] };
  return matterAfter({ handlings: [] }, assign(inState.FILED(), COMMITTEE, [routing], on('2026-02-10', settings)));
};

interface Asked {
  readonly matter: ProposalMatter;
  readonly request: Request;
  readonly change: RequestsChange;
}

function asked(
  kind: HandlingRequestKind,
  sent: unknown,
  { by = HANDLER, context = on('2026-02-12'), matter = assigned(), reason = 'Not ours.' as string | null } = {},
): Asked {
  const rule = REQUEST_RULES[kind];
  const { proposal } = matter;
  const { handling } = first(matter);
  const what = { reason, wish: rule.readWish(sent), nextId: () => LIBRARY, handling };
  const change = ask(rule, proposal, by, what, new Map([[proposal.id, proposal]]), of(matter, context));
  return { matter: matterAfter(matter, change.proposals[0]!), request: change.requests[0]!.request, change };
}

const openIn = ({ matter, request }: Pick<Asked, 'matter' | 'request'>): OpenRequest => ({
  rule: REQUEST_RULES[request.kind],
  request,
  batch: [request],
  concerned: new Map([[matter.proposal.id, matter.proposal]]),
  handling: first(matter).handling,
});

function answered(it: Asked, outcome: RequestOutcome, context: PolicyContext, { by = COMMITTEE, terms = null as unknown } = {}) {
  const given = { outcome, reason: 'Because.', terms };
  const change = answer(openIn(it), by, given, of(it.matter, context));
  return { change, request: change.requests[0]!.request, matter: matterAfter(it.matter, change.proposals[0]!) };
}

const dueOf = (matter: ProposalMatter) => first(matter).handling.due.dueOn;
const typesOf = ({ proposals }: RequestsChange) => proposals.flatMap(({ events }) => events.map(({ type }) => type));
const blocked = (it: Asked, context: PolicyContext) => ({ ...of(it.matter, context), obstacles: obstaclesOf([it.request]) });
const others = (settings: Partial<ProposalSettings> = {}) => ({ matter: assigned(settings), context: on('2026-02-12', settings) });

describe('an objection', () => {
  it('stops the clock from its day on, owes an answer of the committee, and stands in the way of the work', () => {
    const it = asked('objection', { unitId: LIBRARY });
    expect(it.request).toMatchObject({
      handlingId: HANDLING_ID,
      owedBy: { who: 'committee' },
      dueOn: '2026-03-04',
      asked: { wish: { unitId: LIBRARY } },
    });
    expect(typesOf(it.change)).toEqual(['HandlingRequestMade', 'DeadlineStopped', 'DeadlineStopped']);
    for (const period of [first(it.matter).handling.due, first(it.matter).handling.contactDue])
      expect(period?.stops).toEqual([{ from: '2026-02-12', until: null }]);
    expect(allowedHandlingActions(first(it.matter), HANDLER, of(it.matter, on('2026-02-12')))).toEqual([
      'acknowledge',
      'log-contact',
      'draft',
      'reply',
    ]);
    expect(allowedHandlingActions(first(it.matter), HANDLER, blocked(it, on('2026-02-12')))).toEqual(['log-contact', 'draft']);
    expect(() => reply(first(it.matter), HANDLER, ANSWER, blocked(it, on('2026-02-12')))).toThrow(code('proposals.request-open'));
    const { handling } = first(it.matter);
    expect(askableKinds(REQUEST_RULES, it.matter.proposal, HANDLER, blocked(it, on('2026-02-12')), handling)).toEqual([
      'assisting-opinion',
    ]);
    const elsewhere = { ...handling, id: 'elsewhere', asked: [] };
    expect(askableKinds(REQUEST_RULES, it.matter.proposal, HANDLER, blocked(it, on('2026-02-12')), elsewhere)).toContain('objection');
  });

  it('that is refused gives the time back: stopped 12 to 26 February, fifteen working days end on 16 March', () => {
    const it = asked('objection', { unitId: LIBRARY });
    expect(dueOf(assigned())).toBe('2026-03-09');
    const { matter, change, request } = answered(it, 'RETAINED', on('2026-02-26'), { terms: { unitId: ASSISTING } });
    expect(request.answered).not.toHaveProperty('terms');
    expect(dueOf(matter)).toBe('2026-03-16');
    expect(typesOf(change)).toEqual(['HandlingRequestAnswered', 'DeadlineResumed', 'DueDateMoved', 'DeadlineResumed']);
    // Twenty working days from 10 February, and the nine that it stood.
    expect(first(matter).handling.contactDue).toMatchObject({ dueOn: '2026-03-23', stops: [{ from: '2026-02-12', until: '2026-02-26' }] });
    expect(change.requests[0]?.events).toMatchObject([{ type: 'RequestAnswered', about: { unitId: OWN, replyDueOn: '2026-03-16' } }]);
    expect(() =>
      asked('objection', { unitId: LIBRARY }, { matter, context: on('2026-02-27', { objectionWithin: { kind: 'days', n: 30 } }) }),
    ).toThrow(code('proposals.asked-already', { request: 'objection' }));
  });

  it('that is accepted gives it to the named unit, or a third, from the beginning and with a time of its own', () => {
    const it = asked('objection', { unitId: LIBRARY });
    const { matter, change } = answered(it, 'REASSIGNED', on('2026-02-26'));
    expect(first(matter).handling).toMatchObject({
      leadUnitId: LIBRARY,
      state: 'ASSIGNED',
      acknowledged: null,
      asked: [],
      due: { dueOn: '2026-03-18', stops: [] },
    });
    expect(change.proposals[0]?.events).toMatchObject([
      { type: 'HandlingRequestAnswered', outcome: 'REASSIGNED' },
      { type: 'AssignmentTakenAway', unitId: OWN },
      { type: 'ProposalAssigned', leadUnitId: LIBRARY, dueOn: '2026-03-18' },
      { type: 'DeadlineSet', matter: 'reply', owedBy: { unitId: LIBRARY } },
      { type: 'DeadlineSet', matter: 'contact', owedBy: { unitId: LIBRARY } },
    ]);
    expect(change.requests[0]?.events).toMatchObject([{ about: { unitId: OWN, replyDueOn: null } }]);
    expect(asked('objection', { unitId: THIRD }, { by: OTHER, matter, context: on('2026-02-27') }).request.state).toBe('OPEN');
    const third = answered(it, 'REASSIGNED', on('2026-02-26'), { terms: { unitId: ASSISTING, dueOn: '2026-04-30' } });
    expect(first(third.matter).handling).toMatchObject({ leadUnitId: ASSISTING, assistingUnitIds: [], due: { dueOn: '2026-04-30' } });
    expect(() => answered(it, 'REASSIGNED', on('2026-02-26'), { terms: { unitId: OWN } })).toThrow(code('proposals.unit-named-twice'));
    expect(() => answered(it, 'REASSIGNED', on('2026-02-26'), { terms: { dueOn: '2026-02-01' } })).toThrow(
      code('proposals.due-in-the-past'),
    );
    expect(() => answered(it, 'REASSIGNED', on('2026-02-26'), { terms: { dueOn: '2026-02-31' } })).toThrow('terms.dueOn: no-such-date');
  });

  it('is the lead unit’s, within the period of the call, in the first round, with a reason and another unit', () => {
    const wish = { unitId: LIBRARY };
    expect(asked('objection', wish, { context: on('2026-02-24') }).request.state).toBe('OPEN');
    expect(() => asked('objection', wish, { context: on('2026-02-26') })).toThrow(
      code('proposals.objection-over', { until: '2026-02-24' }),
    );
    expect(() => asked('objection', wish, { by: LEAD })).toThrow(code('proposals.not-the-handling-unit'));
    expect(() => asked('objection', wish, { reason: ' ' })).toThrow(code('proposals.reason-required'));
    expect(() => asked('objection', { unitId: OWN })).toThrow(code('proposals.unit-named-twice'));
    expect(() => asked('objection', {})).toThrow('wish.unitId: not-an-id');
    expect(() => asked('objection', wish, { matter: matterIn.REPLIED() })).toThrow(code('proposals.wrong-state'));
    const again = { ...first(assigned()).handling, replies: first(matterIn.REPLIED()).handling.replies };
    expect(() => asked('objection', wish, { matter: { ...assigned(), handlings: [again] } })).toThrow(code('proposals.wrong-state'));
  });

  it('may be taken back by the unit, and its clock runs on', () => {
    const it = asked('objection', { unitId: LIBRARY });
    const change = takeBack(openIn(it), HANDLER, of(it.matter, on('2026-02-26')));
    expect(typesOf(change)).toEqual(['HandlingRequestTakenBack', 'DeadlineResumed', 'DueDateMoved', 'DeadlineResumed']);
    expect(dueOf(matterAfter(it.matter, change.proposals[0]!))).toBe('2026-03-16');
    expect(() => takeBack(openIn(it), LEAD, on('2026-02-26'))).toThrow(code('proposals.not-the-handling-unit'));
  });

  it('shows whoever answers what each answer leads to', () => {
    const it = asked('objection', { unitId: LIBRARY });
    const seenBy = (by: Authority, settings: Partial<ProposalSettings> = {}) =>
      foreseen(openIn(it), by, of(it.matter, on('2026-02-26', settings)));
    expect(seenBy(COMMITTEE)).toEqual([
      { outcome: 'REASSIGNED', dueOn: '2026-03-18' },
      { outcome: 'RETAINED', dueOn: '2026-03-16' },
    ]);
    expect(seenBy(COMMITTEE, { replyDue: { kind: 'before-session', days: 14 } })[0]).toEqual({ outcome: 'REASSIGNED', dueOn: null });
    expect(seenBy(HANDLER)).toEqual([]);
  });

  it('is read by the unit’s people and the authors beside whom it concerns anyway', () => {
    const it = openIn(asked('objection', { unitId: LIBRARY }));
    const people = { HANDLER, LEAD, SIGNER: SECONDERS[0]!, COMMITTEE, PRESIDIUM, OTHER, STRANGER };
    expect(Object.entries(people).flatMap(([name, by]) => (mayReadRequest(it, by) ? name : []))).toEqual([
      'HANDLER',
      'LEAD',
      'SIGNER',
      'COMMITTEE',
      'PRESIDIUM',
    ]);
  });
});

describe('an objection of the proposer to the routing', () => {
  const settings = { proposerMayObjectToRouting: true };

  it('is there where the call lets them, once, and stops the clock as well', () => {
    const it = asked('routing-objection', { unitId: LIBRARY }, { ...others(settings), by: LEAD });
    expect(typesOf(it.change)).toEqual(['HandlingRequestMade', 'DeadlineStopped', 'DeadlineStopped']);
    expect(first(answered(it, 'REASSIGNED', on('2026-02-26', settings)).matter).handling.leadUnitId).toBe(LIBRARY);
    expect(() => asked('routing-objection', { unitId: LIBRARY }, { by: LEAD })).toThrow(code('proposals.request-not-offered'));
    expect(() => asked('routing-objection', { unitId: LIBRARY }, others(settings))).toThrow(code('proposals.not-the-lead-proposer'));
  });
});

describe('another unit beside', () => {
  it('is asked for by accepting: the assignment is signed for, and the clock stands', () => {
    const it = asked('add-unit', { unitId: LIBRARY, role: 'assisting' });
    expect(first(it.matter).handling).toMatchObject({ state: 'IN_PROGRESS', acknowledged: { by: HANDLER.memberId } });
    expect(typesOf(it.change)).toEqual(['HandlingRequestMade', 'AssignmentAcknowledged', 'DeadlineStopped', 'DeadlineStopped']);
    const { matter, change } = answered(it, 'GRANTED', on('2026-02-26'));
    expect(first(matter).handling).toMatchObject({ assistingUnitIds: [ASSISTING, LIBRARY], due: { dueOn: '2026-03-16' } });
    expect(typesOf(change)).toEqual([
      'HandlingRequestAnswered',
      'AssistingUnitAdded',
      'DeadlineResumed',
      'DueDateMoved',
      'DeadlineResumed',
    ]);
    expect(first(answered(it, 'REFUSED', on('2026-02-26')).matter).handling.assistingUnitIds).toEqual([ASSISTING]);
  });

  it('may be one that answers for itself, with a handling and a time of its own', () => {
    const it = asked('add-unit', { unitId: LIBRARY, role: 'separate' });
    const { matter } = answered(it, 'GRANTED', on('2026-02-26'), { terms: { dueOn: '2026-04-30' } });
    expect(matter.handlings.map(({ leadUnitId, due }) => [leadUnitId, due.dueOn])).toEqual([
      [OWN, '2026-03-16'],
      [LIBRARY, '2026-04-30'],
    ]);
    const assisting = answered(it, 'GRANTED', on('2026-02-26'), { terms: { role: 'assisting' } });
    expect(first(assisting.matter).handling.assistingUnitIds).toEqual([ASSISTING, LIBRARY]);
  });

  it('is none that has a part in it already, and is asked for within the period of objections', () => {
    expect(() => asked('add-unit', { unitId: ASSISTING, role: 'assisting' })).toThrow(code('proposals.unit-named-twice'));
    expect(() => asked('add-unit', { unitId: LIBRARY, role: 'helping' })).toThrow('wish.role: not-in-the-list');
    expect(() => asked('add-unit', { unitId: LIBRARY, role: 'assisting' }, { context: on('2026-02-26') })).toThrow(
      code('proposals.objection-over'),
    );
  });
});

describe('an extension', () => {
  it('never stops the clock, and moves the day when it is granted: the one asked for, or another', () => {
    const it = asked('extension', { dueOn: '2026-04-30' });
    expect(it.request.dueOn).toBeNull();
    expect(typesOf(it.change)).toEqual(['HandlingRequestMade']);
    expect(it.change.proposals[0]?.handlings).toEqual([]);
    expect(allowedHandlingActions(first(it.matter), HANDLER, blocked(it, on('2026-02-12')))).toEqual([
      'acknowledge',
      'log-contact',
      'draft',
      'reply',
    ]);
    const { matter, change } = answered(it, 'GRANTED', on('2026-02-26'));
    expect(first(matter).handling.due).toMatchObject({ dueOn: '2026-04-30', extendedFrom: '2026-03-09', stops: [] });
    expect(typesOf(change)).toEqual(['HandlingRequestAnswered', 'DeadlineExtended', 'DueDateMoved']);
    expect(dueOf(answered(it, 'GRANTED', on('2026-02-26'), { terms: { dueOn: '2026-03-31' } }).matter)).toBe('2026-03-31');
    expect(dueOf(answered(it, 'REFUSED', on('2026-02-26')).matter)).toBe('2026-03-09');
    expect(() => answered(it, 'GRANTED', on('2026-05-06'))).toThrow(code('proposals.due-in-the-past'));
    expect(() => answer(openIn(it), COMMITTEE, { outcome: 'REFUSED', reason: null }, on('2026-02-26'))).toThrow(
      code('proposals.reason-required'),
    );
  });

  it('is asked before the day is over, for a later one, and within what the call lets be put off', () => {
    expect(asked('extension', { dueOn: '2026-04-30' }, { context: on('2026-03-09') }).request.state).toBe('OPEN');
    expect(() => asked('extension', { dueOn: '2026-04-30' }, { context: on('2026-03-10') })).toThrow(
      code('proposals.reply-overdue', { dueOn: '2026-03-09' }),
    );
    expect(() => asked('extension', { dueOn: '2026-03-09' })).toThrow(code('proposals.not-a-later-day'));
    expect(() => asked('extension', { dueOn: '2026-08-11' })).toThrow(code('proposals.beyond-extension', { latest: '2026-08-10' }));
    const oneMore = others({ extensionLimit: { counted: 'beyond', months: 1 } });
    expect(() => asked('extension', { dueOn: '2026-04-10' }, oneMore)).toThrow(
      code('proposals.beyond-extension', { latest: '2026-04-09' }),
    );
    expect(asked('extension', { dueOn: '2026-04-09' }, oneMore).request.state).toBe('OPEN');
    const used = others({ replyDue: { kind: 'months', n: 3 }, extensionLimit: { counted: 'in-all', months: 3 } });
    expect(() => asked('extension', { dueOn: '2026-06-30' }, used)).toThrow(code('proposals.beyond-extension'));
  });
});

describe('a clarification by the proposer', () => {
  it('stops the clock until the answer', () => {
    const it = asked('clarification', null);
    expect(it.request).toMatchObject({ owedBy: { who: 'lead-proposer' }, dueOn: '2026-03-04' });
    expect(answerRefusal(openIn(it), COMMITTEE)).toMatchObject({ code: 'proposals.not-the-lead-proposer' });
    const { matter } = answered(it, 'CLARIFIED', on('2026-02-26'), { by: LEAD });
    expect(dueOf(matter)).toBe('2026-03-16');
    expect(() => asked('clarification', null, { matter, context: on('2026-02-27') })).toThrow(code('proposals.asked-already'));
  });

  it('lapses on its last day, however late somebody notices', () => {
    const it = asked('clarification', null);
    const at = (day: string) => settleSilence(openIn(it), of(it.matter, on(day)));
    expect(at('2026-03-04')).toBeNull();
    const dues = ['2026-03-05', '2026-03-20', '2026-05-06'].map((day) => dueOf(matterAfter(it.matter, at(day)!.proposals[0]!)));
    expect(dues).toEqual(Array(3).fill('2026-03-23'));
    expect(at('2026-03-05')?.requests).toMatchObject([{ request: { answered: { by: null, outcome: 'LAPSED' } } }]);
    expect(() => answered(it, 'CLARIFIED', on('2026-03-05'), { by: LEAD })).toThrow(code('proposals.request-settled'));
  });

  it('is asked for once a round at most, before the day is over, and not where the call has none', () => {
    expect(() => asked('clarification', null, others({ clarificationsPerRound: 0 }))).toThrow(code('proposals.request-not-offered'));
    expect(() => asked('clarification', null, { context: on('2026-03-10') })).toThrow(code('proposals.reply-overdue'));
    const inSecondRound = {
      ...first(assigned()).handling,
      asked: [{ kind: 'clarification', round: 1 }] as const,
      replies: first(matterIn.REPLIED()).handling.replies,
    };
    expect(asked('clarification', null, { matter: { ...assigned(), handlings: [inSecondRound] } }).request.state).toBe('OPEN');
  });
});

describe('while it is open', () => {
  it('what becomes of the work makes it pointless: a reply, an end, another unit', () => {
    const it = asked('extension', { dueOn: '2026-04-30' });
    const open = [it.request];
    const { handling } = first(it.matter);
    expect(pointless(open, handling)).toEqual([]);
    const replied = reply(first(it.matter), HANDLER, ANSWER, blocked(it, on('2026-02-13'))).handlings![0]!;
    const ended = withdraw(it.matter.proposal, LEAD, 'Solved.', of(it.matter, on('2026-02-13', { withdrawUntil: 'reply' }))).handlings![0]!;
    const moved = { ...handling, assigned: { ...handling.assigned, at: new Date('2026-02-13T00:00:00Z') } };
    expect([replied, ended, moved].map((one) => pointless(open, one))).toEqual([open, open, open]);
    expect(pointless(open, { ...ended, id: 'elsewhere' })).toEqual([]);
  });

  it('a provisional day is not settled: it is counted anew when the clock runs on', () => {
    const it = asked('clarification', null);
    const { handling } = first(it.matter);
    const provisional = {
      ...it.matter,
      handlings: [{ ...handling, due: { ...handling.due, dueOn: civilDate('2026-03-10'), provisional: true } }],
    };
    expect(settleDueDate(first(provisional), of(provisional, on('2026-02-13')))).toBeNull();
  });
});

describe('what may be asked about the work', () => {
  const settings = { proposerMayObjectToRouting: true };
  const people = { HANDLER, LEAD, SIGNER: SECONDERS[0]!, COMMITTEE, PRESIDIUM, OTHER, STRANGER };
  const inTheBeginning = assigned(settings);
  const work = first(inTheBeginning).handling;
  const OF_UNIT = ['objection', 'add-unit', 'extension', 'clarification', 'assisting-opinion'];
  const EARLY = { HANDLER: OF_UNIT, LEAD: ['routing-objection'] };

  /** Of whom it is asked in each state of the work, in the period of objections and after it, and in a second round. */
  const TABLE: readonly (readonly [string, Partial<typeof work>, string, Readonly<Record<string, readonly string[]>>])[] = [
    ['ASSIGNED, in the period', {}, '2026-02-12', EARLY],
    ['ASSIGNED, after it', {}, '2026-02-25', { HANDLER: ['extension', 'clarification', 'assisting-opinion'] }],
    ['ASSIGNED, overdue', {}, '2026-03-10', { HANDLER: ['assisting-opinion'] }],
    ['IN_PROGRESS, in the period', { state: 'IN_PROGRESS' }, '2026-02-12', EARLY],
    ['IN_PROGRESS, after it', { state: 'IN_PROGRESS' }, '2026-02-25', { HANDLER: ['extension', 'clarification', 'assisting-opinion'] }],
    [
      'IN_PROGRESS, a second round',
      { state: 'IN_PROGRESS', replies: first(matterIn.REPLIED()).handling.replies },
      '2026-02-12',
      { HANDLER: ['extension', 'clarification', 'assisting-opinion'] },
    ],
    ['REPLIED', { state: 'REPLIED' }, '2026-02-12', {}],
    ['RATED', { state: 'RATED' }, '2026-02-12', {}],
    ['ESCALATED', { state: 'ESCALATED' }, '2026-02-12', {}],
    ['ENDED', { state: 'ENDED' }, '2026-02-12', {}],
  ];

  it.each(TABLE)('%s', (_name, parts, day, expected) => {
    const handling = { ...work, ...parts };
    const context = of({ handlings: [handling] }, on(day, settings));
    const askable = Object.entries(people).flatMap(([who, by]) => {
      const kinds = askableKinds(REQUEST_RULES, inTheBeginning.proposal, by, context, handling);
      return kinds.length === 0 ? [] : [[who, kinds] as const];
    });
    expect(Object.fromEntries(askable)).toEqual(expected);
  });
});
