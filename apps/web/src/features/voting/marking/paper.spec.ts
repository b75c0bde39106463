import fc from 'fast-check';
import {
  blankPaper,
  choicesOf,
  isBlank,
  isFull,
  type Question,
  readMarks,
  withThreeWayMark,
  threeWayMarkOf,
  sizesOf,
  tallyOf,
  toggled,
  THREE_WAYS,
  threeWay,
  type ThreeWayPair,
  unanswered,
  writeMarks,
} from './paper.js';

const MATTER: Question = { question: 'The plan', answers: ['yes', 'no', 'abstain'], min: 1, max: 1 };
const ELECTION: Question = { question: 'Two seats', answers: ['A', 'B', 'C', 'D'], min: 0, max: 2 };

describe('a matter', () => {
  const paper = [MATTER, MATTER];

  it('takes exactly one answer, and another in its place', () => {
    const yes = toggled(paper, blankPaper(paper), 0, 0);
    expect(yes).toEqual([[0], []]);
    expect(toggled(paper, yes, 0, 2)).toEqual([[2], []]);
    expect(toggled(paper, yes, 0, 0)).toEqual([[0], []]);
  });

  it('waits for an answer of its own', () => {
    expect(unanswered(paper, blankPaper(paper))).toEqual([0, 1]);
    expect(unanswered(paper, toggled(paper, blankPaper(paper), 1, 1))).toEqual([0]);
  });
});

describe('candidates', () => {
  const paper = [ELECTION];

  it('are marked and unmarked, up to the seats', () => {
    const two = toggled(paper, toggled(paper, blankPaper(paper), 0, 3), 0, 1);
    expect(two).toEqual([[1, 3]]);
    expect(isFull(ELECTION, [1, 3])).toBe(true);
    expect(toggled(paper, two, 0, 0)).toEqual([[1, 3]]);
    expect(toggled(paper, two, 0, 1)).toEqual([[3]]);
  });

  it('may all be left unmarked', () => {
    expect(unanswered(paper, blankPaper(paper))).toEqual([]);
    expect(choicesOf(paper, blankPaper(paper))).toEqual([[0, 0, 0, 0]]);
  });

  it('are sealed by their place', () => {
    expect(choicesOf(paper, [[1, 3]])).toEqual([[0, 1, 0, 1]]);
  });
});

describe('any paper', () => {
  const question = fc
    .record({ answers: fc.integer({ min: 1, max: 12 }), max: fc.integer({ min: 1, max: 12 }) })
    .map(({ answers, max }): Question => ({
      question: 'q',
      answers: Array.from({ length: answers }, (_, n) => `${n}`),
      min: 0,
      max: Math.min(answers, max),
    }));

  it('never holds one mark too many, nor a mark twice, however it is tapped', () => {
    fc.assert(
      fc.property(question, fc.array(fc.integer({ min: -1, max: 13 }), { maxLength: 60 }), (asked, taps) => {
        const marks = taps.reduce((before, answer) => toggled([asked], before, 0, answer), blankPaper([asked]));
        const [marked = []] = marks;
        expect(marked.length).toBeLessThanOrEqual(asked.max);
        expect(new Set(marked).size).toBe(marked.length);
        const [choices = []] = choicesOf([asked], marks);
        expect(choices.filter((choice) => choice === 1)).toHaveLength(marked.length);
        expect(choices).toHaveLength(asked.answers.length);
      }),
    );
  });
});

describe('for, against or neither', () => {
  const asked = [
    { ...ELECTION, question: 'yes' },
    { ...ELECTION, question: 'no', max: 4 },
  ];
  const pairs = [{ approve: 0, against: 1 }];
  const [PAIR] = threeWay(asked, pairs) as [ThreeWayPair];
  const say = (...words: readonly [number, (typeof THREE_WAYS)[number]][]) =>
    words.reduce((marks, [person, said]) => withThreeWayMark(asked, marks, PAIR, person, said), blankPaper(asked, pairs));

  it('is nothing until something is said, and then one of the three', () => {
    const marks = say([0, 'yes'], [1, 'no'], [0, 'no'], [1, 'abstain']);
    expect([0, 1, 2].map((person) => threeWayMarkOf(marks, PAIR, person))).toEqual(['no', 'abstain', null]);
    expect(isBlank(blankPaper(asked, pairs))).toBe(true);
    expect(isBlank(say([3, 'abstain']))).toBe(false);
  });

  it('is told in numbers, with those of whom nothing was said', () => {
    expect(tallyOf(asked, say([0, 'yes'], [1, 'no'], [2, 'abstain']), PAIR)).toEqual({ yes: 1, no: 1, abstain: 1, left: 1 });
  });

  it('seals an abstention like a silence', () => {
    expect(choicesOf(asked, say([0, 'yes'], [1, 'abstain']))).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('approves no more than there are seats, and refuses as many as one likes', () => {
    expect(say([0, 'yes'], [1, 'yes'], [2, 'yes'])).toEqual([[0, 1], [], []]);
    expect(say([0, 'no'], [1, 'no'], [2, 'no'], [3, 'no'])).toEqual([[], [0, 1, 2, 3], []]);
    // One who was approved makes room by being refused.
    expect(say([0, 'yes'], [1, 'yes'], [0, 'no'], [2, 'yes'])).toEqual([[1, 2], [0], []]);
    // Saying again what was said changes nothing.
    expect(say([0, 'yes'], [1, 'yes'], [1, 'yes'])).toEqual([[0, 1], [], []]);
  });

  it('never marks anybody two ways, whatever is said, and is read as it was written', () => {
    const words = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.constantFrom(...THREE_WAYS)), { maxLength: 50 });
    fc.assert(
      fc.property(words, (said) => {
        const marks = say(...said);
        expect(marks[0]?.length).toBeLessThanOrEqual(2);
        const each = marks.flat();
        expect(new Set(each).size).toBe(each.length);
        const sizes = sizesOf(asked, pairs);
        expect(readMarks(sizes, writeMarks(sizes, marks))).toEqual(marks);
      }),
    );
  });
});

describe('kept marks', () => {
  it('of another paper are none', () => {
    expect(readMarks([3, 2], '10001')).toEqual([[0], [1]]);
    expect(readMarks([3, 2], '1000')).toBeNull();
    expect(readMarks([3, 2], '1000x')).toBeNull();
  });
});
