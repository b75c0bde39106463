import { isCivilDate, isInstant } from './time.js';

describe('a day in a request', () => {
  it.each(['2026-02-28', '2024-02-29', '2026-12-31'])('%s exists', (text) => expect(isCivilDate(text)).toBe(true));
  it.each([
    '2026-02-29',
    '2026-09-31',
    '2026-13-01',
    '2026-00-10',
    '20261201',
    '2026-W10',
    '2026-1-1',
    '0001-01-01',
    '9999-01-01',
    ' 2026-01-01',
    '2026-01-01T00:00Z',
    '',
    20260101,
    null,
  ])('%s is none', (text) => expect(isCivilDate(text)).toBe(false));
});

describe('a moment in a request', () => {
  it.each(['2026-03-01T08:00:00Z', '2026-03-01T08:00+08:00', '2026-03-01T23:59:59.999999-05:30'])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true);
    expect(new Date(text).getTime()).not.toBeNaN();
  });
  it.each([
    '2026-03-01T08:00:00',
    '2026-03-01',
    '2026-W10-1T08:00Z',
    '20261201T080000Z',
    '2026-02-30T08:00Z',
    '2026-03-01T24:00Z',
    '2026-03-01T08:60Z',
    '2026-03-01T08:00+15:00',
    '2026-03-01 08:00Z',
    '2026-03-01T08:00Z ',
    5,
    undefined,
  ])('%s is none', (text) => expect(isInstant(text)).toBe(false));
});
