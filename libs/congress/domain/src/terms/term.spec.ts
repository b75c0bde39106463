import { civilDate, plusDays, plusMonths } from '@plenum/calendar';
import fc from 'fast-check';
import { setUpTerm } from './term.js';

const SEVENTH = { id: 't7', organisationId: 'o1', termNo: 7, kind: 'STAFF_CONGRESS', from: '2026-09-01', to: '2029-08-31' } as const;
const refusal = (code: string) => expect.objectContaining({ code });

describe('a term', () => {
  it.each([
    ['2026-09-01', '2029-08-31'],
    ['2026-09-01', '2029-09-01'],
    ['2026-09-01', '2031-08-31'],
    ['2024-02-29', '2027-02-28'],
    ['2024-02-29', '2027-02-27'],
  ])('may last from %s to %s', (from, to) => expect(setUpTerm({ ...SEVENTH, from, to }, [])).toMatchObject({ from, to }));

  it.each([
    ['2026-09-01', '2029-08-30'],
    ['2026-09-01', '2029-09-02'],
    ['2026-09-01', '2030-08-31'],
    ['2026-09-01', '2026-09-01'],
    ['2029-08-31', '2026-09-01'],
  ])('does not last from %s to %s', (from, to) =>
    expect(() => setUpTerm({ ...SEVENTH, from, to }, [])).toThrow(refusal('congress.term-length')),
  );

  it('lasts three or five years, whatever day it begins', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => plusDays(civilDate('2000-01-01'), days));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 80 }), (from, months) => {
        const attempt = () => setUpTerm({ ...SEVENTH, from, to: plusMonths(from, months) }, []);
        if (months === 36 || months === 60) expect(attempt).not.toThrow();
        else expect(attempt).toThrow(refusal('congress.term-length'));
      }),
    );
  });

  it('shares no day with another of the same kind', () => {
    const seventh = setUpTerm(SEVENTH, []);
    expect(() => setUpTerm({ ...SEVENTH, id: 't8', termNo: 8, from: '2029-08-31', to: '2032-08-30' }, [seventh])).toThrow(
      refusal('congress.terms-overlap'),
    );
    expect(() => setUpTerm({ ...SEVENTH, id: 't8', termNo: 8, from: '2029-09-01', to: '2032-08-31' }, [seventh])).not.toThrow();
    expect(() => setUpTerm({ ...SEVENTH, id: 'u7', kind: 'UNION_CONGRESS' }, [seventh])).not.toThrow();
  });

  it('names every field that is malformed', () => {
    expect(() => setUpTerm({ ...SEVENTH, termNo: 0, from: '2026-02-30', to: 'soon' }, [])).toThrow(
      expect.objectContaining({
        faults: [
          { field: 'termNo', reason: 'range' },
          { field: 'from', reason: 'no-such-date' },
          { field: 'to', reason: 'no-such-date' },
        ],
      }),
    );
  });
});
