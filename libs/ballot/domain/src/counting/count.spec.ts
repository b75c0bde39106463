import { count } from './count.js';
import { aPoll, aResolution, anAppraisal, anElection } from './testing/cases.js';

// The four cases printed in COUNTING.md, whole.
describe('the examples of the contract', () => {
  it('passes the plan with 48 yes of 57 should-attend', () => {
    expect(count(aResolution())).toEqual({
      kind: 'resolution',
      status: 'passed',
      needed: { quorum: 38, pass: 29 },
      explanation: [
        { code: 'figures-consistent', params: {} },
        { code: 'quorum-reached', params: { present: 57, roll: 57, needed: 38, num: 2, den: 3, inclusive: true } },
        { code: 'returned-within-limit', params: { returned: 55, limit: 57, rule: 'issued' } },
        { code: 'item-passed', params: { id: 'plan', yes: 48, needed: 29, base: 'roll', of: 57, num: 1, den: 2, inclusive: false } },
        { code: 'all-items-passed', params: { passed: 1, items: 1 } },
      ],
      items: [{ id: 'plan', yes: 48, no: 4, abstain: 2, needed: 29, passed: true }],
    });
  });

  it('stops an election of nine with one candidate at the surplus gate', () => {
    const given = anElection({ candidates: [{ id: 'c01', yes: 57, no: 0, abstain: 0 }], writeIns: [{ id: 'w1', yes: 3, eligible: true }] });
    expect(count(given)).toEqual({
      kind: 'election',
      status: 'too-few-candidates',
      neededCandidates: 10,
      needed: {},
      explanation: [
        { code: 'figures-consistent', params: {} },
        { code: 'surplus-missed', params: { listed: 1, seats: 9, needed: 10, num: 5, den: 100, min: 1 } },
      ],
    });
  });

  it('counts an appraisal by grade and by named rate, with and without the abstention', () => {
    expect(count(anAppraisal())).toMatchObject({
      kind: 'appraisal',
      status: 'counted',
      needed: {},
      subjects: [
        {
          id: 's1',
          abstain: 1,
          grades: {
            excellent: { count: 20, ofValid: { num: 20, den: 47, percent: '42.6' }, ofMarked: { num: 20, den: 46, percent: '43.5' } },
            not: { count: 2, ofValid: { num: 2, den: 47, percent: '4.3' } },
          },
          rates: {
            competentRate: { count: 38, ofValid: { num: 38, den: 47, percent: '80.9' }, ofMarked: { num: 38, den: 46, percent: '82.6' } },
            atLeastBasically: { count: 44, ofValid: { num: 44, den: 47, percent: '93.6' } },
          },
        },
      ],
    });
  });

  it('names the leading option of a poll', () => {
    expect(count(aPoll())).toMatchObject({
      kind: 'poll',
      status: 'counted',
      leading: ['b'],
      options: [
        { id: 'b', votes: 90, ofValid: { num: 90, den: 150, percent: '60.0' } },
        { id: 'a', votes: 60, ofValid: { num: 60, den: 150, percent: '40.0' } },
      ],
    });
  });
});

describe('an appraisal', () => {
  it('has no quorum unless the rules give one', () => {
    const counts = { roll: 50, present: 20, issued: 48, voters: 48, returned: 48, invalid: 1 };
    expect(count(anAppraisal({ counts }))).toMatchObject({ status: 'counted' });
    expect(count(anAppraisal({ counts, rules: { quorum: { num: 2, den: 3, inclusive: true } } }))).toMatchObject({
      status: 'no-quorum',
      needed: { quorum: 34 },
    });
  });

  it('gives no percentage of nobody', () => {
    const counts = { roll: 50, present: 48, issued: 48, voters: 48, returned: 1, invalid: 0 };
    const subjects = [{ id: 's1', counts: { excellent: 0, competent: 0, basically: 0, not: 0 }, abstain: 1 }];
    expect(count(anAppraisal({ counts, subjects }))).toMatchObject({
      subjects: [{ grades: { excellent: { ofValid: { percent: '0.0' }, ofMarked: { num: 0, den: 0, percent: null } } } }],
    });
  });

  it('refuses a form count that does not add up to the valid forms', () => {
    const subjects = [{ id: 's1', counts: { excellent: 20, competent: 18, basically: 6, not: 2 }, abstain: 2 }];
    expect(count(anAppraisal({ subjects }))).toMatchObject({ status: 'inconsistent', breach: 'grades + abstain = valid' });
  });
});

describe('a poll', () => {
  it('names every option that leads', () => {
    const options = [
      { id: 'b', votes: 60 },
      { id: 'c', votes: 30 },
      { id: 'a', votes: 60 },
    ];
    expect(count(aPoll({ options }))).toMatchObject({ leading: ['a', 'b'] });
  });

  it('refuses votes that do not add up', () => {
    expect(
      count(
        aPoll({
          options: [
            { id: 'a', votes: 60 },
            { id: 'b', votes: 91 },
          ],
        }),
      ),
    ).toMatchObject({ status: 'inconsistent', breach: 'votes = valid' });
  });
});

describe('a percentage', () => {
  it.each([
    [1, 8, '12.5'],
    [1, 80, '1.3'], // 1.25 goes up
    [1, 800, '0.1'],
    [1, 2001, '0.0'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [1999, 2000, '100.0'], // 99.95 goes up
    [3, 3, '100.0'],
  ])('of %i in %i is %s', (votes, of, percent) => {
    const counts = { roll: of, present: of, issued: of, voters: of, returned: of, invalid: 0 };
    const outcome = count({
      kind: 'poll',
      counts,
      options: [
        { id: 'a', votes },
        { id: 'z', votes: of - votes },
      ],
    });
    expect(outcome).toMatchObject({ options: expect.arrayContaining([{ id: 'a', votes, ofValid: { num: votes, den: of, percent } }]) });
  });
});
