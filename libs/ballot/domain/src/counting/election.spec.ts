import { count } from './count.js';
import { MORE_THAN_HALF } from './fractions.js';
import { anElection, candidateId, candidatesWithVotes } from './testing/cases.js';

const ids = (...numbers: number[]) => numbers.map((number) => candidateId(number - 1));
const FIRST_NINE = ids(1, 2, 3, 4, 5, 6, 7, 8, 9);

describe('an election', () => {
  // DOMAIN 6.3, example 11.
  it('elects the first nine of ten that are all over half', () => {
    expect(count(anElection())).toMatchObject({
      status: 'decided',
      needed: { quorum: 40, elect: 31 },
      elected: FIRST_NINE,
      tied: [],
      tiedSeats: 0,
      vacant: 0,
      shortage: null,
      nextRound: null,
      ranking: expect.arrayContaining([{ id: 'c10', yes: 33, outcome: 'not-elected' }]),
    });
  });

  // DOMAIN 6.3, example 13.
  it('needs no run-off for a tie away from the cut', () => {
    expect(count(anElection({ candidates: candidatesWithVotes(57, 57, 55, 52, 50, 49, 47, 44, 40, 33) }))).toMatchObject({
      status: 'decided',
      elected: FIRST_NINE,
      nextRound: null,
    });
    expect(count(anElection({ candidates: candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 40, 40, 33) }))).toMatchObject({
      status: 'decided',
      elected: FIRST_NINE,
    });
  });

  // DOMAIN 6.3, example 5.
  it('elects 25 of 41 present only where the base is the present', () => {
    const given = (base: string) =>
      anElection({
        rules: { seats: 1, surplus: null, shortage: 'vacant', elect: { ...MORE_THAN_HALF, base } },
        counts: { present: 41, issued: 41, voters: 41, returned: 41 },
        candidates: candidatesWithVotes(25),
      });
    expect(count(given('roll'))).toMatchObject({ elected: [], vacant: 1, needed: { elect: 31 } });
    expect(count(given('present'))).toMatchObject({ elected: ['c01'], vacant: 0, needed: { elect: 21 } });
  });

  // DOMAIN 6.3, example 18.
  it('elects a name written in that is eligible, and passes over one that is not', () => {
    const given = (eligible: boolean) =>
      anElection({
        rules: { seats: 1, surplus: null, shortage: 'vacant' },
        candidates: candidatesWithVotes(22),
        writeIns: [{ id: 'w1', yes: 35, eligible }],
      });
    expect(count(given(true))).toMatchObject({
      elected: ['w1'],
      ranking: [
        { id: 'w1', yes: 35 },
        { id: 'c01', yes: 22 },
      ],
    });
    expect(count(given(false))).toMatchObject({ elected: [], vacant: 1, ranking: [{ id: 'c01', outcome: 'not-elected' }] });
  });
});

// DOMAIN 6.3, example 12; R47.
describe('a tie at the cut', () => {
  const candidates = candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 44, 40, 40);
  const against = (...no: [number, number, number][]) => [
    ...candidatesWithVotes(57, 56, 55, 52, 50, 49, 47).map((one) => ({ ...one, no: 0 })),
    ...no.map(([number, yes, each]) => ({ id: ids(number)[0], yes, no: each })),
  ];

  it('goes to a run-off between the tied, by id', () => {
    expect(count(anElection({ candidates: [...candidates].reverse() }))).toMatchObject({
      status: 'next-round',
      elected: ids(1, 2, 3, 4, 5, 6, 7, 8),
      tied: ids(9, 10),
      tiedSeats: 1,
      vacant: 0,
      nextRound: { kind: 'runoff', seats: 1, candidates: ids(9, 10), needsNominations: false },
      ranking: expect.arrayContaining([{ id: 'c09', yes: 40, outcome: 'tied' }]),
    });
  });

  it('leaves the seat vacant, and no shortage policy follows', () => {
    expect(count(anElection({ candidates, rules: { tie: 'vacant' } }))).toMatchObject({
      status: 'decided',
      elected: ids(1, 2, 3, 4, 5, 6, 7, 8),
      tied: ids(9, 10),
      tiedSeats: 1,
      vacant: 1,
      shortage: null,
      nextRound: null,
    });
  });

  it('is drawn by lots', () => {
    expect(count(anElection({ candidates, rules: { tie: 'lots' } }))).toMatchObject({
      status: 'lots',
      tied: ids(9, 10),
      tiedSeats: 1,
      vacant: 0,
      nextRound: null,
    });
  });

  it('goes to the fewer against where that settles it', () => {
    const given = anElection({ rules: { tie: 'fewer-against' }, candidates: against([8, 40, 9], [9, 40, 5], [10, 40, 7]) });
    expect(count(given)).toMatchObject({
      status: 'decided',
      elected: ids(1, 2, 3, 4, 5, 6, 7, 9, 10),
      tied: [],
      tiedSeats: 0,
      nextRound: null,
    });
  });

  it('sends those still equal against to a run-off for the seats that are left', () => {
    const given = anElection({ rules: { tie: 'fewer-against' }, candidates: against([8, 40, 9], [9, 40, 5], [10, 40, 9], [11, 40, 12]) });
    expect(count(given)).toMatchObject({
      status: 'next-round',
      elected: ids(1, 2, 3, 4, 5, 6, 7, 9),
      tied: ids(8, 10),
      tiedSeats: 1,
      nextRound: { kind: 'runoff', seats: 1, candidates: ids(8, 10) },
      ranking: expect.arrayContaining([{ id: 'c11', yes: 40, outcome: 'not-elected' }]),
    });
  });

  it('needs the votes against of everyone for that, and nobody written in', () => {
    const rules = { tie: 'fewer-against' };
    expect(count(anElection({ rules }))).toEqual({ status: 'malformed', field: 'candidates[0].no', reason: 'missing' });
    const given = anElection({
      rules,
      candidates: against([8, 40, 9], [9, 40, 5], [10, 33, 7]),
      writeIns: [{ id: 'w1', yes: 1, eligible: false }],
    });
    expect(count(given)).toEqual({ status: 'malformed', field: 'writeIns', reason: 'write-ins-with-fewer-against' });
  });
});

