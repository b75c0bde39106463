import { emptyReading, linesOf, marked, marksOf, namesIn, nextNumber, afterKey } from './sheet-entry.js';

const LINES = [
  { id: 'c1', label: 'A' },
  { id: 'c2', label: 'B' },
];
const MARKS = marksOf({ kind: 'election' });
const start = { reading: emptyReading(4), at: 0 };
const after = (...keys: string[]) => keys.reduce((position, key) => afterKey(position, key, LINES, MARKS) ?? position, start);

describe('a sheet read by keys', () => {
  it('marks the line and goes on to the next', () => {
    expect(after('1', '2')).toEqual({ reading: { no: 4, marks: { c1: 'yes', c2: 'no' }, writeIns: [], doubt: null }, at: 1 });
    expect(after('3').reading.marks).toEqual({ c1: 'abstain' });
  });

  it('goes up and down, and takes a mark away', () => {
    expect(after('ArrowUp').at).toBe(0);
    expect(after('ArrowDown', 'ArrowDown', 'ArrowDown').at).toBe(1);
    expect(after('1', 'ArrowUp', '0').reading.marks).toEqual({});
  });

  it('knows no other keys', () => {
    for (const key of ['4', '9', 'a', 'Enter', 'Tab', ' ']) expect(afterKey(start, key, LINES, MARKS)).toBeNull();
    expect(afterKey(start, '1', [], MARKS)).toBeNull();
    expect(afterKey(start, '2', LINES, marksOf({ kind: 'poll' }))).toBeNull();
  });

  it('grades an appraisal by the place of the grade', () => {
    const grades = marksOf({ kind: 'appraisal', grades: ['good', 'fair'] });
    expect(afterKey(start, '2', LINES, grades)?.reading.marks).toEqual({ c1: 'fair' });
    expect(afterKey(start, '3', LINES, grades)?.reading.marks).toEqual({ c1: 'abstain' });
  });

  it('leaves out what has no mark', () => {
    expect(marked(marked(emptyReading(1), 'c1', 'yes'), 'c1', null).marks).toEqual({});
  });
});

it('goes on with the first sheet that is missing', () => {
  expect([nextNumber([], 3), nextNumber([1, 3], 3), nextNumber([3, 2, 1], 3), nextNumber([], 0)]).toEqual([1, 2, 4, 1]);
});

it('reads names with any comma between', () => {
  expect(namesIn('A、B, C，D；\n E ;')).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(namesIn(' ')).toEqual([]);
});

it('takes the lines of whatever is voted on', () => {
  const choice = { id: 'x', label: 'X', memberId: null };
  for (const list of ['items', 'candidates', 'subjects', 'options'] as const) expect(linesOf({ [list]: [choice] })).toEqual([choice]);
  expect(linesOf({})).toEqual([]);
});
