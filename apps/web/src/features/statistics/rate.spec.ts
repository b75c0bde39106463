import { ratePercent } from './rate.js';

describe('a rate in per cent', () => {
  it.each([
    [64, 72, '88.9'],
    [57, 64, '89.1'],
    [7, 64, '10.9'],
    [16, 23, '69.6'],
    [526, 527, '99.8'],
    [519, 527, '98.5'],
    [1, 2_000, '0.1'],
    [0, 3, '0.0'],
    [3, 3, '100.0'],
  ])('of %s of %s is %s', (part, whole, percent) => {
    expect(ratePercent({ part, whole })).toBe(percent);
  });

  it('of nothing is none', () => {
    expect(ratePercent({ part: 0, whole: 0 })).toBeNull();
  });
});
