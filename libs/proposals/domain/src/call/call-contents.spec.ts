import { IN_TIME, aCall } from '../testing/a-proposal.js';
import { COMMITTEE } from '../testing/people.js';
import { setTargets } from '../calling/moving-call.js';
import { targetOf } from './call-contents.js';

const outOfRange = (setting: string) => expect.objectContaining({ code: 'proposals.setting-out-of-range', details: { setting } });

describe('the contents of a call', () => {
  it('are none where none are said', () => {
    expect(aCall()).toMatchObject({ themes: [], exclusions: [], targets: { perDelegation: null, ofDelegations: [] } });
  });

  it('stand without blanks around, and not twice', () => {
    const { themes, exclusions } = aCall({}, { themes: [' 教学 ', '教学', ''], exclusions: ['国家机密', '学术问题 '] });
    expect({ themes, exclusions }).toEqual({ themes: ['教学'], exclusions: ['国家机密', '学术问题'] });
  });

  it.each([
    ['themes', ['x'.repeat(61)]],
    ['themes', [...Array(21).keys()].map(String)],
    ['exclusions', ['x'.repeat(201)]],
    ['exclusions', [...Array(21).keys()].map(String)],
  ])('refuse too much of %s', (part, said) => {
    expect(() => aCall({}, { [part]: said })).toThrow(outOfRange(part));
  });
});

describe('the targets of a call', () => {
  const ofDelegations = [{ delegationId: 'second', proposals: 5 }];

  it('are those of the delegation, otherwise of each', () => {
    expect(targetOf({ perDelegation: 2, ofDelegations }, 'second')).toBe(5);
    expect(targetOf({ perDelegation: 2, ofDelegations }, 'first')).toBe(2);
    expect(targetOf({ perDelegation: null, ofDelegations }, 'first')).toBeNull();
  });

  it('may be said later, as another version of the call', () => {
    const call = aCall();
    const targets = { perDelegation: 0, ofDelegations };
    expect(setTargets(call, COMMITTEE, targets, IN_TIME)).toEqual({ ...call, targets, version: 2 });
  });

  it.each([
    { perDelegation: -1, ofDelegations: [] },
    { perDelegation: 1001, ofDelegations: [] },
    { perDelegation: 1.5, ofDelegations: [] },
    { perDelegation: null, ofDelegations: [{ delegationId: 'one', proposals: -1 }] },
    { perDelegation: null, ofDelegations: [...ofDelegations, ...ofDelegations] },
    { perDelegation: null, ofDelegations: [...Array(501).keys()].map((n) => ({ delegationId: `${n}`, proposals: 1 })) },
  ])('refuse what is none', (targets) => {
    expect(() => setTargets(aCall(), COMMITTEE, targets, IN_TIME)).toThrow(outOfRange('targets'));
    expect(() => aCall({}, { targets })).toThrow(outOfRange('targets'));
  });
});
