import { type Bar, drawn, percentOf, scaleOf } from './bars.js';

const bar = (values: readonly number[], threshold?: number): Bar => ({
  key: 'k',
  label: 'L',
  valueText: '',
  parts: values.map((value) => ({ tone: 'main', value })),
  ...(threshold === undefined ? {} : { threshold }),
});

describe('the scale of a chart', () => {
  it('is the whole, so that bars show shares of it', () => {
    expect(scaleOf([bar([48]), bar([5]), bar([3])], 57)).toBe(57);
  });

  it('reaches to the longest bar and to the threshold, whichever is further', () => {
    expect(scaleOf([bar([20, 11])], 30)).toBe(31);
    expect(scaleOf([bar([20], 38)])).toBe(38);
  });

  it('is there where there is nothing to show', () => {
    expect(scaleOf([])).toBe(1);
    expect(scaleOf([bar([0])])).toBe(1);
  });
});

describe('a bar', () => {
  it('has its pieces one after the other, on the scale', () => {
    expect(drawn(bar([25, 50]).parts, 100)).toEqual([
      { tone: 'main', from: 0, width: 25 },
      { tone: 'main', from: 25, width: 50 },
    ]);
  });

  it('leaves out what is nothing', () => {
    expect(drawn(bar([0, 10, 0]).parts, 20)).toEqual([{ tone: 'main', from: 0, width: 50 }]);
  });

  it('puts the threshold where the figure lies', () => {
    expect(percentOf(29, 57)).toBe(50.88);
  });
});
