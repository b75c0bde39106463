import { Entries } from '../paper-entry/entries.js';
import { DELEGATE, NOON, ORGANISER, RESOLUTION_RULES, aBallot, by, sheet, twoEntries } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { close } from './closing.js';

const none = new Entries();

describe('closing', () => {
  it('keeps what was found, for an organiser or an officer', () => {
    const { opened } = aBallot({ channel: 'paper' });
    for (const who of [ORGANISER, by('s1'), by('t2')]) {
      const { ballot, events } = close(opened, who, { voters: 6, returned: 5 }, none, NOON);
      expect(ballot).toMatchObject({ state: 'CLOSED', reconciliation: { voters: 6, returned: 5 }, closedAt: NOON });
      expect(events).toEqual([{ type: 'BallotClosed' }]);
    }
    expect(refusalOf(() => close(opened, DELEGATE, { voters: 6, returned: 5 }, none, NOON)).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => close(aBallot().named, ORGANISER, { voters: 6, returned: 5 }, none, NOON)).code).toBe('ballot.wrong-state');
  });

  it('of a paper ballot counts the papers; hands need not be counted yet', () => {
    expect(refusalOf(() => close(aBallot({ channel: 'paper' }).opened, ORGANISER, { voters: null, returned: null }, none, NOON)).code).toBe(
      'ballot.returned-missing',
    );
    expect(close(aBallot().opened, ORGANISER, { voters: null, returned: null }, none, NOON).ballot.state).toBe('CLOSED');
  });

  it('knows how many voted where the rules compare with them, and never more than were present', () => {
    const { opened } = aBallot({ channel: 'paper', rules: { ...RESOLUTION_RULES, returnedLimit: 'both' } });
    expect(refusalOf(() => close(opened, ORGANISER, { voters: null, returned: 5 }, none, NOON)).code).toBe('ballot.voters-missing');
    expect(refusalOf(() => close(opened, ORGANISER, { voters: 7, returned: 5 }, none, NOON))).toEqual({
      code: 'ballot.voters-above-present',
      details: { voters: 7, present: 6 },
    });
  });

  it('takes more papers than were issued: that voids the vote later', () => {
    expect(close(aBallot({ channel: 'paper' }).opened, ORGANISER, { voters: null, returned: 7 }, none, NOON).ballot.state).toBe('CLOSED');
  });

  it('may be put right, silently, until the sheets are entered', () => {
    const { closed } = aBallot({ channel: 'paper' });
    const later = new Date(NOON.getTime() + 60_000);
    expect(close(closed, ORGANISER, { voters: null, returned: 4 }, none, later)).toMatchObject({
      ballot: { reconciliation: { returned: 4 }, closedAt: NOON },
      events: [],
    });
    const begun = new Entries([{ entryNo: 1, tellerId: 't1', sheets: [sheet(3, { plan: 'yes' })] }]);
    expect(close(closed, ORGANISER, { voters: null, returned: 4 }, begun, later).ballot.reconciliation?.returned).toBe(4);
    expect(refusalOf(() => close(closed, ORGANISER, { voters: null, returned: 2 }, begun, later))).toEqual({
      code: 'ballot.sheet-out-of-range',
      details: { no: 3, returned: 2 },
    });
    const complete = twoEntries([1, 2, 3].map((no) => sheet(no, { plan: 'yes' })));
    expect(refusalOf(() => close(closed, ORGANISER, { voters: null, returned: 4 }, complete, later)).code).toBe('ballot.entries-complete');
  });
});