// DOMAIN 6.3, example 16; R37.
describe('too few elected', () => {
  const candidates = candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 30, 29, 25);
  const writeIns = [{ id: 'w1', yes: 3, eligible: true }];

  it('calls a supplementary round among the best not elected, surplus of one', () => {
    expect(count(anElection({ candidates, writeIns }))).toMatchObject({
      status: 'next-round',
      elected: ids(1, 2, 3, 4, 5, 6, 7),
      vacant: 2,
      shortage: null,
      nextRound: { kind: 'supplementary', seats: 2, candidates: ids(8, 9, 10), needsNominations: false },
    });
  });

  it('needs no nominations where exactly enough are left', () => {
    expect(count(anElection({ candidates }))).toMatchObject({ nextRound: { candidates: ids(8, 9, 10), needsNominations: false } });
  });

  it('takes all who are equal at that cut', () => {
    const equal = candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 30, 29, 25, 25, 24);
    expect(count(anElection({ candidates: equal }))).toMatchObject({
      nextRound: { candidates: ids(8, 9, 10, 11), needsNominations: false },
    });
  });

  it('asks for nominations where fewer are left than the round needs', () => {
    expect(
      count(
        anElection({ candidates: candidatesWithVotes(57, 56, 55, 52, 50, 30, 29, 25, 20, 10), rules: { supplementary: { extra: 2 } } }),
      ),
    ).toMatchObject({
      nextRound: { seats: 4, candidates: ids(6, 7, 8, 9, 10), needsNominations: true },
    });
  });

  it.each(['vacant', 'presidium', 'reduce'])('is settled by policy: %s', (shortage) => {
    expect(count(anElection({ candidates, rules: { shortage } }))).toMatchObject({
      status: 'decided',
      vacant: 2,
      shortage,
      nextRound: null,
    });
  });
});

describe('a later round', () => {
  const runoff = { seats: 1, surplus: null };

  it('of a run-off elects the most yes, without a threshold unless the rules give one', () => {
    const given = (rules = {}) =>
      anElection({ round: 'runoff', rules: { ...runoff, shortage: 'vacant', ...rules }, candidates: candidatesWithVotes(20, 25) });
    expect(count(given())).toMatchObject({ status: 'decided', elected: ['c02'] });
    expect(count(given())).not.toHaveProperty('needed.elect');
    expect(count(given({ runoff: { elect: { ...MORE_THAN_HALF, base: 'present' } } }))).toMatchObject({
      elected: [],
      vacant: 1,
      shortage: 'vacant',
      needed: { elect: 30 },
    });
  });

  it('of a run-off that is level again goes to another', () => {
    expect(count(anElection({ round: 'runoff', rules: runoff, candidates: candidatesWithVotes(25, 25) }))).toMatchObject({
      status: 'next-round',
      nextRound: { kind: 'runoff', seats: 1 },
    });
  });

  it('of a supplementary election takes its own threshold where the rules give one', () => {
    const given = (elect: unknown) =>
      anElection({
        round: 'supplementary',
        rules: { seats: 2, supplementary: { extra: 1, elect } },
        candidates: candidatesWithVotes(30, 29, 19),
      });
    expect(count(given(null))).toMatchObject({ elected: [], vacant: 2, needed: { elect: 31 } });
    expect(count(given({ num: 1, den: 3, inclusive: true, base: 'returned' }))).toMatchObject({
      status: 'decided',
      elected: ['c01', 'c02'],
      needed: { elect: 19 },
    });
  });
});
