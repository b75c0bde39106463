import fc from 'fast-check';
import { aMatter, answeredBy, closedOf, several } from '../testing/matters.js';
import { RATING_GRADES } from '../vocabulary/vocabulary.js';
import { MATTER_CLASSES } from './matter.js';
import { assertAddsUp, perMille } from './rates.js';
import { assertConsistent, statisticsOf } from './statistics.js';
import type { RatedMatter } from './tally.js';

const ALL_ASKED = { attitude: 0, result: 0 } as const;
const NONE = { VERY_SATISFIED: 0, SATISFIED: 0, BASICALLY: 0, DISSATISFIED: 0 } as const;
const NONE_DUE = { part: 0, whole: 0 };
const figuresOf = (...matters: readonly (readonly RatedMatter[])[]) => statisticsOf(matters.flat(), NONE_DUE);
const [satisfied, basically] = (['SATISFIED', 'BASICALLY'] as const).map((result) => ({ attitude: 'SATISFIED', result }) as const);

describe('the figures of a session', () => {
  it('count each matter once, by what it is at the cut-off', () => {
    const each = MATTER_CLASSES.flatMap((name, nth) => several(nth + 1, name));
    expect(figuresOf(each)).toMatchObject({
      received: 28,
      filed: 1,
      suggestions: 2,
      notFiled: 3,
      mergedAway: 4,
      returned: 5,
      withdrawn: 6,
      underReview: 7,
    });
  });

  it('tell what was late, and what is closed', () => {
    expect(figuresOf(several(2, 'SUGGESTION', { late: true }), several(3, 'FILED', { closed: true }))).toMatchObject({
      late: 2,
      closed: 3,
    });
  });

  it('tell of the assigned ones how many all their units answered, and of those how many in time', () => {
    const [north, south] = [answeredBy('north'), answeredBy('south')];
    const all = [
      [north],
      [north, { ...south, firstReply: 'LATE' as const }],
      [north, { ...south, firstReply: null, resultCategory: null }],
      [],
    ].map((units) => ({ matter: aMatter({ class: 'FILED', units }), ratings: [] }));
    const owedByNobody = several(2, 'WITHDRAWN', { units: [north] });
    expect(figuresOf(all, owedByNobody)).toMatchObject({
      answered: { part: 2, whole: 3 },
      inTime: { part: 1, whole: 2 },
      byUnit: [
        { unitId: 'north', assigned: 3, repliedOnTime: 3, repliedLate: 0 },
        { unitId: 'south', assigned: 2, repliedOnTime: 0, repliedLate: 1 },
      ],
      byResult: [{ resultCategory: 'SOLVED', count: 4 }],
    });
  });

  it('count as solved or planned what the committee found so, and before it closes what all units answered so', () => {
    const planned = [answeredBy('north', { resultCategory: 'PLANNED' })];
    const kept = [answeredBy('north'), answeredBy('south', { resultCategory: 'NOT_POSSIBLE' })];
    const all = [
      several(1, 'FILED', { units: planned }),
      several(1, 'FILED', { units: kept }),
      several(1, 'FILED', { units: planned, closed: true, outcome: 'EXPLAINED' }),
      several(1, 'FILED', { units: kept, closed: true, outcome: 'IMPLEMENTED' }),
      several(1, 'FILED', { units: kept, closed: true, outcome: 'PLANNED' }),
      several(1, 'FILED', { units: [] }),
      several(1, 'SUGGESTION', { units: planned }),
    ];
    expect(figuresOf(...all).solvedOrPlanned).toEqual({ part: 3, whole: 6 });
  });

  it('are told by category and by delegation, those with the most first and of as many always in the same order', () => {
    const all = [
      several(1, 'FILED', { category: 'b', delegationId: null }),
      several(1, 'SUGGESTION', { category: null, delegationId: null }),
      several(2, 'NOT_FILED', { category: '__proto__', delegationId: 'south' }),
      several(1, 'FILED', { category: 'a', delegationId: null }),
    ];
    for (const order of [all, [...all].reverse()]) {
      const { byCategory, byDelegation } = figuresOf(...order);
      expect(byCategory.map(({ key }) => key)).toEqual(['__proto__', null, 'a', 'b']);
      expect(byDelegation).toEqual([
        { key: null, received: 3, filed: 2, suggestions: 1 },
        { key: 'south', received: 2, filed: 0, suggestions: 0 },
      ]);
    }
  });

  it('take the commitments as the ledger has them', () => {
    expect(statisticsOf([], { part: 16, whole: 23 }).implemented).toEqual({ part: 16, whole: 23 });
  });
});

