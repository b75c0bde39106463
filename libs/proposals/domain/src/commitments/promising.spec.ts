import { civilDate } from '@plenum/calendar';
import { reply } from '../replying/reply.js';
import { ANSWER, aCall, aProposal, first, inState, matterIn, of, when } from '../testing/a-proposal.js';
import { DUE_ON, NEW_PROMISE, PROMISED_AT } from '../testing/a-commitment.js';
import { COMMITTEE, HANDLER, LEAD, LOGISTICS, PRESIDIUM, STRANGER } from '../testing/people.js';
import { settingsWith } from '../call/default-settings.js';
import { latestReply } from '../proposal/handling.js';
import { MATTER_STATES } from '../vocabulary/vocabulary.js';
import { PROMISES_MAX, commit, unitsToCommit, promise } from './promising.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });

describe('a category that demands something', () => {
  const answered = (resultCategory: string, rest: object = {}, call = aCall()) =>
    reply(first(matterIn.ASSIGNED()), HANDLER, { ...ANSWER, resultCategory, ...rest }, when(PROMISED_AT, call)).handlings![0]!;

  it('of plans is refused without a promise, and accepted with one', () => {
    expect(() => answered('PLANNED')).toThrow(refused('proposals.promise-required', { category: 'PLANNED' }));
    expect(() => answered('PLANNED', { basis: 'Soon.', promises: [] })).toThrow(refused('proposals.promise-required'));
    expect(answered('PLANNED', { promises: [NEW_PROMISE] }).state).toBe('REPLIED');
  });

  it.each(['evidence', 'reason'] as const)('its %s is refused without', (demand) => {
    const call = aCall({ resultCategories: ['A', 'B'], resultDemands: [{ resultCategory: 'A', demand }] });
    for (const basis of [undefined, null, ' ']) {
      expect(() => answered('A', { basis }, call)).toThrow(refused('proposals.basis-required', { category: 'A', demand }));
    }
    expect(latestReply(answered('A', { basis: ' See the photographs. ' }, call))?.basis).toBe('See the photographs.');
    expect(latestReply(answered('B', {}, call))?.basis).toBeNull();
  });

  it('demands one thing of a result', () => {
    const twice = [
      { resultCategory: 'A', demand: 'reason' },
      { resultCategory: 'A', demand: 'promise' },
    ] as const;
    expect(() => settingsWith({ resultDemands: twice })).toThrow(refused('proposals.setting-out-of-range', { setting: 'resultDemands' }));
  });
});

describe('promising', () => {
  it('is owed by the unit from the day on, with a reminder', () => {
    const [made] = promise(first(matterIn.REPLIED()), HANDLER, [NEW_PROMISE], when(PROMISED_AT));
    expect(made?.commitment).toEqual({
      id: 'commitment',
      organisationId: 'organisation',
      proposalId: 'proposal',
      sessionId: 'session',
      round: 1,
      unitId: LOGISTICS,
      promise: 'A second counter by autumn.',
      firstDueOn: DUE_ON,
      dueOn: DUE_ON,
      origin: 'REPLY',
      state: 'OPEN',
      steps: [],
      madeBy: 'handler',
      madeAt: PROMISED_AT,
      version: 1,
    });
    expect(made?.events).toEqual([
      { type: 'CommitmentMade', dueOn: DUE_ON },
      {
        type: 'DeadlineSet',
        about: { kind: 'commitment', id: 'commitment' },
        matter: 'commitment',
        round: 1,
        rule: NEW_PROMISE.due,
        startedOn: '2026-06-16',
        stops: [],
        extendedFrom: null,
        dueOn: DUE_ON,
        provisional: false,
        dueAt: new Date('2026-09-30T16:00:00Z'),
        remindOn: expect.any(String),
        steps: expect.any(Array),
        owedBy: { unitId: LOGISTICS },
      },
    ]);
  });

  it('counts a period from the day of the promise', () => {
    const due = { kind: 'months', n: 3 } as const;
    expect(promise(first(matterIn.REPLIED()), HANDLER, [{ ...NEW_PROMISE, due }], when(PROMISED_AT))[0]?.commitment.dueOn).toBe(
      '2026-09-16',
    );
  });

  it('is refused without words, into the past, on no day, and without end', () => {
    const said = (rest: object) => () => promise(first(matterIn.REPLIED()), HANDLER, [{ ...NEW_PROMISE, ...rest }], when(PROMISED_AT));
    expect(said({ promise: ' ' })).toThrow(refused('proposals.incomplete', { fields: ['promise'] }));
    expect(said({ due: { kind: 'date', date: '2026-06-15' } })).toThrow(refused('proposals.due-in-the-past'));
    expect(said({ due: { kind: 'date', date: '2026-09-31' } })).toThrow(refused('calendar.no-such-date'));
    const many = Array.from({ length: PROMISES_MAX + 1 }, () => NEW_PROMISE);
    expect(() => promise(first(matterIn.REPLIED()), HANDLER, many, when())).toThrow(
      refused('proposals.too-many-promises', { max: PROMISES_MAX }),
    );
  });
});

describe('a promise that the committee reads from a reply', () => {
  const STANDS = ['REPLIED', 'RATED', 'ESCALATED', 'CLOSED'];

  it.each(MATTER_STATES)('%s: may be entered where a reply stands', (state) => {
    const matter = matterIn[state]();
    const context = of(matter, when(PROMISED_AT));
    expect(unitsToCommit(matter.proposal, COMMITTEE, context)).toEqual(STANDS.includes(state) ? [LOGISTICS] : []);
    const entering = () => commit(matter.proposal, COMMITTEE, NEW_PROMISE, context).commitment;
    const round = state === 'ESCALATED' ? 2 : 1;
    if (STANDS.includes(state)) expect(entering()).toMatchObject({ origin: 'COMMITTEE', unitId: LOGISTICS, madeBy: 'committee', round });
    else expect(entering).toThrow(refused('proposals.wrong-state'));
  });

  it('may be entered from the answer to a suggestion, too', () => {
    const suggestion = aProposal().replied('SUGGESTION').matter();
    const promised = { ...NEW_PROMISE, due: { kind: 'date', date: civilDate('2026-12-31') } } as const;
    expect(commit(suggestion.proposal, COMMITTEE, promised, of(suggestion)).commitment.dueOn).toBe('2026-12-31');
  });

  it('names its unit where several have answered', () => {
    const { proposal, handlings } = matterIn.REPLIED();
    const separate = [...handlings, { ...handlings[0]!, id: 'other', leadUnitId: 'canteen' }];
    const context = of({ handlings: separate }, when(PROMISED_AT));
    expect(unitsToCommit(proposal, COMMITTEE, context)).toEqual([LOGISTICS, 'canteen']);
    const entering = (unitId: string | null) => commit(proposal, COMMITTEE, { ...NEW_PROMISE, unitId }, context).commitment.unitId;
    expect(entering('canteen')).toBe('canteen');
    for (const unitId of [null, 'nowhere']) expect(() => entering(unitId)).toThrow(refused('proposals.incomplete', { fields: ['unitId'] }));
  });

  it.each([LEAD, HANDLER, PRESIDIUM, STRANGER])('is entered by nobody else: $memberId', (by) => {
    expect(() => commit(inState.CLOSED(), by, NEW_PROMISE, when(PROMISED_AT))).toThrow(refused('proposals.not-the-committee'));
    expect(unitsToCommit(inState.CLOSED(), by, of(matterIn.CLOSED(), when(PROMISED_AT)))).toEqual([]);
  });
});
