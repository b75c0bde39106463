import { count } from './count.js';
import { aResolution, anElection, candidateId } from './testing/cases.js';

type Marks = Record<string, string>;
interface GivenPaper {
  marks?: Marks;
  writeIns?: string[];
}

const called = { roll: 60, present: 58, issued: 58, voters: 58 };
const yesTo = (howMany: number): Marks => Object.fromEntries(Array.from({ length: howMany }, (_, index) => [candidateId(index), 'yes']));
const listed = (howMany: number) => Array.from({ length: howMany }, (_, index) => ({ id: candidateId(index) }));

/** An election counted from single papers, ten listed for nine seats unless said otherwise. */
const fromPapers = (papers: GivenPaper[], rules: Record<string, unknown> = {}, rest: Record<string, unknown> = {}) => {
  const { counts: _, ...given } = anElection({ rules, candidates: listed(10), ...rest }) as Record<string, unknown>;
  return count({ ...given, counts: called, papers });
};

// DOMAIN 6.3, example 10.
describe('a paper for nine seats', () => {
  it.each<[string, GivenPaper, number]>([
    ['with ten approvals is spoiled', { marks: yesTo(10) }, 1],
    ['with eight approvals and two names written in is spoiled', { marks: yesTo(8), writeIns: ['w1', 'w2'] }, 1],
    ['with nine approvals is valid', { marks: yesTo(9) }, 0],
    ['with seven is valid', { marks: yesTo(7) }, 0],
    ['without any mark is valid: nine abstentions', {}, 0],
  ])('%s', (_, paper, invalid) => {
    const outcome = fromPapers([paper]);
    expect(outcome).toMatchObject({ papers: { returned: 1, valid: 1 - invalid, invalid, reasons: invalid ? { overVote: 1 } : {} } });
  });
});

describe('names written in', () => {
  const withNos = (nos: number, writeIns: string[]): GivenPaper => ({
    marks: Object.fromEntries(Array.from({ length: nos }, (_, index) => [candidateId(index), 'no'])),
    writeIns,
  });
  const ranked = (outcome: unknown) =>
    (outcome as { ranking: { id: string; yes: number }[] }).ranking.filter(({ id }) => id.startsWith('w'));

  it('spoil the paper where the rules allow none', () => {
    expect(fromPapers([{ writeIns: ['w1'] }, {}], { writeIns: 'none' })).toMatchObject({
      papers: { valid: 1, invalid: 1, reasons: { writeIn: 1 } },
    });
  });

  it('count freely where the rules are free', () => {
    expect(ranked(fromPapers([{ writeIns: ['w1'] }, { writeIns: ['w1', 'w2'] }], { writeIns: 'free' }))).toMatchObject([
      { id: 'w1', yes: 2 },
      { id: 'w2', yes: 1 },
    ]);
  });

  it('replace a "no" each, or are all dropped while the paper stays valid', () => {
    const outcome = fromPapers([withNos(2, ['w1', 'w2']), withNos(1, ['w1', 'w2'])], { writeIns: 'replace-no' });
    expect(outcome).toMatchObject({ papers: { valid: 2, invalid: 0 } });
    expect(ranked(outcome)).toMatchObject([
      { id: 'w1', yes: 1 },
      { id: 'w2', yes: 1 },
    ]);
  });

  it('that are dropped make no over-vote', () => {
    expect(fromPapers([{ marks: yesTo(9), writeIns: ['w1'] }], { writeIns: 'replace-no' })).toMatchObject({ papers: { valid: 1 } });
  });

  it('spoil the paper when listed, or twice the same', () => {
    expect(fromPapers([{ writeIns: ['c01'] }, { writeIns: ['w1', 'w1'] }])).toMatchObject({
      papers: { invalid: 2, reasons: { listedWriteIn: 1, repeatedWriteIn: 1 } },
    });
  });

  it('do not rank when they are listed as ineligible', () => {
    expect(ranked(fromPapers([{ writeIns: ['w1', 'w9'] }], {}, { ineligible: ['w9'] }))).toMatchObject([{ id: 'w1' }]);
  });

  it('cannot be settled by fewer against, but a spoiled paper does not make the case malformed', () => {
    expect(fromPapers([{ writeIns: ['w1'] }], { tie: 'fewer-against' })).toEqual({
      status: 'malformed',
      field: 'papers',
      reason: 'write-ins-with-fewer-against',
    });
    expect(fromPapers([{ writeIns: ['w1'] }, { marks: yesTo(9) }], { tie: 'fewer-against', writeIns: 'none' })).toMatchObject({
      papers: { invalid: 1 },
    });
  });
});

describe('counting papers', () => {
  it('spoils a mark for an id that is not on the ballot, whatever its name', () => {
    const papers = JSON.parse('[{"marks":{"c99":"no"}},{"marks":{"__proto__":"yes"}},{"marks":{"toString":"yes"}}]') as GivenPaper[];
    expect(fromPapers(papers)).toMatchObject({ papers: { invalid: 3, reasons: { unknownMark: 3 } } });
  });

  it('gives the figures of each candidate, an unmarked one being an abstention, and decides by them', () => {
    const papers: GivenPaper[] = [
      ...Array.from({ length: 40 }, () => ({ marks: { c01: 'yes', c02: 'no' } })),
      ...Array.from({ length: 17 }, () => ({ marks: { c02: 'yes', c01: 'abstain' } })),
    ];
    expect(fromPapers(papers, { seats: 1 }, { candidates: listed(3) })).toMatchObject({
      status: 'decided',
      elected: ['c01'],
      papers: { returned: 57, valid: 57, invalid: 0, reasons: {} },
      ranking: [
        { id: 'c01', yes: 40 },
        { id: 'c02', yes: 17 },
        { id: 'c03', yes: 0 },
      ],
    });
  });

  it('counts a resolution by matter; a name on its paper is foreign', () => {
    const { counts: _, ...given } = aResolution({ items: [{ id: 'i1' }, { id: 'i2' }] }) as Record<string, unknown>;
    const papers = [{ marks: { i1: 'yes', i2: 'no' } }, { marks: { i1: 'yes' } }, { marks: {}, writeIns: ['w1'] }];
    expect(count({ ...given, counts: { roll: 3, present: 3, issued: 3, voters: 3 }, papers })).toMatchObject({
      status: 'partly-passed',
      papers: { returned: 3, valid: 2, invalid: 1, reasons: { writeIn: 1 } },
      items: [
        { id: 'i1', yes: 2, no: 0, abstain: 0 },
        { id: 'i2', yes: 0, no: 1, abstain: 1 },
      ],
    });
  });

  it('voids the vote with one paper more than issued, without a figure', () => {
    const outcome = fromPapers(Array.from({ length: 59 }, () => ({})));
    expect(outcome).toMatchObject({ status: 'void' });
    expect(outcome).not.toHaveProperty('papers');
  });
});
