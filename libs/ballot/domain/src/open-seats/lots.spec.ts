import { createHash } from 'node:crypto';
import { HALF_OR_MORE } from '../counting/fractions.js';
import type { Ballot } from '../record/ballot.js';
import { declare } from '../result/declaring.js';
import { CALENDAR, NOON, ORGANISER, by } from '../testing/ballots.js';
import { signedElection } from '../testing/elected.js';
import { refusalOf } from '../testing/refusals.js';
import { commitmentOf } from './draw.js';
import { beginLots, commitLot, revealLot, voidLots } from './lots.js';
import { electedIn } from './seats.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const [one, two] = [{ c1: 'yes' }, { c2: 'yes' }];

/** Three of six each for one seat, which lots decide. */
const tied = () =>
  signedElection({ rules: { elect: { ...HALF_OR_MORE, base: 'roll' }, tie: 'lots' }, marks: [one, one, one, two, two, two] });
const secretOf = (memberId: string): string => sha256(`a secret of ${memberId}`);
const begin = (ballot: Ballot): Ballot => beginLots(ballot, ORGANISER, NOON).ballot;
const commit = (ballot: Ballot, memberId: string): Ballot => {
  const promise = { ballotId: ballot.id, no: ballot.drawings.length, memberId, contribution: secretOf(memberId) };
  return commitLot(ballot, by(memberId), commitmentOf(promise, sha256)).ballot;
};
const reveal = (ballot: Ballot, memberId: string, contribution = secretOf(memberId)): Ballot =>
  revealLot(ballot, by(memberId), contribution, sha256, NOON).ballot;
const drawn = () => ['s1', 't1'].reduce((ballot, officer) => reveal(ballot, officer), ['s1', 't1'].reduce(commit, begin(tied())));

describe('lots', () => {
  it('elect one of the tied, beside what the engine counted', () => {
    const before = tied();
    const after = drawn();
    expect(electedIn(before)).toEqual([]);
    const [lucky] = electedIn(after);
    expect(['c1', 'c2']).toContain(lucky?.id);
    expect(electedIn(after)).toEqual([{ id: lucky?.id, byLot: true }]);
    expect(after.tally).toEqual(before.tally);
    expect(after.drawings).toMatchObject([
      { no: 1, tied: ['c1', 'c2'], seats: 1, begunBy: 'organiser', voided: null, drawn: { elected: [lucky?.id], at: NOON } },
    ]);
  });

  it('may have more officers than the two chiefs, and wait for all who committed', () => {
    const committed = ['s1', 's2', 't1', 't2'].reduce(commit, begin(tied()));
    const three = ['t2', 's2', 't1'].reduce((ballot, officer) => reveal(ballot, officer), committed);
    expect(three.drawings[0]?.drawn).toBeNull();
    expect(reveal(three, 's1').drawings[0]?.drawn).not.toBeNull();
  });

  it('must be drawn before the result is declared', () => {
    expect(refusalOf(() => declare(tied(), ORGANISER, CALENDAR, NOON)).code).toBe('ballot.lots-undrawn');
    expect(declare(drawn(), ORGANISER, CALENDAR, NOON).ballot.state).toBe('DECLARED');
  });

  it('are revealed only after both chiefs committed, and committed to only before anybody reveals', () => {
    const half = commit(begin(tied()), 's1');
    expect(refusalOf(() => reveal(half, 's1'))).toEqual({ code: 'ballot.lots-awaited', details: { memberIds: ['t1'] } });
    const opened = reveal(commit(half, 't1'), 's1');
    expect(refusalOf(() => commit(opened, 's2')).code).toBe('ballot.lots-closed');
  });

  it('take one contribution of each officer, the one committed to', () => {
    const committed = ['s1', 't1'].reduce(commit, begin(tied()));
    expect(refusalOf(() => commit(committed, 's1')).code).toBe('ballot.lot-committed');
    expect(refusalOf(() => reveal(committed, 's2')).code).toBe('ballot.lot-not-committed');
    expect(refusalOf(() => reveal(committed, 's1', secretOf('t1'))).code).toBe('ballot.lot-refused');
    expect(refusalOf(() => reveal(reveal(committed, 's1'), 's1')).code).toBe('ballot.lot-revealed');
  });

  it('do not let an officer repeat the commitment of another', () => {
    const first = commit(begin(tied()), 's1');
    const copied = commitLot(first, by('t1'), first.drawings[0]?.contributions[0]?.commitment ?? '').ballot;
    const opened = reveal(copied, 's1');
    expect(refusalOf(() => reveal(opened, 't1', secretOf('s1'))).code).toBe('ballot.lot-refused');
  });

  it('are begun anew where an officer does not reveal; the first drawing stays with the reason', () => {
    const stuck = reveal(['s1', 't1'].reduce(commit, begin(tied())), 's1');
    expect(refusalOf(() => begin(stuck)).code).toBe('ballot.lots-under-way');
    const voided = voidLots(stuck, ORGANISER, 'The chief teller left.', NOON).ballot;
    expect(refusalOf(() => reveal(voided, 't1')).code).toBe('ballot.lots-not-begun');
    const again = begin(voided);
    expect(
      refusalOf(() =>
        reveal(
          ['s1', 't1'].reduce(
            (ballot, officer) => commitLot(ballot, by(officer), stuck.drawings[0]?.contributions[0]?.commitment ?? '').ballot,
            again,
          ),
          's1',
        ),
      ).code,
    ).toBe('ballot.lot-refused');
    const done = ['s1', 't1'].reduce((ballot, officer) => reveal(ballot, officer), ['s1', 't1'].reduce(commit, again));
    expect(done.drawings).toMatchObject([
      {
        no: 1,
        drawn: null,
        voided: { by: 'organiser', at: NOON, reason: 'The chief teller left.' },
        contributions: [
          { memberId: 's1', value: secretOf('s1') },
          { memberId: 't1', value: null },
        ],
      },
      { no: 2, voided: null },
    ]);
    expect(electedIn(done)).toHaveLength(1);
    expect(refusalOf(() => voidLots(done, ORGANISER, 'Again.', NOON)).code).toBe('ballot.lots-drawn');
    expect(refusalOf(() => begin(done)).code).toBe('ballot.lots-drawn');
  });

  it('are begun and voided by an organiser, drawn by officers, of a signed count that asks for them', () => {
    const ballot = tied();
    expect(refusalOf(() => beginLots(ballot, by('s1'), NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => commit(ballot, 's1')).code).toBe('ballot.lots-not-begun');
    const begun = begin(ballot);
    expect(refusalOf(() => commitLot(begun, ORGANISER, 'x')).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => voidLots(begun, by('s1'), 'x', NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => begin({ ...ballot, state: 'TALLIED' })).code).toBe('ballot.wrong-state');
    const decided = signedElection({ marks: [one, one, one, one] });
    expect(refusalOf(() => begin(decided)).code).toBe('ballot.no-lots');
  });
});
