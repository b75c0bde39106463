import { allowedActions } from '../actions/allowed-actions.js';
import { aBallot, choice, DELEGATE, ORGANISER } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { describe as describePeople, profilesGoingOn } from './profiles.js';

describe('profiles', () => {
  it('are of who stands and who is appraised, while the ballot is a draft', () => {
    for (const [kind, id] of [
      ['election', 'c2'],
      ['appraisal', 'l2'],
    ] as const) {
      const { drafted } = aBallot({ kind, channel: 'paper' });
      expect(describePeople(drafted, ORGANISER, [id])).toEqual({ ballot: { ...drafted, version: 2 }, events: [] });
      expect(allowedActions(drafted, ORGANISER)).toContain('describe');
    }
    for (const kind of ['resolution', 'poll'] as const)
      expect(refusalOf(() => describePeople(aBallot({ kind, channel: 'paper' }).drafted, ORGANISER, []))).toEqual({
        code: 'ballot.not-described',
        details: { kind },
      });
  });

  it('stay as they are once the ballot is adopted', () => {
    const { adopted, frozen } = aBallot({ kind: 'election', channel: 'paper' });
    for (const ballot of [adopted, frozen])
      expect(refusalOf(() => describePeople(ballot, ORGANISER, ['c1']))).toEqual({
        code: 'ballot.wrong-state',
        details: { action: 'describe', state: ballot.state },
      });
  });

  it('are the organisers’ to hand in, and of people on the list', () => {
    const { drafted } = aBallot({ kind: 'election', channel: 'paper' });
    expect(refusalOf(() => describePeople(drafted, DELEGATE, ['c1'])).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => describePeople(drafted, ORGANISER, ['c1', 'c9'])).code).toBe('ballot.choice-unknown');
  });
});

describe('a list that becomes another', () => {
  const member = choice('c1', 'm1');
  const named = choice('c2');

  it('takes the profiles of the same people along, under whatever id', () => {
    expect(profilesGoingOn([member, named], [named, member])).toEqual([
      { from: 'c2', to: 'c2' },
      { from: 'c1', to: 'c1' },
    ]);
    expect(
      profilesGoingOn(
        [member, named],
        [
          { ...member, id: 'r1', label: 'Choice c1 (0815)' },
          { ...named, id: 'r2' },
        ],
      ),
    ).toEqual([
      { from: 'c1', to: 'r1' },
      { from: 'c2', to: 'r2' },
    ]);
  });

  it('gives nobody what another one handed in', () => {
    expect(
      profilesGoingOn(
        [member, named],
        [
          { ...member, memberId: 'm2' },
          { ...named, label: 'Somebody else' },
        ],
      ),
    ).toEqual([]);
    expect(profilesGoingOn([member], [{ ...member, memberId: null }])).toEqual([]);
  });
});
