import { sheet } from '../testing/ballots.js';
import { faultOf } from '../testing/refusals.js';
import { sheetsAgree, readSheet, readSheets } from './sheets.js';

const WORDS = ['yes', 'no', 'abstain'];

describe('sheets as they are sent', () => {
  it('carry a number, marks and names written in', () => {
    expect(readSheets([{ no: 1, marks: { c1: 'yes' }, writeIns: [' w1 '] }, { no: 2 }], WORDS)).toEqual([
      sheet(1, { c1: 'yes' }, ['w1']),
      sheet(2, {}),
    ]);
    expect(readSheet({ no: 7, marks: {} }, WORDS)).toEqual(sheet(7, {}));
  });

  it.each<[unknown, string, string]>([
    [{}, 'sheets', 'not-a-list'],
    [[{ marks: {} }], 'sheets[0].no', 'missing'],
    [[{ no: 0 }], 'sheets[0].no', 'too-small'],
    [[{ no: 1 }, { no: 1 }], 'sheets[1].no', 'repeated'],
    [[{ no: 1, marks: { c1: 'perhaps' } }], 'sheets[0].marks.c1', 'not-in-the-list'],
    [[{ no: 1, voter: 'm1' }], 'sheets[0].voter', 'unknown-field'],
    [[{ no: 1, writeIns: [' '] }], 'sheets[0].writeIns', 'not-a-name'],
    [[{ no: 1, writeIns: ['a\u0000'] }], 'sheets[0].writeIns', 'not-a-name'],
    [[{ no: 1, marks: { 'c\u0000': 'yes' } }], 'sheets[0].marks', 'not-an-id'],
  ])('%j is malformed', (value, field, reason) => {
    expect(faultOf(() => readSheets(value, WORDS))).toEqual({ field, reason });
  });
});

describe('two readings of a paper', () => {
  it('are alike when they count the same', () => {
    const [stated, blank] = [sheet(1, { c1: 'yes', c2: 'abstain' }, ['w1', 'w2']), sheet(1, { c1: 'yes' }, ['w2', 'w1'])];
    expect(sheetsAgree(stated, blank)).toBe(true);
    expect(sheetsAgree(blank, stated)).toBe(true);
  });

  it.each([
    ['a mark', sheet(1, { c1: 'no' })],
    ['a mark for another', sheet(1, { c1: 'yes', c2: 'yes' })],
    ['a name', sheet(1, { c1: 'yes' }, ['w1'])],
  ])('differ in %s', (_, other) => {
    expect(sheetsAgree(sheet(1, { c1: 'yes' }), other)).toBe(false);
    expect(sheetsAgree(other, sheet(1, { c1: 'yes' }))).toBe(false);
  });
});
