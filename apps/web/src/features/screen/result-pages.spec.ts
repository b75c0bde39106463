import { pagesOf } from './result-pages.js';
import type { ResultRow } from './result-rows.js';

const row = (label: string): ResultRow => ({ label, figures: [1], outcome: null, isGood: false });
const lengths = (labels: readonly string[]) => pagesOf(labels.map(row)).map((page) => page.length);

describe('the pages of a result on the wall', () => {
  it('hold four people each, and two matters with long names', () => {
    expect(lengths(Array.from({ length: 11 }, (_, at) => `候选人${at + 1}`))).toEqual([4, 4, 3]);
    expect(lengths(['学校章程修订案（草案）', '岗位竞聘方案', '绩效工资方案'])).toEqual([2, 1]);
  });

  it('are one, and empty, where a gate stopped the count', () => {
    expect(pagesOf([])).toEqual([[]]);
  });
});
