import { endOfDay, startOfDay } from '../../shared/proposal/call-times.js';
import { callOf, fieldsOf, followed, usualCall } from './call-fields.js';
import type { Preset } from './call-requests.js';

const usual = { ...usualCall('s1', new Date(2026, 11, 1, 9)), lastDay: '2026-12-31' };

describe('the form of a call', () => {
  it('begins with what most institutions do', () => {
    expect(usual).toMatchObject({ sessionId: 's1', firstDay: '2026-12-01', minSeconders: 2, lateHandling: 'suggestion' });
    expect(callOf(usual)).toMatchObject({
      replyDue: { kind: 'working-days', n: 60 },
      feedbackDue: { kind: 'working-days', n: 15 },
      rehandleDue: { kind: 'months', n: 1 },
      maxRounds: 2,
      themes: [],
      exclusions: [],
      targetPerDelegation: null,
    });
  });

  it('opens a call over whole days, under the rules that it says and no others', () => {
    const asked = callOf({ ...usual, minSeconders: 3, lateHandling: 'refuse', rehandleKind: 'working-days', rehandleN: 20, maxRounds: 3 });
    expect(asked).toEqual({
      sessionId: 's1',
      opensAt: startOfDay('2026-12-01').toISOString(),
      closesAt: endOfDay('2026-12-31').toISOString(),
      themes: [],
      exclusions: [],
      targetPerDelegation: null,
      minSeconders: 3,
      delegationProposalSupport: { num: 1, den: 2, inclusive: false },
      endorsement: 'none',
      endorsementWithin: { kind: 'working-days', n: 3 },
      mergeConsentWithin: { kind: 'working-days', n: 5 },
      mergeSilence: 'ends',
      reconsiderationWithin: { kind: 'working-days', n: 10 },
      docketPattern: '{term}-{session}-{number}',
      resultCategories: ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'NOT_POSSIBLE'],
      resultDemands: [{ resultCategory: 'PLANNED', demand: 'promise' }],
      secondersMustBeDelegates: true,
      nonDelegateMayPropose: 'as-suggestion',
      lateHandling: 'refuse',
      withdrawUntil: 'assignment',
      reviewOutcomes: ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'MERGED', 'PRESIDIUM'],
      replyDue: { kind: 'working-days', n: 60 },
      beforeReply: [],
      leaderSignOff: 'on-reply',
      lateReply: 'accept',
      remindBeforeDays: 3,
      feedbackDue: { kind: 'working-days', n: 15 },
      rehandleDue: { kind: 'working-days', n: 20 },
      maxRounds: 3,
      ratingScale: 3,
      ratingDimensions: ['attitude', 'result'],
      ratedBy: 'lead',
      silencePolicy: 'exclude',
      objectionWithin: { kind: 'working-days', n: 5 },
      reassignWithin: { kind: 'working-days', n: 10 },
      proposerMayObjectToRouting: false,
      extensionLimit: { counted: 'in-all', months: 6 },
      clarificationsPerRound: 1,
      clarificationWorkingDays: 10,
      publishReplies: 'yes',
    });
  });

  it('demands nothing of a result that is none any more', () => {
    const asked = callOf({
      ...usual,
      resultCategories: ['A', 'B'],
      resultDemands: [...usual.resultDemands, { resultCategory: 'B', demand: 'reason' }],
    });
    expect(asked).toMatchObject({ resultCategories: ['A', 'B'], resultDemands: [{ resultCategory: 'B', demand: 'reason' }] });
  });

  it('opens one without a last day, whatever day was typed before', () => {
    expect(callOf({ ...usual, isAllYear: true }).closesAt).toBeNull();
  });

  it('says what it does not take without empty lines', () => {
    expect(callOf({ ...usual, exclusions: [' 国家机密 ', '', '个案'], themes: ['教学'] })).toMatchObject({
      exclusions: ['国家机密', '个案'],
      themes: ['教学'],
    });
  });
});

describe('a preset', () => {
  const preset = (changes: string[], settings: object) =>
    ({ id: 'chongqing', source: '', mark: 'T', changes, settings }) as unknown as Preset;
  const rules = {
    ...usual,
    replyDue: { kind: 'days', n: 53 },
    feedbackDue: { kind: 'date', date: '2026-06-30' },
    rehandleDue: { kind: 'months', n: 2 },
    objectionWithin: { kind: 'days', n: 5 },
    reassignWithin: { kind: 'days', n: 10 },
  };

  it('fills in what it says otherwise, as far as the form asks for it', () => {
    expect(fieldsOf(preset(['minSeconders', 'replyDue', 'contactWithin'], { ...rules, minSeconders: 3 }))).toEqual({
      minSeconders: 3,
      replyKind: 'days',
      replyN: 53,
    });
    expect(fieldsOf(preset(['feedbackDue', 'rehandleDue'], rules))).toEqual({ rehandleKind: 'months', rehandleN: 2 });
  });

  it('may have replies due before the next session', () => {
    const changed = fieldsOf(preset(['replyDue'], { ...rules, replyDue: { kind: 'before-session', days: 14 } }));
    expect(changed).toEqual({ replyKind: 'before-session', replyN: 14 });
    expect(callOf({ ...usual, ...changed }).replyDue).toEqual({ kind: 'before-session', days: 14 });
  });

  it('leaves nothing behind of the one that was chosen before it', () => {
    const first = preset(['minSeconders', 'rehandleDue'], { ...rules, minSeconders: 5 });
    const second = preset(['maxRounds'], { ...rules, maxRounds: 3 });
    const usualRules = { ...rules, rehandleDue: { kind: 'months', n: 1 } } as unknown as Preset['settings'];
    expect(followed(second, first, usualRules)).toEqual({ minSeconders: 2, rehandleKind: 'months', rehandleN: 1, maxRounds: 3 });
    expect(followed(undefined, second, usualRules)).toEqual({ maxRounds: 2 });
  });
});
