import { endOfDay, startOfDay } from '../../shared/proposal/call-times.js';
import { callOf, CHOSEN_RULES, fieldsOf, followed, PERIOD_RULES, usualCall } from './call-fields.js';
import type { NewCall, Preset, Settings } from './call-requests.js';
import { usualLadder } from './ladder.js';
import { SHOWN_RULES } from './use-rule-text.js';

const usual = { ...usualCall('s1', new Date(2026, 11, 1, 9)), lastDay: '2026-12-31' };

/** Every rule that a call may state: whoever adds one to the rules is told by the compiler to name it here, and by the test to ask it. */
const EVERY_RULE = {
  minSeconders: true,
  secondersMustBeDelegates: true,
  nonDelegateMayPropose: true,
  delegationProposalSupport: true,
  maxCoProposers: true,
  endorsement: true,
  endorsementWithin: true,
  lateHandling: true,
  withdrawUntil: true,
  reviewOutcomes: true,
  reviewSteps: true,
  disputedReview: true,
  mergedAuthors: true,
  mergeConsentWithin: true,
  mergeSilence: true,
  committeeSize: true,
  reconsiderationWithin: true,
  docketPattern: true,
  suggestionPattern: true,
  beforeReply: true,
  leaderSignOff: true,
  objectionWithin: true,
  reassignWithin: true,
  proposerMayObjectToRouting: true,
  contactWithin: true,
  assistingOpinionWithin: true,
  replyDue: true,
  lateReply: true,
  extensionLimit: true,
  clarificationsPerRound: true,
  clarificationWorkingDays: true,
  resultCategories: true,
  resultDemands: true,
  jointReplyTo: true,
  ladder: true,
  ratingScale: true,
  ratingDimensions: true,
  ratedBy: true,
  feedbackDue: true,
  silencePolicy: true,
  rehandleDue: true,
  maxRounds: true,
  publishReplies: true,
  awardNominators: true,
  statsUnit: true,
} as const satisfies Record<keyof Settings, true> & Record<Exclude<keyof NewCall, NotARule>, true>;
type NotARule = 'sessionId' | 'opensAt' | 'closesAt' | 'themes' | 'exclusions' | 'targetPerDelegation' | 'targets';

describe('the form of a call', () => {
  it('asks for every rule that a call may state, each once, and the call shows every one', () => {
    const every = Object.keys(EVERY_RULE).sort();
    expect([...CHOSEN_RULES, ...Object.values(PERIOD_RULES)].sort()).toEqual(every);
    const shownWithAnother = ['clarificationWorkingDays'];
    expect([...SHOWN_RULES, ...shownWithAnother].sort()).toEqual(every);
  });

  it('says that there is none where a number, a size, a pattern or a period is left out', () => {
    expect(callOf({ ...usual, contactKind: 'none', suggestionPattern: ' ' })).toMatchObject({
      maxCoProposers: null,
      committeeSize: null,
      suggestionPattern: null,
      contactWithin: null,
    });
    expect(callOf({ ...usual, maxCoProposers: 2, committeeSize: { min: 5, max: 7 }, suggestionPattern: 'S-{number}' })).toMatchObject({
      maxCoProposers: 2,
      committeeSize: { min: 5, max: 7 },
      suggestionPattern: 'S-{number}',
    });
  });

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
      maxCoProposers: null,
      reviewSteps: [{ name: 'REVIEW' }],
      disputedReview: 'presidium',
      committeeSize: null,
      mergedAuthors: 'joint-proposers',
      suggestionPattern: null,
      contactWithin: { kind: 'working-days', n: 20 },
      assistingOpinionWithin: { kind: 'months', n: 1 },
      jointReplyTo: 'each',
      awardNominators: 'committee',
      statsUnit: 'both',
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
      ladder: usualLadder(),
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
    const said = { ...rules, minSeconders: 3, jointReplyTo: 'lead', contactWithin: null };
    expect(fieldsOf(preset(['minSeconders', 'replyDue', 'contactWithin', 'jointReplyTo'], said))).toEqual({
      minSeconders: 3,
      jointReplyTo: 'lead',
      replyKind: 'days',
      replyN: 53,
      contactKind: 'none',
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
