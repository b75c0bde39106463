import { daysOf, spansOf, withSpan, without } from './day-spans.js';

describe('days on end', () => {
  it('reads a span day by day, over a month and a leap day, both ends with it', () => {
    expect(daysOf({ from: '2028-02-28', to: '2028-03-01' })).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(daysOf({ from: '2026-05-08', to: '2026-05-08' })).toEqual(['2026-05-08']);
  });

  it('puts days together only where none is missing, whatever their order', () => {
    expect(spansOf(['2026-12-31', '2026-05-08', '2027-01-01', '2026-05-10', '2026-05-08'])).toEqual([
      { from: '2026-05-08', to: '2026-05-08' },
      { from: '2026-05-10', to: '2026-05-10' },
      { from: '2026-12-31', to: '2027-01-01' },
    ]);
    expect(spansOf([])).toEqual([]);
  });

  it('adds a span once and takes exactly it away', () => {
    expect(withSpan(['2026-05-09', '2026-05-20'], { from: '2026-05-08', to: '2026-05-09' })).toEqual([
      '2026-05-08',
      '2026-05-09',
      '2026-05-20',
    ]);
    expect(without(['2026-05-07', '2026-05-08', '2026-05-09', '2026-05-10'], { from: '2026-05-08', to: '2026-05-09' })).toEqual([
      '2026-05-07',
      '2026-05-10',
    ]);
  });
});
