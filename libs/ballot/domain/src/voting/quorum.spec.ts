import { Entries } from '../paper-entry/entries.js';
import { NOON, ORGANISER, aBallot } from '../testing/ballots.js';
import { close } from './closing.js';
import { quorumProofOf } from './quorum.js';

const closedWith = (presentAtClose?: number) =>
  close(
    aBallot({ roll: 48, present: 33 }).opened,
    ORGANISER,
    { voters: null, returned: null, ...(presentAtClose === undefined ? {} : { presentAtClose }) },
    new Entries(),
    NOON,
  ).ballot;

// DOMAIN 6.3, example 3: 33 of 48 signed in, three left; 32 are needed.
describe('the proof of the quorum', () => {
  it('is of the opening, and once more of the close', () => {
    expect(quorumProofOf(aBallot({ roll: 48 }).named)).toBeNull();
    expect(quorumProofOf(aBallot({ roll: 48, present: 33 }).opened)).toEqual({
      rule: { num: 2, den: 3, inclusive: true },
      needed: 32,
      atOpening: { present: 33, holds: true },
      atClose: null,
      clause: null,
    });
    expect(quorumProofOf(closedWith(32))?.atClose).toEqual({ present: 32, holds: true });
  });

  it('that is lost by the close is told, and the vote is counted', () => {
    const ballot = closedWith(30);
    expect(ballot).toMatchObject({ state: 'CLOSED', present: 33, reconciliation: { presentAtClose: 30 } });
    expect(quorumProofOf({ ...ballot, preset: 'shanghai' })).toMatchObject({
      atOpening: { holds: true },
      atClose: { present: 30, holds: false },
      clause: { article: '28', mark: 'T' },
    });
  });

  it('stays that of the first close when a figure is put right later', () => {
    const later = close(closedWith(32), ORGANISER, { voters: 31, returned: null, presentAtClose: 5 }, new Entries(), NOON).ballot;
    expect(later.reconciliation).toMatchObject({ voters: 31, presentAtClose: 32 });
  });

  it('is silent where nobody signs in, or no quorum is asked', () => {
    expect(quorumProofOf(closedWith())?.atClose).toBeNull();
    expect(quorumProofOf(aBallot({ kind: 'poll', electorate: 'staff' }).opened)).toBeNull();
  });
});
