import { civilDate } from '@plenum/calendar';
import { reply } from '../handling/reply.js';
import { ANSWER, aCall, aProposal, inState, when } from '../testing/a-proposal.js';
import { DUE_ON, NEW_PROMISE, PROMISED_AT } from '../testing/a-commitment.js';
import { COMMITTEE, HANDLER, LEAD, LOGISTICS, PRESIDIUM, STRANGER } from '../testing/people.js';
import { settingsWith } from '../call/default-settings.js';
import { latestReply } from '../proposal/proposal.js';
import { PROPOSAL_STATES } from '../vocabulary/vocabulary.js';
import { PROMISES_MAX, commit, mayCommit, promise } from './promising.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });

describe('a category that demands something', () => {
  const answered = (resultCategory: string, rest: object = {}, call = aCall()) =>
    reply(inState.ASSIGNED(), HANDLER, { ...ANSWER, resultCategory, ...rest }, when(PROMISED_AT, call)).proposal;

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
    const [made] = promise(inState.REPLIED(), HANDLER, [NEW_PROMISE], when(PROMISED_AT));
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
        matter: 'commitment',
        round: 1,
        dueAt: new Date('2026-09-30T16:00:00Z'),
        remindAt: new Date('2026-09-27T16:00:00Z'),
        owedBy: { unitId: LOGISTICS },
      },
    ]);
  });

  it('counts a period from the day of the promise', () => {
    const due = { kind: 'months', n: 3 } as const;
    expect(promise(inState.REPLIED(), HANDLER, [{ ...NEW_PROMISE, due }], when(PROMISED_AT))[0]?.commitment.dueOn).toBe('2026-09-16');
  });

  it('is refused without words, into the past, on no day, and without end', () => {
    const said = (rest: object) => () => promise(inState.REPLIED(), HANDLER, [{ ...NEW_PROMISE, ...rest }], when(PROMISED_AT));
    expect(said({ promise: ' ' })).toThrow(refused('proposals.incomplete', { fields: ['promise'] }));
    expect(said({ due: { kind: 'date', date: '2026-06-15' } })).toThrow(refused('proposals.due-in-the-past'));
    expect(said({ due: { kind: 'date', date: '2026-09-31' } })).toThrow(refused('calendar.no-such-date'));
    const many = Array.from({ length: PROMISES_MAX + 1 }, () => NEW_PROMISE);
    expect(() => promise(inState.REPLIED(), HANDLER, many, when())).toThrow(refused('proposals.too-many-promises', { max: PROMISES_MAX }));
  });
});

describe('a promise that the committee reads from a reply', () => {
  const STANDS = ['REPLIED', 'RATED', 'CLOSED'];

  it.each(PROPOSAL_STATES)('%s: may be entered where a reply stands', (state) => {
    const proposal = inState[state]();
    expect(mayCommit(proposal, COMMITTEE, when(PROMISED_AT))).toBe(STANDS.includes(state));
    const entering = () => commit(proposal, COMMITTEE, NEW_PROMISE, when(PROMISED_AT)).commitment;
    if (STANDS.includes(state)) expect(entering()).toMatchObject({ origin: 'COMMITTEE', unitId: LOGISTICS, madeBy: 'committee', round: 1 });
    else expect(entering).toThrow(refused('proposals.wrong-state'));
  });

  it('may be entered from the answer to a suggestion, too', () => {
    const suggestion = aProposal().replied('SUGGESTION').proposal();
    expect(
      commit(suggestion, COMMITTEE, { ...NEW_PROMISE, due: { kind: 'date', date: civilDate('2026-12-31') } }, when()).commitment.dueOn,
    ).toBe('2026-12-31');
  });

  it.each([LEAD, HANDLER, PRESIDIUM, STRANGER])('is entered by nobody else: $memberId', (by) => {
    expect(() => commit(inState.CLOSED(), by, NEW_PROMISE, when(PROMISED_AT))).toThrow(refused('proposals.not-the-committee'));
    expect(mayCommit(inState.CLOSED(), by, when(PROMISED_AT))).toBe(false);
  });
});
