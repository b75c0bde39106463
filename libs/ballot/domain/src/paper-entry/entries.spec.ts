import fc from 'fast-check';
import { nameOfficers } from '../preparing/officers.js';
import { DELEGATE, KNOWN, OFFICERS, ORGANISER, aBallot, by, sheet, twoEntries } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { enterSheets, settleDifference } from './entering.js';
import { Entries } from './entries.js';

const { closed } = aBallot({ channel: 'paper' });
const alike = [sheet(1, { plan: 'yes' }), sheet(2, { plan: 'no' }), sheet(3, {})];

describe('an entry', () => {
  it('is made by a teller, in as many parts as suits', () => {
    const first = enterSheets(closed, by('t1'), new Entries(), alike.slice(1));
    expect(first).toEqual({ entryNo: 1, tellerId: 't1', sheets: alike.slice(1) });
    const put = enterSheets(closed, by('t1'), new Entries([first]), [sheet(1, { plan: 'no' }), sheet(3, { plan: 'yes' })]);
    expect(put.sheets).toEqual([sheet(1, { plan: 'no' }), sheet(2, { plan: 'no' }), sheet(3, { plan: 'yes' })]);
  });

  it('is one of two: the second teller gets the other', () => {
    const first = enterSheets(closed, by('t1'), new Entries(), alike);
    expect(enterSheets(closed, by('t2'), new Entries([first]), alike).entryNo).toBe(2);
  });

  it('is refused to anybody else, out of time, by hands, and beyond the papers', () => {
    expect(refusalOf(() => enterSheets(closed, by('s1'), new Entries(), alike)).code).toBe('ballot.not-a-teller');
    expect(refusalOf(() => enterSheets(closed, DELEGATE, new Entries(), alike)).code).toBe('ballot.not-a-teller');
    expect(refusalOf(() => enterSheets(aBallot({ channel: 'paper' }).opened, by('t1'), new Entries(), alike)).code).toBe(
      'ballot.wrong-state',
    );
    expect(refusalOf(() => enterSheets(aBallot().closed, by('t1'), new Entries(), alike)).code).toBe('ballot.wrong-channel');
    expect(refusalOf(() => enterSheets(closed, by('t1'), new Entries(), [sheet(4, {})]))).toEqual({
      code: 'ballot.sheet-out-of-range',
      details: { no: 4, returned: 3 },
    });
    const three = nameOfficers(aBallot({ channel: 'paper' }).frozen, ORGANISER, { ...OFFICERS, tellers: ['t1', 't2', 't3'] }, KNOWN).ballot;
    const open = { ...closed, officers: three.officers };
    expect(refusalOf(() => enterSheets(open, by('t3'), twoEntries([]), alike)).code).toBe('ballot.entries-taken');
  });

  it('stands once both are complete', () => {
    expect(refusalOf(() => enterSheets(closed, by('t1'), twoEntries(alike), [sheet(1, { plan: 'no' })])).code).toBe(
      'ballot.entries-complete',
    );
  });
});

describe('differences', () => {
  it('are shown to nobody before both entries are complete', () => {
    const begun = new Entries([
      { entryNo: 1, tellerId: 't1', sheets: alike },
      { entryNo: 2, tellerId: 't2', sheets: alike.slice(1) },
    ]);
    expect(refusalOf(() => begun.differences(3))).toEqual({
      code: 'ballot.entries-incomplete',
      details: { sheets: 3, first: 3, second: 2 },
    });
  });

  it('list the sheets that were read differently, and these only', () => {
    const entries = twoEntries(alike, [sheet(2, { plan: 'yes' })]);
    expect(entries.differences(3)).toEqual([{ no: 2, readings: [sheet(2, { plan: 'no' }), sheet(2, { plan: 'yes' })], decision: null }]);
    expect(refusalOf(() => entries.settled(3, 2))).toEqual({ code: 'ballot.differences-open', details: { open: 1 } });
  });

  it('are settled by a third: neither teller, nor for a sheet that both read alike', () => {
    const entries = twoEntries(alike, [sheet(2, { plan: 'yes' })]);
    expect(settleDifference(closed, by('s1'), entries, sheet(2, {})).ballot).toMatchObject({ state: 'CLOSED', tally: null });
    expect(refusalOf(() => settleDifference(closed, by('t2'), entries, sheet(2, {}))).code).toBe('ballot.not-the-third');
    expect(refusalOf(() => settleDifference(closed, ORGANISER, entries, sheet(2, {}))).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => settleDifference(closed, by('s1'), entries, sheet(1, {})))).toEqual({
      code: 'ballot.no-difference',
      details: { no: 1 },
    });
    expect(twoEntries(alike, [sheet(2, { plan: 'yes' })], [sheet(2, {})]).settled(3, 2)).toMatchObject(
      [alike[0], sheet(2, {}), alike[2]].map((read) => ({ marks: read?.marks, spoiled: null, ruling: null })),
    );
  });

  it('whoever is right, the sheets that count are those that both read, or the third', () => {
    const mark = fc.constantFrom('yes', 'no', 'abstain');
    const sheets = fc.array(fc.tuple(mark, mark, mark), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(sheets, (marks) => {
        const read = (reading: 0 | 1 | 2) => marks.map((each, index) => sheet(index + 1, { plan: each[reading] as 'yes' }));
        const settled = twoEntries(read(0), read(1), read(2)).settled(marks.length, 2);
        const expected = marks.map(([first, second, third]) => (first === second ? first : third));
        expect(settled.map((each) => each.marks.get('plan'))).toEqual(expected);
      }),
    );
  });
});
