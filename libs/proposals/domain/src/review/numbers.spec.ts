import { civilDate } from '@plenum/calendar';
import { DEFAULT_SETTINGS, settingsWith } from '../call/default-settings.js';
import { inState } from '../testing/a-proposal.js';
import { docketNumberBy, isDocketPattern } from '../call/docket-pattern.js';
import { numbered, numbersOwed } from './numbers.js';

const SESSION = { termNo: 7, sessionNo: 2, today: civilDate('2026-03-10') };
const numberBy = (pattern: string, track: 'PROPOSAL' | 'SUGGESTION' = 'PROPOSAL', number = 1) =>
  docketNumberBy(pattern, { ...SESSION, track, number });

describe('a docket pattern', () => {
  it.each([
    ['{term}-{session}-{number}', '7-2-001'],
    ['{year}{track}{number:4}', '2026P0001'],
    ['T{number:1}', 'T1'],
    ['[{year}] {term}.{session} No. {number}', '[2026] 7.2 No. 001'],
  ])('%s makes %s', (pattern, number) => {
    expect(isDocketPattern(pattern)).toBe(true);
    expect(numberBy(pattern)).toBe(number);
  });

  it('tells the tracks apart where it says so, and never cuts a number off', () => {
    expect(numberBy('{track}{number}', 'SUGGESTION')).toBe('S001');
    expect(numberBy('{number}', 'PROPOSAL', 12_345)).toBe('12345');
  });

  it.each([
    ['without a running number', '{term}-{session}'],
    ['with two of them', '{number}-{number}'],
    ['with what is not known', '{unit}-{number}'],
    ['with digits where none are', '{term:2}-{number}'],
    ['with too many digits', '{number:7}'],
    ['with a bracket left open', '{number}{'],
    ['with what no office writes', '{number}<b>'],
    ['that is longer than a number', `${'A'.repeat(40)}{number}`],
    ['that is empty', ''],
  ])('%s is none', (_what, pattern) => expect(isDocketPattern(pattern)).toBe(false));
});

describe('the settings of a call', () => {
  it.each([
    ['docketPattern', { docketPattern: '{term}' }],
    ['suggestionPattern', { suggestionPattern: '' }],
    ['suggestionPattern', { suggestionPattern: DEFAULT_SETTINGS.docketPattern }],
  ])('refuse a %s that makes no numbers, or makes them twice', (setting, stated) => {
    expect(() => settingsWith(stated)).toThrow(expect.objectContaining({ code: 'proposals.setting-out-of-range', details: { setting } }));
  });

  it('take one pattern for both tracks where it names the track', () => {
    const pattern = '{term}-{session}-{track}{number}';
    expect(settingsWith({ docketPattern: pattern, suggestionPattern: pattern }).suggestionPattern).toBe(pattern);
  });
});

describe('a proposal', () => {
  const withSuggestions = settingsWith({ suggestionPattern: 'S-{number}' });

  it('is owed a receipt number once it was handed in, and a docket number once it has a track that is numbered', () => {
    const owed = (state: keyof typeof inState, settings = DEFAULT_SETTINGS) => numbersOwed(inState[state](), settings);
    expect(owed('SECONDING')).toEqual([]);
    expect(owed('SUBMITTED')).toEqual(['RECEIPT']);
    expect(owed('NOT_FILED')).toEqual(['RECEIPT']);
    expect(owed('FILED')).toEqual(['RECEIPT', 'PROPOSAL']);
    expect(owed('SUGGESTION')).toEqual(['RECEIPT']);
    expect(owed('SUGGESTION', withSuggestions)).toEqual(['RECEIPT', 'SUGGESTION']);
  });

  it('keeps the numbers that it has', () => {
    const once = numbered(inState.FILED(), { RECEIPT: 4, PROPOSAL: 2 }, SESSION, DEFAULT_SETTINGS);
    expect(once).toMatchObject({ receiptNo: 4, docketNo: '7-2-002', version: inState.FILED().version });
    expect(numbersOwed(once, DEFAULT_SETTINGS)).toEqual([]);
    expect(numbered(once, {}, SESSION, DEFAULT_SETTINGS)).toEqual(once);
  });

  it('has the number of its own track', () => {
    const suggestion = numbered(inState.SUGGESTION(), { RECEIPT: 1, SUGGESTION: 7 }, SESSION, withSuggestions);
    expect(suggestion.docketNo).toBe('S-007');
  });
});