describe('satisfaction', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((lead) => closedOf('north', lead, basically!));

  it('is told of attitude and result each by itself, with silence beside it', () => {
    expect(figuresOf(five, [closedOf('north', 'f', null)]).satisfaction).toEqual({
      given: 5,
      silent: 1,
      deemedSatisfied: 0,
      notAsked: ALL_ASKED,
      attitude: { ...NONE, SATISFIED: 5 },
      result: { ...NONE, BASICALLY: 5 },
    });
  });

  it('is not shown of fewer than five people, however often they rated', () => {
    const often = [...five.slice(0, 4), ...five.slice(0, 4)];
    expect(figuresOf(often).satisfaction).toMatchObject({ given: 8, silent: 0, attitude: null, result: null });
  });

  it('counts each rating of several, the silent among those asked, and what silence is taken for beside them', () => {
    const several = five.map(({ matter, ratings }) => ({
      matter: { ...matter, units: [answeredBy('north', { asked: 3 })] },
      ratings: [...ratings, { unitId: 'north', attitude: null, result: 'VERY_SATISFIED' as const }],
    }));
    const deemed = { ...several[0]!.matter, units: [answeredBy('north', { asked: 2, silence: 'deemed-satisfied' as const })] };
    expect(figuresOf(several, [{ matter: deemed, ratings: [] }]).satisfaction).toEqual({
      given: 10,
      silent: 7,
      deemedSatisfied: 2,
      notAsked: { attitude: 5, result: 0 },
      attitude: { ...NONE, SATISFIED: 5 },
      result: { ...NONE, VERY_SATISFIED: 5, BASICALLY: 5 },
    });
  });

  it('is counted of closed filed matters only', () => {
    const open = five.map(({ matter, ratings }) => ({ matter: { ...matter, closed: false }, ratings }));
    const suggestions = five.map(({ matter }) => ({ matter: { ...matter, class: 'SUGGESTION' as const }, ratings: [] }));
    expect(figuresOf(open, suggestions).satisfaction).toMatchObject({ given: 0, silent: 0 });
  });

  it('is shown of no unit where what it is not shown of could be told from the whole', () => {
    const shownOf = (...all: readonly (readonly RatedMatter[])[]) =>
      figuresOf(...all).byUnit.map(({ unitId, satisfaction }) => [unitId, satisfaction.result !== null]);
    const ofSouth = (...leads: readonly string[]) => leads.map((lead) => closedOf('south', lead, satisfied!));
    expect(shownOf(five)).toEqual([['north', true]]);
    expect(shownOf(five, ofSouth('f'))).toEqual([
      ['north', false],
      ['south', false],
    ]);
    const west = ['k', 'l', 'm'].map((lead) => closedOf('west', lead, satisfied!));
    expect(shownOf(five, ofSouth('f', 'g', 'h'), west)).toEqual([
      ['north', true],
      ['south', false],
      ['west', false],
    ]);
  });
});

