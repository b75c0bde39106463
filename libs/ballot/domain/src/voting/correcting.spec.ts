import { Entries } from '../paper-entry/entries.js';
import type { Ballot } from '../record/ballot.js';
import type { ClosingCount } from '../record/count.js';
import { tally } from '../tally/tally.js';
import { ELECTION_RULES, NOON, ORGANISER, aBallot, by } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { close } from './closing.js';
import { correctReturned } from './correcting.js';

const REASON = 'Two digits were exchanged.';
const closed = (returned: number): Ballot =>
  close(
    aBallot({ kind: 'election', channel: 'paper', rules: ELECTION_RULES }).opened,
    ORGANISER,
    { voters: null, returned },
    new Entries(),
    NOON,
  ).ballot;
const counted = (ballot: Ballot): Ballot => tally(ballot, ORGANISER, { entries: new Entries(), digestOf: (text) => text }).ballot;
const correct = (ballot: Ballot, officer: string, returned: number, entries = new Entries(), found: Partial<ClosingCount> = {}) =>
  correctReturned(ballot, by(officer), { found: { voters: null, returned, ...found }, reason: REASON }, entries).ballot;

describe('a mistyped number of returned papers', () => {
  it('that voids the count is put right by both chiefs, and the count is open again; what stood before stays with the reason', () => {
    const void_ = counted(closed(51));
    expect(void_).toMatchObject({ state: 'TALLIED', tally: { outcome: { status: 'void' } } });
    const proposed = correct(void_, 's1', 5);
    expect(proposed).toMatchObject({ state: 'TALLIED', reconciliation: { returned: 51, corrections: [{ by: 's1', confirmedBy: null }] } });
    const held = correct(proposed, 't1', 5);
    expect(held).toMatchObject({ state: 'CLOSED', tally: null, reconciliation: { returned: 5 } });
    expect(held.reconciliation?.corrections).toEqual([
      { before: { voters: null, returned: 51 }, found: { voters: null, returned: 5 }, reason: REASON, by: 's1', confirmedBy: 't1' },
    ]);
    expect(close(held, ORGANISER, { voters: null, returned: 4 }, new Entries(), NOON).ballot.reconciliation?.corrections).toHaveLength(1);
  });

  it('waits for the other chief to say the same: not for one chief twice, nor for another figure', () => {
    const proposed = correct(counted(closed(51)), 's1', 5);
    for (const again of [correct(proposed, 's1', 5), correct(proposed, 't1', 6)])
      expect(again.reconciliation).toMatchObject({ returned: 51, corrections: [{ confirmedBy: null }] });
    expect(correct(correct(proposed, 't1', 6), 's1', 6).reconciliation).toMatchObject({
      returned: 6,
      corrections: [{ by: 't1', confirmedBy: 's1' }],
    });
  });

  it('is for the chiefs, until somebody has signed, and says something new that may be', () => {
    const void_ = counted(closed(51));
    for (const who of ['s2', 't2', 'organiser']) expect(refusalOf(() => correct(void_, who, 5)).code).toBe('ballot.not-a-chief');
    expect(refusalOf(() => correct(void_, 's1', 51)).code).toBe('ballot.nothing-to-correct');
    expect(refusalOf(() => correct(void_, 's1', 5, new Entries(), { voters: 700 })).code).toBe('ballot.voters-above-present');
    expect(
      refusalOf(() => correct({ ...void_, signatures: [{ memberId: 's1', role: 'SCRUTINEER', chief: true, at: NOON }] }, 't1', 5)).code,
    ).toBe('ballot.already-signed');
    const entries = new Entries([{ entryNo: 1, tellerId: 't1', sheets: [{ no: 6, marks: new Map(), writeIns: [], doubt: null }] }]);
    expect(refusalOf(() => correct(void_, 's1', 5, entries))).toEqual({
      code: 'ballot.sheet-out-of-range',
      details: expect.objectContaining({}),
    });
  });
});
