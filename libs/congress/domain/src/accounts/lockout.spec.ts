import fc from 'fast-check';
import { afterFailure, FAILURES_OF_ORIGIN_MAX, FAILURES_OF_STRANGERS_MAX, lockedUntil } from './lockout.js';

const START = Date.UTC(2026, 2, 2, 8);
const MINUTE_MS = 60_000;
const minute = (n: number) => new Date(START + n * MINUTE_MS);
const failuresAt = (...minutes: number[]) => minutes.map(minute);

describe('lockedUntil', () => {
  it('leaves an account alone after four failures', () => {
    expect(lockedUntil(failuresAt(0, 1, 2, 3), minute(4))).toBeNull();
  });

  it('locks for a quarter of an hour from the fifth failure', () => {
    const failures = failuresAt(0, 1, 2, 3, 4);
    expect(lockedUntil(failures, minute(4))).toEqual(minute(19));
    expect(lockedUntil(failures, new Date(minute(19).getTime() - 1))).toEqual(minute(19));
    expect(lockedUntil(failures, minute(19))).toBeNull();
  });

  it('does not lock when the five took longer than a quarter of an hour', () => {
    expect(lockedUntil(failuresAt(0, 5, 10, 14, 15), minute(15))).toEqual(minute(30));
    expect(lockedUntil(failuresAt(0, 5, 10, 14, 15.01), minute(15.01))).toBeNull();
  });

  it('takes far more of everybody together than of one', () => {
    expect(FAILURES_OF_STRANGERS_MAX).toBeGreaterThan(10 * FAILURES_OF_ORIGIN_MAX);
    const failures = failuresAt(...Array.from({ length: FAILURES_OF_STRANGERS_MAX }, (_, n) => n / 10));
    expect(lockedUntil(failures.slice(1), minute(6), FAILURES_OF_STRANGERS_MAX)).toBeNull();
    expect(lockedUntil(failures, minute(6), FAILURES_OF_STRANGERS_MAX)).not.toBeNull();
    expect(afterFailure(failures, minute(7), FAILURES_OF_STRANGERS_MAX)).toHaveLength(FAILURES_OF_STRANGERS_MAX);
  });

  it('counts anew after a lock has run out', () => {
    const later = afterFailure(failuresAt(0, 1, 2, 3, 4), minute(20));
    expect(lockedUntil(later, minute(20))).toBeNull();
  });

  it('does not depend on the order in which failures are told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }), fc.integer({ min: 0, max: 60 }), (minutes, now) => {
        expect(lockedUntil(failuresAt(...minutes.toReversed()), minute(now))).toEqual(lockedUntil(failuresAt(...minutes), minute(now)));
      }),
    );
  });

  it('never lets more than five tries through within a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 * MINUTE_MS }), { maxLength: 60 }), (instants) => {
        let failures: readonly Date[] = [];
        const tried: number[] = [];
        for (const at of [...instants].sort((a, b) => a - b)) {
          const now = new Date(START + at);
          if (lockedUntil(failures, now)) continue;
          failures = afterFailure(failures, now);
          tried.push(at);
        }
        for (const from of tried) expect(tried.filter((at) => at >= from && at < from + 15 * MINUTE_MS).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
