import { civilDate } from '@plenum/calendar';
import { aCommitment, reported, settled, LATER, PROMISED_AT } from '../testing/a-commitment.js';
import { when } from '../testing/a-proposal.js';
import { COMMITTEE, FINANCE, LOGISTICS } from '../testing/people.js';
import type { Commitment } from './commitment.js';
import { carryOver, outstandingAt } from './carry-over.js';
import { carryOn } from './keeping.js';

const CUT_OFF = { on: civilDate('2026-12-31'), endsAt: new Date('2026-12-31T16:00:00Z') };
const IN_YEAR = new Date('2026-11-01T02:00:00Z');
const NEXT_YEAR = new Date('2027-02-01T02:00:00Z');
const many = (count: number, make: (nth: number) => Commitment): Commitment[] => Array.from({ length: count }, (_, nth) => make(nth));
const ofFinance = (commitment: Commitment): Commitment => ({ ...commitment, unitId: FINANCE });
const carried = (at = IN_YEAR): Commitment =>
  carryOn(aCommitment(), COMMITTEE, { dueOn: LATER, reason: 'Next year.' }, when(at)).commitment;

describe('what is carried over into a report', () => {
  it('is as in the ledger of a city council: of 23 promises 16 done (69.6 %), 7 carried on', () => {
    const ledger = [...many(16, () => settled('DONE', aCommitment(), IN_YEAR)), ...many(7, () => carried())];
    const { byUnit, ...all } = carryOver(ledger, CUT_OFF);
    expect(all).toEqual({ made: 23, due: 23, done: 16, explained: 0, carried: 7, open: 0, ahead: 0, aheadDone: 0 });
    expect(((all.done / all.due) * 100).toFixed(1)).toBe('69.6');
    expect(byUnit).toEqual([{ unitId: LOGISTICS, ...all }]);
  });

  it('is the same when made again, whatever happened since', () => {
    const before = [aCommitment(), carried(), settled('EXPLAINED', aCommitment(), IN_YEAR), reported()];
    const since = before.map((one) => (one.state === 'OPEN' ? settled('DONE', one, NEXT_YEAR) : one));
    const madeSince = { ...aCommitment(), madeAt: NEXT_YEAR };
    expect(carryOver([...since, madeSince], CUT_OFF)).toEqual(carryOver(before, CUT_OFF));
    expect(carryOver(before, CUT_OFF)).toMatchObject({ made: 4, due: 4, done: 0, explained: 1, carried: 1, open: 2 });
  });

  it('names those that stay owed, with the day by which they were owed then, and no other', () => {
    const ahead = { ...aCommitment(), firstDueOn: LATER, dueOn: LATER };
    const ledger = [carried(), aCommitment(), settled('DONE', aCommitment(), IN_YEAR), settled('EXPLAINED', aCommitment(), IN_YEAR), ahead];
    expect(outstandingAt(ledger, CUT_OFF)).toEqual([
      { commitment: ledger[1], fate: 'open', dueOn: ledger[1]!.firstDueOn },
      { commitment: ledger[0], fate: 'carried', dueOn: LATER },
    ]);
    const since = settled('DONE', carried(NEXT_YEAR), NEXT_YEAR);
    expect(outstandingAt([since, { ...aCommitment(), madeAt: NEXT_YEAR }], CUT_OFF)).toEqual([
      { commitment: since, fate: 'open', dueOn: since.firstDueOn },
    ]);
  });

  it('counts a promise as due by the day that was promised first, and what is ahead apart', () => {
    const ahead = { ...aCommitment(), firstDueOn: LATER, dueOn: LATER };
    const early = settled('DONE', ahead, IN_YEAR);
    expect(carryOver([ahead, early, aCommitment()], CUT_OFF)).toMatchObject({ made: 3, due: 1, open: 1, ahead: 2, aheadDone: 1 });
  });

  it('adds up, and tells each unit by itself, those with most first', () => {
    const ledger = [
      ofFinance(aCommitment()),
      ofFinance(settled('DONE', aCommitment(), IN_YEAR)),
      ofFinance(carried()),
      settled('EXPLAINED', aCommitment(), IN_YEAR),
      { ...aCommitment(), firstDueOn: LATER },
    ];
    const all = carryOver(ledger, CUT_OFF);
    expect(all.byUnit.map(({ unitId, made }) => [unitId, made])).toEqual([
      [FINANCE, 3],
      [LOGISTICS, 2],
    ]);
    for (const { made, due, done, explained, carried: on, open, ahead } of [all, ...all.byUnit]) {
      expect(due).toBe(done + explained + on + open);
      expect(made).toBe(due + ahead);
    }
    for (const figure of ['made', 'due', 'done', 'explained', 'carried', 'open', 'ahead'] as const) {
      expect(all.byUnit.reduce((sum, one) => sum + one[figure], 0)).toBe(all[figure]);
    }
  });

  it('is nothing of nothing', () => {
    expect(carryOver([], CUT_OFF)).toMatchObject({ made: 0, due: 0, byUnit: [] });
    expect(carryOver([aCommitment()], { on: civilDate('2026-06-15'), endsAt: PROMISED_AT })).toMatchObject({ made: 0 });
  });
});
