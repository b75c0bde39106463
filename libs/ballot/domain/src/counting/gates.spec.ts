import { count } from './count.js';
import { MORE_THAN_HALF, TWO_THIRDS } from './fractions.js';
import { aResolution, anElection, candidatesWithVotes } from './testing/cases.js';

const last = (value: unknown): string | undefined => {
  const outcome = count(value);
  return 'explanation' in outcome ? outcome.explanation.at(-1)?.code : undefined;
};

describe('gate 1, consistency, names the first broken rule', () => {
  it.each([
    ['figures are integers >= 0', { counts: { roll: 57.5, present: 60 } }],
    ['figures are integers >= 0', { items: [{ id: 'plan', yes: -1, no: 4, abstain: 51 }] }],
    ['present <= roll', { counts: { present: 58, issued: 58 } }],
    ['issued <= roll', { counts: { issued: 58, invalid: 56 } }],
    ['invalid <= returned', { counts: { invalid: 56 } }],
    ['yes + no + abstain = valid', { items: [{ id: 'plan', yes: 48, no: 4, abstain: 3 }] }],
  ])('%s', (breach, change) => {
    expect(count(aResolution(change))).toMatchObject({ status: 'inconsistent', breach, needed: {} });
    expect(last(aResolution(change))).toBe('figures-inconsistent');
  });

  it('says which item or candidate it is about', () => {
    const items = [
      { id: 'one', yes: 48, no: 4, abstain: 2 },
      { id: 'two', yes: 48, no: 4, abstain: 3 },
    ];
    expect(count(aResolution({ items }))).toMatchObject({
      explanation: [{ code: 'figures-inconsistent', params: { breach: 'yes + no + abstain = valid', about: 'two' } }],
    });
  });

  it('asks for yes <= valid where nothing else was announced, of names written in too', () => {
    expect(count(anElection({ candidates: candidatesWithVotes(58, 56, 55, 52, 50, 49, 47, 44, 40, 33) }))).toMatchObject({
      status: 'inconsistent',
      breach: 'yes <= valid',
    });
    expect(count(anElection({ writeIns: [{ id: 'w1', yes: 58, eligible: false }] }))).toMatchObject({
      status: 'inconsistent',
      breach: 'yes <= valid',
    });
  });

  it('takes a candidate with yes and no alone as long as both fit into the valid papers', () => {
    const rest = candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 44, 40);
    expect(count(anElection({ candidates: [...rest, { id: 'c10', yes: 33, no: 24 }] }))).toMatchObject({ status: 'decided' });
    expect(count(anElection({ candidates: [...rest, { id: 'c10', yes: 33, no: 25 }] }))).toMatchObject({ status: 'inconsistent' });
    expect(count(anElection({ candidates: [...rest, { id: 'c10', yes: 33, no: 20, abstain: 3 }] }))).toMatchObject({
      status: 'inconsistent',
    });
  });

  it('adds figures beyond 2^53 without rounding', () => {
    const roll = Number.MAX_SAFE_INTEGER;
    const counts = { roll, present: roll, issued: roll, voters: roll, returned: roll, invalid: 0 };
    expect(count(aResolution({ counts, items: [{ id: 'plan', yes: roll, no: roll, abstain: 2 }] }))).toMatchObject({
      status: 'inconsistent',
    });
    expect(count(aResolution({ counts, items: [{ id: 'plan', yes: roll - 1, no: 1, abstain: 0 }] }))).toMatchObject({
      status: 'passed',
      needed: { pass: 2 ** 52 },
    });
  });
});

// DOMAIN 6.3, example 20, and 6.2 rule 9.
describe('gate 2, surplus', () => {
  it.each([
    [9, 5, 100, 10],
    [21, 5, 100, 23],
    [7, 14, 100, 8],
    [19, 10, 100, 21],
    [7, 10, 100, 8],
    [15, 10, 100, 17],
    [3, 3, 2, 8],
  ])('%i seats at %i/%i need %i candidates', (seats, num, den, neededCandidates) => {
    const rules = { seats, surplus: { rate: { num, den }, min: 1 } };
    const candidates = (howMany: number) => candidatesWithVotes(...Array.from({ length: howMany }, () => 40));
    expect(count(anElection({ rules, candidates: candidates(neededCandidates - 1) }))).toMatchObject({
      status: 'too-few-candidates',
      neededCandidates,
    });
    expect(count(anElection({ rules, candidates: candidates(neededCandidates) }))).not.toMatchObject({ status: 'too-few-candidates' });
  });

  it('counts listed candidates only, not names written in', () => {
    const given = anElection({
      candidates: candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 44, 40),
      writeIns: [{ id: 'w1', yes: 33, eligible: true }],
    });
    expect(count(given)).toMatchObject({ status: 'too-few-candidates' });
  });

  it('is off for a single slate, for a run-off and for a supplementary round', () => {
    const candidates = candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 44, 40);
    expect(count(anElection({ rules: { surplus: null }, candidates }))).toMatchObject({ status: 'decided' });
    expect(count(anElection({ round: 'runoff', candidates }))).toMatchObject({ status: 'decided' });
    expect(count(anElection({ round: 'supplementary', candidates }))).toMatchObject({ status: 'decided' });
  });

  it('comes before the quorum', () => {
    expect(count(anElection({ candidates: candidatesWithVotes(57), counts: { present: 10 } }))).toMatchObject({
      status: 'too-few-candidates',
    });
  });
});

