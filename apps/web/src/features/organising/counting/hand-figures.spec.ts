import type { Counts } from '../../../api/shapes.js';
import { handFaults, handMarks, handRequest, savedFigures } from './hand-figures.js';

const choice = (id: string) => ({ id, label: id, memberId: null });
const counts = (voters: number | null) => ({ voters, present: 51 }) as Counts;
type Listed = Parameters<typeof handFaults>[0];
const plan = (voters: number | null): Listed => ({ kind: 'resolution', items: [choice('plan'), choice('bylaws')], counts: counts(voters) });
const poll: Listed = { kind: 'poll', options: [choice('a'), choice('b')], counts: counts(51) };
const raised = (yes: number | null, no: number | null, abstain: number | null) => ({ yes, no, abstain });

describe('what was counted in the hall', () => {
  it('is refused while a figure is empty: an empty one is no nought', () => {
    expect([...handFaults(plan(51), { plan: raised(51, 0, null), bylaws: raised(51, 0, 0) })]).toEqual([['plan', { what: 'missing' }]]);
  });

  it('is refused where it is not as many as voted', () => {
    expect([...handFaults(plan(51), { plan: raised(50, 1, 1), bylaws: raised(51, 0, 0) })]).toEqual([
      ['plan', { what: 'unequal', counted: 52, people: 51 }],
    ]);
    expect(handFaults(plan(51), { plan: raised(50, 1, 0), bylaws: raised(0, 0, 51) }).size).toBe(0);
  });

  it('is as many for each matter, and no more than were there, where nobody said how many voted', () => {
    expect([...handFaults(plan(null), { plan: raised(40, 1, 1), bylaws: raised(40, 1, 0) })]).toEqual([
      ['bylaws', { what: 'unequal', counted: 41, people: 42 }],
    ]);
    expect([...handFaults(plan(null), { plan: raised(52, 0, 0), bylaws: raised(52, 0, 0) })].map(([, fault]) => fault)).toEqual(
      Array(2).fill({ what: 'above', counted: 52, people: 51 }),
    );
  });

  it('adds up over all options of a poll', () => {
    expect([...handFaults(poll, { a: { votes: 30 }, b: { votes: 20 } })]).toEqual([['a', { what: 'unequal', counted: 50, people: 51 }]]);
    expect(handRequest(poll, { a: { votes: 31 }, b: { votes: 20 } })).toEqual({
      options: [
        { id: 'a', votes: 31 },
        { id: 'b', votes: 20 },
      ],
    });
  });

  it('is shown again as it was saved', () => {
    expect(savedFigures({ ...plan(51), hands: { items: [{ id: 'plan', ...{ yes: 48, no: 2, abstain: 1 } }] } })).toEqual({
      plan: raised(48, 2, 1),
    });
    const listed: Listed = {
      kind: 'appraisal',
      grades: ['good', 'fair'],
      subjects: [choice('s1')],
      hands: { subjects: [{ id: 's1', counts: { good: 3, fair: 1 }, abstain: 0 }] },
    };
    expect(handMarks(listed)).toEqual(['good', 'fair', 'abstain']);
    expect(handRequest(listed, savedFigures(listed))).toEqual({ subjects: [{ id: 's1', counts: { good: 3, fair: 1 }, abstain: 0 }] });
  });
});
