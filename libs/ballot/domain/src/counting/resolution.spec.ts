import { count } from './count.js';
import { HALF_OR_MORE, MORE_THAN_HALF } from './fractions.js';
import { aResolution } from './testing/cases.js';

const counts = { roll: 60, present: 60, issued: 60, voters: 60, returned: 60, invalid: 0 };

describe('a resolution', () => {
  // DOMAIN 6.3, example 21.
  it('decides item by item, or as a whole where the rules say so', () => {
    const items = [
      { id: 'i1', yes: 45, no: 15, abstain: 0 },
      { id: 'i2', yes: 31, no: 20, abstain: 9 },
      { id: 'i3', yes: 30, no: 20, abstain: 10 },
    ];
    const judged = [
      { id: 'i1', passed: true },
      { id: 'i2', passed: true },
      { id: 'i3', passed: false, needed: 31 },
    ];
    expect(count(aResolution({ counts, items }))).toMatchObject({ status: 'partly-passed', items: judged });
    const whole = count(aResolution({ counts, items, rules: { bundle: 'all' } }));
    expect(whole).toMatchObject({
      status: 'not-passed',
      items: judged,
      explanation: expect.arrayContaining([{ code: 'bundle-failed', params: { passed: 2, items: 3 } }]),
    });
    expect(count(aResolution({ counts, items: items.slice(0, 2), rules: { bundle: 'all' } }))).toMatchObject({ status: 'passed' });
    expect(count(aResolution({ counts, items: items.slice(2) }))).toMatchObject({ status: 'not-passed' });
  });

  // DOMAIN 6.3, example 6: 48 yes is enough under 过半数 up to 95, under 半数以上 up to 96.
  it.each([
    [57, MORE_THAN_HALF, 'passed', 29],
    [95, MORE_THAN_HALF, 'passed', 48],
    [96, MORE_THAN_HALF, 'not-passed', 49],
    [96, HALF_OR_MORE, 'passed', 48],
    [97, HALF_OR_MORE, 'not-passed', 49],
  ])('of %i with 48 yes under %j: %s', (roll, pass, status, needed) => {
    const figures = { roll, present: roll, issued: roll, voters: 54, returned: 54, invalid: 0 };
    expect(count(aResolution({ counts: figures, rules: { pass: { ...pass, base: 'roll' } } }))).toMatchObject({
      status,
      needed: { pass: needed },
    });
  });

  it.each([
    ['roll', 31],
    ['present', 29],
    ['issued', 28],
    ['returned', 26],
    ['valid', 25],
    ['cast', 21],
  ])('takes its threshold of %s: %i', (base, needed) => {
    const figures = { roll: 60, present: 57, issued: 55, voters: 53, returned: 51, invalid: 3 };
    const items = [{ id: 'plan', yes: 25, no: 16, abstain: 7 }];
    expect(count(aResolution({ counts: figures, items, rules: { pass: { ...MORE_THAN_HALF, base } } }))).toMatchObject({
      needed: { pass: needed },
      items: [{ needed, passed: 25 >= needed }],
    });
  });

  it('tells the figure of each item alone where the base differs from item to item', () => {
    const items = [
      { id: 'i1', yes: 30, no: 20, abstain: 10 },
      { id: 'i2', yes: 6, no: 5, abstain: 49 },
    ];
    const outcome = count(aResolution({ counts, items, rules: { pass: { ...MORE_THAN_HALF, base: 'cast' } } }));
    expect(outcome).toMatchObject({ status: 'passed', items: [{ needed: 26 }, { needed: 6 }] });
    expect(outcome).toHaveProperty('needed', { quorum: 40 });
  });

  it('passes nothing of an empty base', () => {
    const items = [{ id: 'plan', yes: 0, no: 0, abstain: 60 }];
    expect(count(aResolution({ counts, items, rules: { pass: { num: 0, den: 1, inclusive: true, base: 'cast' } } }))).toMatchObject({
      status: 'not-passed',
      needed: { pass: 0 },
    });
  });
});
