import type { DueRule } from '@plenum/calendar';
import { SETTING_CHOICES } from './choices.js';
import { DEFAULT_SETTINGS, settingsWith } from './default-settings.js';
import type { ProposalSettings } from './settings.js';

const outOfRange = (setting: string) => expect.objectContaining({ code: 'proposals.setting-out-of-range', details: { setting } });

describe('the settings of a call', () => {
  it('are the usual ones where nothing is said, every one within its bounds', () => {
    expect(settingsWith({})).toEqual(DEFAULT_SETTINGS);
  });

  const choices = Object.entries(SETTING_CHOICES).flatMap(([setting, ways]) => ways.map((way) => [setting, way] as const));
  it.each(choices)('take %s: %s', (setting, way) => {
    const isList = Array.isArray(DEFAULT_SETTINGS[setting as keyof ProposalSettings]);
    const stated = isList ? [...new Set([way, ...(setting === 'reviewOutcomes' ? ['FILED'] : [])])] : way;
    expect(settingsWith({ [setting]: stated })[setting as keyof ProposalSettings]).toEqual(stated);
  });

  it.each(Object.keys(SETTING_CHOICES))('refuse another way of %s', (setting) => {
    const isList = Array.isArray(DEFAULT_SETTINGS[setting as keyof ProposalSettings]);
    expect(() => settingsWith({ [setting]: isList ? ['never-heard-of'] : 'never-heard-of' })).toThrow(outOfRange(setting));
  });

  it.each([
    { minSeconders: 0 },
    { minSeconders: 100 },
    { delegationProposalSupport: null },
    { delegationProposalSupport: { num: 2, den: 3, inclusive: true } },
    { delegationProposalSupport: { num: 1, den: 1, inclusive: true } },
    { maxCoProposers: 0 },
    { maxCoProposers: null },
    { reviewOutcomes: ['SUGGESTION'] },
    { reviewSteps: [{ name: '初审' }, { name: '复审' }, { name: '终审' }] },
    { committeeSize: { min: 9, max: 9 } },
    { contactWithin: null },
    { reconsiderationWithin: { kind: 'days', n: 5 } },
    { docketPattern: '{year}-{number:4}', suggestionPattern: 'S-{number}' },
    { objectionWithin: { kind: 'days', n: 10 } },
    { replyDue: { kind: 'before-session', days: 14 } },
    { replyDue: { kind: 'date', date: '2026-06-20' } },
    { extensionLimit: { counted: 'beyond', months: 1 } },
    { clarificationsPerRound: 0 },
    { clarificationWorkingDays: 10 },
    { ratingScale: 4 },
    { ratingDimensions: ['result'] },
    { maxRounds: 5 },
    { proposerMayObjectToRouting: true },
    { ladder: { rungs: [{ workingDays: -3, hears: ['debtor', 'head'] }], then: null } },
  ] as Partial<ProposalSettings>[])('take %j', (stated) => {
    expect(settingsWith(stated)).toEqual({ ...DEFAULT_SETTINGS, ...stated });
  });

  it.each([
    { secondersMustBeDelegates: 'yes' },
    { delegationProposalSupport: { num: 0, den: 2, inclusive: true } },
    { delegationProposalSupport: { num: 1, den: 1, inclusive: false } },
    { delegationProposalSupport: { num: 3, den: 2, inclusive: true } },
    { delegationProposalSupport: { num: 0.5, den: 1, inclusive: true } },
    { delegationProposalSupport: { num: 51, den: 101, inclusive: true } },
    { maxCoProposers: -1 },
    { maxCoProposers: 101 },
    { reviewOutcomes: [] },
    { reviewOutcomes: ['FILED', 'FILED'] },
    { reviewOutcomes: ['NOT_FILED', 'RETURNED'] },
    { reviewSteps: [] },
    { reviewSteps: ['1', '2', '3', '4'].map((name) => ({ name })) },
    { reviewSteps: [{ name: '初审' }, { name: '初审' }] },
    { reviewSteps: [{ name: ' ' }] },
    { committeeSize: { min: 9, max: 5 } },
    { committeeSize: { min: 0, max: 5 } },
    { objectionWithin: { kind: 'date', date: '2026-06-20' } },
    { reassignWithin: { kind: 'date', date: '2026-06-20' } },
    { reconsiderationWithin: { kind: 'date', date: '2026-06-20' } },
    { docketPattern: '{term}' },
    { suggestionPattern: '' },
    { suggestionPattern: DEFAULT_SETTINGS.docketPattern },
    { contactWithin: { kind: 'date', date: '2026-06-20' } },
    { assistingOpinionWithin: { kind: 'date', date: '2026-06-20' } },
    { rehandleDue: { kind: 'date', date: '2026-06-20' } },
    { replyDue: { kind: 'before-session', days: 0 } },
    { replyDue: { kind: 'before-session', days: 367 } },
    { extensionLimit: { counted: 'in-all', months: 13 } },
    { extensionLimit: { counted: 'sometimes', months: 1 } },
    { clarificationsPerRound: 2 },
    { clarificationWorkingDays: 0 },
    { clarificationWorkingDays: 11 },
    { resultCategories: ['SOLVED', 'SOLVED'] },
    { resultCategories: ['x'.repeat(41)] },
    { resultDemands: [{ resultCategory: 'PLANNED', demand: 'money' }] },
    { resultDemands: [{ resultCategory: ' ', demand: 'reason' }] },
    { ratingScale: 5 },
    { ratingDimensions: [] },
    { ratingDimensions: ['result', 'result'] },
    { ladder: { rungs: [], then: null } },
    { ladder: { rungs: [{ workingDays: 61, hears: ['debtor'] }], then: null } },
    { ladder: { rungs: [{ workingDays: 1, hears: ['everybody'] }], then: null } },
    { maxRounds: 1 },
  ] as unknown as Partial<ProposalSettings>[])('refuse %j', (stated) => {
    expect(() => settingsWith(stated)).toThrow(outOfRange(Object.keys(stated)[0] ?? ''));
  });

  it.each([
    'reconsiderationWithin',
    'objectionWithin',
    'reassignWithin',
    'contactWithin',
    'assistingOpinionWithin',
    'replyDue',
    'feedbackDue',
    'rehandleDue',
  ])('leave it to the calendar to refuse a period of %s that is none', (setting) => {
    const none: DueRule = { kind: 'working-days', n: 0 };
    expect(() => settingsWith({ [setting]: none })).toThrow(expect.objectContaining({ code: 'calendar.not-a-period' }));
  });
});