// Figures of real congresses (DOMAIN 4.4, by the number of each source).
describe('real reports', () => {
  it.each([
    ['P4', { FILED: 12, SUGGESTION: 44, NOT_FILED: 4 }, 60],
    ['P15', { FILED: 64, MERGED: 26, SUGGESTION: 31, NOT_FILED: 5 }, 126],
    ['P16', { FILED: 50, MERGED: 2, SUGGESTION: 22 }, 74],
    ['P17', { FILED: 67, NOT_FILED: 13, WITHDRAWN: 1 }, 81],
    ['P18', { FILED: 2, SUGGESTION: 65 }, 67],
  ] as const)('%s adds up', (_source, classes, received) => {
    const all = MATTER_CLASSES.flatMap((name) => several((classes as Partial<Record<string, number>>)[name] ?? 0, name));
    expect(figuresOf(all)).toMatchObject({ received, filed: classes.FILED });
  });

  it('S4: eleven proposals, 52 person-times, by no means 52 persons', () => {
    const seconders = [4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3];
    const all = seconders.map((count, nth) => ({
      matter: aMatter({ leadProposerId: `m${nth % 3}`, seconderIds: Array.from({ length: count }, (_, n) => `m${n}`) }),
      ratings: [],
    }));
    expect(figuresOf(all)).toMatchObject({
      received: 11,
      proposers: { persons: 3, personTimes: 11 },
      seconders: { persons: 4, personTimes: 41 },
      signers: { persons: 4, personTimes: 52 },
    });
  });

  it('P18: 65 suggestions in 25 units, all answered', () => {
    const all = Array.from({ length: 65 }, (_, nth) => ({
      matter: aMatter({ class: 'SUGGESTION', units: [answeredBy(`unit ${nth % 25}`)] }),
      ratings: [],
    }));
    const { answered, byUnit } = figuresOf(all);
    expect([answered, byUnit.length]).toEqual([{ part: 65, whole: 65 }, 25]);
  });

  it('P28: 64 of 72 filed, 57 of the 64 solved or planned', () => {
    const all = [
      several(57, 'FILED', { units: [answeredBy('north')] }),
      several(7, 'FILED', { units: [answeredBy('north', { resultCategory: 'REFERENCE' })] }),
      several(8, 'MERGED'),
    ];
    const { filed, received, solvedOrPlanned, byResult } = figuresOf(...all);
    expect([perMille({ part: filed, whole: received }), perMille(solvedOrPlanned)]).toEqual([889, 891]);
    expect(solvedOrPlanned).toEqual({ part: 57, whole: 64 });
    expect(byResult).toEqual([
      { resultCategory: 'SOLVED', count: 57 },
      { resultCategory: 'REFERENCE', count: 7 },
    ]);
    expect(perMille({ part: 7, whole: 64 })).toBe(109);
  });

  it('a city: 591 handled, 527 forms back, 526 satisfied with the attitude and 519 with the result', () => {
    const rated = Array.from({ length: 591 }, (_, nth) =>
      closedOf(
        'north',
        `lead ${nth}`,
        nth >= 527 ? null : { attitude: nth < 526 ? 'SATISFIED' : 'BASICALLY', result: nth < 519 ? 'SATISFIED' : 'DISSATISFIED' },
      ),
    );
    const { satisfaction } = figuresOf(rated);
    expect(satisfaction).toMatchObject({ given: 527, silent: 64, attitude: { SATISFIED: 526 }, result: { SATISFIED: 519 } });
    expect([526, 519].map((part) => perMille({ part, whole: satisfaction.given }))).toEqual([998, 985]);
  });

  it('the same city prints classes that are not the whole, and is refused by the name of the figure', () => {
    const refusal = expect.objectContaining({
      code: 'proposals.figures-do-not-add-up',
      details: { figure: 'byResult', whole: 591, sum: 588 },
    });
    expect(() => assertAddsUp('byResult', 591, [148, 364, 66, 10])).toThrow(refusal);
    const figures = figuresOf(several(591, 'FILED', { units: [answeredBy('north')] }));
    const byResult = [148, 364, 66, 10].map((count, nth) => ({ resultCategory: `${nth}`, count }));
    expect(() => assertConsistent({ ...figures, byResult })).toThrow(refusal);
  });

  it.each([
    ['received', { filed: 3 }],
    ['byCategory', { byCategory: [] }],
    ['byDelegation', { byDelegation: [] }],
    ['answered', { answered: { part: 3, whole: 2 } }],
    ['implemented', { implemented: { part: 24, whole: 23 } }],
    [
      'attitude',
      { satisfaction: { given: 3, silent: 0, deemedSatisfied: 0, notAsked: ALL_ASKED, attitude: { ...NONE, SATISFIED: 1 }, result: null } },
    ],
  ] as const)('a report whose %s does not add up is refused', (figure, wrong) => {
    expect(() => assertConsistent({ ...figuresOf(several(2, 'FILED')), ...wrong })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ figure }) }),
    );
  });

  it('a ledger: of 23 promises carried over 16 are done', () => {
    expect(perMille({ part: 16, whole: 23 })).toBe(696);
    expect(perMille({ part: 0, whole: 0 })).toBeNull();
  });
});

describe('any house', () => {
  const aUnit = fc.record({
    unitId: fc.constantFrom('north', 'south', 'west'),
    firstReply: fc.constantFrom('IN_TIME' as const, 'LATE' as const, null),
    resultCategory: fc.constantFrom('SOLVED', 'REFERENCE'),
  });
  const anyMatter = fc
    .record({
      name: fc.constantFrom(...MATTER_CLASSES),
      lead: fc.nat(9),
      units: fc.uniqueArray(aUnit, { maxLength: 3, selector: ({ unitId }) => unitId }),
      closed: fc.boolean(),
      grade: fc.option(fc.constantFrom(...RATING_GRADES)),
    })
    .map(({ name, lead, units, closed, grade }): RatedMatter => {
      const answered = units.map((unit) => ({ ...unit, resultCategory: unit.firstReply && unit.resultCategory }));
      const matter = aMatter({
        class: name,
        leadProposerId: `${lead}`,
        seconderIds: [`${lead + 1}`, `${lead + 2}`],
        units: answered,
        closed,
      });
      const ratings = grade ? answered.map(({ unitId }) => ({ unitId, attitude: grade, result: grade })) : [];
      return { matter, ratings };
    });

  it('has figures that add up, never more persons than person-times, and shows no few', () => {
    fc.assert(
      fc.property(fc.array(anyMatter, { maxLength: 80 }), (all) => {
        const figures = figuresOf(all); // Refuses what does not add up.
        expect(figures.signers.persons).toBeLessThanOrEqual(figures.signers.personTimes);
        expect(figures.signers.personTimes).toBe(3 * figures.received);
        for (const { satisfaction } of [figures, ...figures.byUnit])
          if (satisfaction.result) expect(satisfaction.given).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