// DOMAIN 6.3, examples 1 to 3.
describe('gate 3, quorum', () => {
  const meeting = (roll: number, present: number, quorum = TWO_THIRDS) =>
    aResolution({
      rules: { quorum },
      counts: { roll, present, issued: present, voters: present, returned: present, invalid: 0 },
      items: [{ id: 'plan', yes: present, no: 0, abstain: 0 }],
    });

  it.each([
    [48, 31, TWO_THIRDS, false, 32],
    [48, 32, TWO_THIRDS, true, 32],
    [48, 32, { ...TWO_THIRDS, inclusive: false }, false, 33],
    [48, 33, { ...TWO_THIRDS, inclusive: false }, true, 33],
    [202, 134, TWO_THIRDS, false, 135],
    [202, 135, { ...TWO_THIRDS, inclusive: false }, true, 135],
    [48, 30, TWO_THIRDS, false, 32], // 33 signed in, three left before the papers were issued
    [0, 0, { num: 0, den: 1, inclusive: true }, false, 0],
  ])('of %i with %i present under %j: %s', (roll, present, quorum, held, needed) => {
    const outcome = count(meeting(roll, present, quorum));
    expect(outcome).toMatchObject({ needed: { quorum: needed } });
    if (held) expect(outcome).toMatchObject({ status: 'passed' });
    else expect(outcome).toEqual(expect.objectContaining({ status: 'no-quorum' }));
  });

  it('tells no votes when it is missed', () => {
    const outcome = count(meeting(48, 31));
    expect(Object.keys(outcome).sort()).toEqual(['explanation', 'kind', 'needed', 'status']);
    expect(last(meeting(48, 31))).toBe('quorum-missed');
  });
});

// DOMAIN 6.3, examples 7 and 9.
describe('gate 4, returned limit', () => {
  const returned = (howMany: number, rules = {}, counts = {}) =>
    aResolution({
      rules,
      counts: { roll: 60, present: 60, issued: 57, voters: 56, returned: howMany, invalid: 0, ...counts },
      items: [{ id: 'plan', yes: howMany, no: 0, abstain: 0 }],
    });

  it('voids the whole vote with one paper more than issued, and tells no votes', () => {
    const outcome = count(returned(58));
    expect(outcome).toMatchObject({ status: 'void', needed: { quorum: 40 } });
    expect(outcome).not.toHaveProperty('items');
    expect(JSON.stringify(outcome)).not.toContain('yes');
  });

  it('leaves denominators unchanged when fewer come back', () => {
    expect(count(returned(55))).toMatchObject({ status: 'passed', needed: { pass: 31 } });
  });

  it.each([
    ['issued', 57, 'passed'],
    ['voters', 57, 'void'],
    ['voters', 56, 'passed'],
    ['both', 57, 'void'],
    ['both', 56, 'passed'],
  ])('by %s with %i returned: %s', (returnedLimit, howMany, status) => {
    expect(count(returned(howMany, { returnedLimit }))).toMatchObject({ status });
  });

  it('by both holds against the issued as well', () => {
    expect(count(returned(58, { returnedLimit: 'both' }, { voters: 60 }))).toMatchObject({ status: 'void' });
  });
});

describe('gate 5, participation', () => {
  it('asks for a share of the roll among the returned', () => {
    const given = (returned: number) =>
      aResolution({
        rules: { participation: MORE_THAN_HALF },
        counts: { returned, invalid: 0 },
        items: [{ id: 'plan', yes: returned, no: 0, abstain: 0 }],
      });
    expect(count(given(28))).toMatchObject({ status: 'too-few-votes' });
    expect(last(given(28))).toBe('participation-missed');
    expect(count(given(29))).toMatchObject({ status: 'passed' });
  });
});
