import type { Fraction } from '@plenum/kernel';
import { MORE_THAN_HALF, TWO_THIRDS } from '../fractions.js';
import { aResolution, anAppraisal, anElection, candidateId, candidatesWithVotes } from './cases.js';

type Json = Record<string, unknown>;

/** A row of DOMAIN 6.3: its number, what it shows, the case, and what must come out at least. */
export interface WorkedExample {
  readonly row: number;
  readonly shows: string;
  readonly given: Json;
  readonly gives: Json;
  /** Fields that the outcome may not have. */
  readonly tellsNo?: readonly string[];
}

const ABOVE_TWO_THIRDS = { ...TWO_THIRDS, inclusive: false };
const HALF_OR_MORE = { ...MORE_THAN_HALF, inclusive: true };
const VOTES = ['items', 'ranking', 'elected', 'papers', 'subjects', 'options'];
const ids = (...numbers: number[]) => numbers.map((number) => candidateId(number - 1));
const oneToNine = ids(1, 2, 3, 4, 5, 6, 7, 8, 9);

/** Everybody present says yes to the plan. */
const meeting = (roll: number, present: number, quorum: Fraction = TWO_THIRDS): Json =>
  aResolution({
    rules: { quorum },
    counts: { roll, present, issued: present, voters: present, returned: present, invalid: 0 },
    items: [{ id: 'plan', yes: present, no: 0, abstain: 0 }],
  });

/** A plan of which `yes` of a roll of `roll` approve; all of them came. */
const plan = (roll: number, yes: number, pass: Fraction): Json =>
  aResolution({
    rules: { pass: { ...pass, base: 'roll' } },
    counts: { roll, present: roll, issued: roll, voters: roll, returned: roll, invalid: 0 },
    items: [{ id: 'plan', yes, no: roll - yes, abstain: 0 }],
  });

const oneSeat = (base: string): Json =>
  anElection({
    rules: { seats: 1, surplus: null, shortage: 'vacant', elect: { ...MORE_THAN_HALF, base } },
    counts: { roll: 60, present: 41, issued: 41, voters: 41, returned: 41 },
    candidates: candidatesWithVotes(25),
  });

/** A single paper of an election of nine among ten: its first `approvals` candidates, and names written in. */
const onePaper = (approvals: number, writeIns: readonly string[] = []): Json => ({
  ...anElection({ rules: { writeIns: 'free' }, candidates: Array.from({ length: 10 }, (_, index) => ({ id: candidateId(index) })) }),
  counts: { roll: 60, present: 58, issued: 58, voters: 58 },
  papers: [{ marks: Object.fromEntries(Array.from({ length: approvals }, (_, index) => [candidateId(index), 'yes'])), writeIns }],
});

const TIED = candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 44, 40, 40);
const SHORT = { candidates: candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 30, 29, 25), writeIns: [{ id: 'w1', yes: 3, eligible: true }] };
/** Approvals of the tied election with all who did not approve against; the ninth has fewer against. */
const TIED_AGAINST = TIED.map((one, index) => ({ ...one, no: index === 8 ? 12 : 57 - one.yes }));

/** 35 of 57 papers bear a name that is not printed, written in three ways; 22 approve the one who is. */
const written = (asWhat: (nth: number) => string): Json => ({
  ...anElection({ rules: { seats: 1, surplus: null, shortage: 'vacant', writeIns: 'replace-no' }, candidates: [{ id: 'c01' }] }),
  counts: { roll: 60, present: 58, issued: 58, voters: 58 },
  papers: Array.from({ length: 57 }, (_, nth) =>
    nth < 35 ? { marks: { c01: 'no' }, writeIns: [asWhat(nth)] } : { marks: { c01: 'yes' } },
  ),
});

const surplus = (seats: number, num: number, listed: number): Json =>
  anElection({
    rules: { seats, surplus: { rate: { num, den: 100 }, min: 1 } },
    candidates: candidatesWithVotes(...Array.from({ length: listed }, () => 40)),
  });

/** Every vote of DOMAIN 6.3; rows 25 (persons of proposals) and 26 (deadlines) are no votes. */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  {
    row: 1,
    shows: '31 of 48 are no quorum of two thirds or more',
    given: meeting(48, 31),
    gives: { status: 'no-quorum', needed: { quorum: 32 } },
    tellsNo: VOTES,
  },
  {
    row: 1,
    shows: '32 of 48 are a quorum of two thirds or more',
    given: meeting(48, 32),
    gives: { status: 'passed', needed: { quorum: 32 } },
  },
  {
    row: 1,
    shows: '32 of 48 are no quorum of more than two thirds',
    given: meeting(48, 32, ABOVE_TWO_THIRDS),
    gives: { status: 'no-quorum', needed: { quorum: 33 } },
    tellsNo: VOTES,
  },
  {
    row: 1,
    shows: '33 of 48 are a quorum of more than two thirds',
    given: meeting(48, 33, ABOVE_TWO_THIRDS),
    gives: { needed: { quorum: 33 }, status: 'passed' },
  },
  ...[
    [202, 135],
    [133, 89],
  ].flatMap(([roll = 0, least = 0]) =>
    [TWO_THIRDS, ABOVE_TWO_THIRDS].flatMap((quorum): WorkedExample[] => [
      {
        row: 2,
        shows: `${least} of ${roll} hold whichever way two thirds are worded (inclusive ${quorum.inclusive})`,
        given: meeting(roll, least, quorum),
        gives: { status: 'passed', needed: { quorum: least } },
      },
      {
        row: 2,
        shows: `${least - 1} of ${roll} do not (inclusive ${quorum.inclusive})`,
        given: meeting(roll, least - 1, quorum),
        gives: { status: 'no-quorum', needed: { quorum: least } },
      },
    ]),
  ),
  {
    row: 3,
    shows: '33 signed in, 3 left before the papers went out: 30 are no quorum',
    given: meeting(48, 30),
    gives: { status: 'no-quorum', needed: { quorum: 32 } },
    tellsNo: VOTES,
  },
  {
    row: 5,
    shows: '25 of 41 present are not half of the 60 who should attend',
    given: oneSeat('roll'),
    gives: { status: 'decided', needed: { quorum: 40, elect: 31 }, elected: [], vacant: 1 },
  },
  {
    row: 5,
    shows: '25 are more than half of the 41 present',
    given: oneSeat('present'),
    gives: { status: 'decided', needed: { quorum: 40, elect: 21 }, elected: ['c01'], vacant: 0 },
  },
  {
    row: 6,
    shows: '48 yes of 57 pass',
    given: aResolution(),
    gives: { status: 'passed', needed: { quorum: 38, pass: 29 }, items: [{ id: 'plan', yes: 48, passed: true }] },
  },
  { row: 6, shows: '48 are more than half of 95', given: plan(95, 48, MORE_THAN_HALF), gives: { status: 'passed', needed: { pass: 48 } } },
  {
    row: 6,
    shows: '48 are not more than half of 96',
    given: plan(96, 48, MORE_THAN_HALF),
    gives: { status: 'not-passed', needed: { pass: 49 } },
  },
  { row: 6, shows: '48 are half or more of 96', given: plan(96, 48, HALF_OR_MORE), gives: { status: 'passed', needed: { pass: 48 } } },
  {
    row: 6,
    shows: '48 are not half or more of 97',
    given: plan(97, 48, HALF_OR_MORE),
    gives: { status: 'not-passed', needed: { pass: 49 } },
  },
  {
    row: 7,
    shows: '58 returned of 57 issued void the whole vote',
    gives: { status: 'void' },
    tellsNo: VOTES,
    given: aResolution({
      counts: { roll: 60, present: 60, voters: 58, returned: 58, invalid: 0 },
      items: [{ id: 'plan', yes: 58, no: 0, abstain: 0 }],
    }),
  },
  {
    row: 9,
    shows: '55 returned of 57 issued leave the denominators as they are',
    gives: { status: 'passed', needed: { quorum: 38, pass: 29 }, explanation: expectReturned(55, 57) },
    given: aResolution({ counts: { invalid: 0 }, items: [{ id: 'plan', yes: 29, no: 26, abstain: 0 }] }),
  },
  {
    row: 10,
    shows: 'a paper with 10 approvals for 9 seats is void',
    given: onePaper(10),
    gives: { papers: { returned: 1, valid: 0, invalid: 1, reasons: { overVote: 1 } } },
  },
  {
    row: 10,
    shows: 'a paper with 8 approvals and 2 names written in is void',
    given: onePaper(8, ['w1', 'w2']),
    gives: { papers: { returned: 1, valid: 0, invalid: 1, reasons: { overVote: 1 } } },
  },
  {
    row: 10,
    shows: 'a paper with 9 approvals is valid',
    given: onePaper(9),
    gives: { papers: { returned: 1, valid: 1, invalid: 0, reasons: {} } },
  },
  {
    row: 10,
    shows: 'a paper with 7 approvals is valid',
    given: onePaper(7),
    gives: { papers: { returned: 1, valid: 1, invalid: 0, reasons: {} } },
  },
  {
    row: 10,
    shows: 'a blank paper is valid: nine abstentions',
    given: onePaper(0),
    gives: { papers: { returned: 1, valid: 1, invalid: 0, reasons: {} }, elected: [], vacant: 9 },
  },
  {
    row: 11,
    shows: 'ten over half, nine seats: 33 is over half and not elected',
    given: anElection(),
    gives: { status: 'decided', needed: { quorum: 40, elect: 31 }, elected: oneToNine, tied: [], vacant: 0, nextRound: null },
  },
  {
    row: 12,
    shows: 'a tie at the cut goes to a run-off of two for one seat',
    given: anElection({ candidates: TIED }),
    gives: {
      status: 'next-round',
      elected: ids(1, 2, 3, 4, 5, 6, 7, 8),
      tied: ids(9, 10),
      tiedSeats: 1,
      nextRound: { kind: 'runoff', seats: 1, candidates: ids(9, 10), needsNominations: false },
    },
  },
  {
    row: 12,
    shows: 'a tie at the cut goes to the one with fewer against',
    given: anElection({ rules: { tie: 'fewer-against' }, candidates: TIED_AGAINST }),
    gives: { status: 'decided', elected: oneToNine, tied: [], tiedSeats: 0, vacant: 0, nextRound: null },
  },
  {
    row: 12,
    shows: 'a tie at the cut leaves the seat vacant',
    given: anElection({ rules: { tie: 'vacant' }, candidates: TIED }),
    gives: {
      status: 'decided',
      elected: ids(1, 2, 3, 4, 5, 6, 7, 8),
      tied: ids(9, 10),
      tiedSeats: 1,
      vacant: 1,
      shortage: null,
      nextRound: null,
    },
  },
  {
    row: 13,
    shows: 'a tie away from the cut needs no run-off',
    given: anElection({ candidates: candidatesWithVotes(57, 57, 55, 52, 50, 49, 47, 44, 40, 33) }),
    gives: { status: 'decided', elected: oneToNine, tied: [], tiedSeats: 0, nextRound: null },
  },
  {
    row: 16,
    shows: 'two seats short: a supplementary round among 30, 29 and 25, needing 31 again',
    given: anElection(SHORT),
    gives: {
      status: 'next-round',
      needed: { elect: 31 },
      elected: ids(1, 2, 3, 4, 5, 6, 7),
      vacant: 2,
      shortage: null,
      nextRound: { kind: 'supplementary', seats: 2, candidates: ids(8, 9, 10), needsNominations: false },
    },
  },
  ...(['vacant', 'presidium', 'reduce'] as const).map((shortage): WorkedExample => ({
    row: 16,
    shows: `two seats short: ${shortage}`,
    given: anElection({ ...SHORT, rules: { shortage } }),
    gives: { status: 'decided', elected: ids(1, 2, 3, 4, 5, 6, 7), vacant: 2, shortage, nextRound: null },
  })),
  {
    row: 16,
    shows: 'in the supplementary round exactly half is again not elected',
    gives: { status: 'next-round', needed: { elect: 31 }, elected: ['c09'], vacant: 1 },
    given: anElection({
      round: 'supplementary',
      rules: { seats: 2 },
      candidates: [
        { id: 'c08', yes: 30 },
        { id: 'c09', yes: 31 },
        { id: 'c10', yes: 20 },
      ],
    }),
  },
  {
    row: 18,
    shows: 'a name written in wins with 35, and 30 for a listed candidate do not',
    gives: {
      status: 'decided',
      needed: { elect: 31 },
      elected: ['w1'],
      ranking: [
        { id: 'w1', yes: 35, outcome: 'elected' },
        { id: 'c01', yes: 30, outcome: 'not-elected' },
      ],
    },
    given: anElection({
      rules: { seats: 2, surplus: null, shortage: 'vacant' },
      candidates: candidatesWithVotes(30),
      writeIns: [{ id: 'w1', yes: 35, eligible: true }],
    }),
  },
  {
    row: 18,
    shows: 'a name written in that may not be elected is passed over',
    gives: { elected: [], vacant: 1, ranking: [{ id: 'c01', yes: 22 }] },
    given: anElection({
      rules: { seats: 1, surplus: null, shortage: 'vacant' },
      candidates: candidatesWithVotes(22),
      writeIns: [{ id: 'w1', yes: 35, eligible: false }],
    }),
  },
  {
    row: 18,
    shows: 'the same person written three ways wins once the names are merged',
    given: written(() => 'w1'),
    gives: { elected: ['w1'], papers: { valid: 57 } },
  },
  {
    row: 18,
    shows: 'and has no seat while they are not',
    given: written((nth) => `w${nth % 3}`),
    gives: { elected: [], vacant: 1, papers: { valid: 57 } },
  },
  ...[
    [9, 5, 10],
    [21, 5, 23],
    [7, 14, 8],
    [19, 10, 21],
    [7, 10, 8],
    [15, 10, 17],
  ].flatMap(([seats = 0, rate = 0, least = 0]): WorkedExample[] => [
    {
      row: 20,
      shows: `${seats} seats at ${rate} % take ${least} candidates`,
      given: surplus(seats, rate, least),
      gives: { needed: { quorum: 40 } },
    },
    {
      row: 20,
      shows: `${seats} seats at ${rate} % refuse ${least - 1}`,
      given: surplus(seats, rate, least - 1),
      gives: { status: 'too-few-candidates', neededCandidates: least },
      tellsNo: VOTES,
    },
  ]),
  ...(['each', 'all'] as const).map((bundle): WorkedExample => ({
    row: 21,
    shows: `of three items 45 and 31 pass and 30 fails; bundle ${bundle}`,
    given: aResolution({
      rules: { bundle },
      counts: { roll: 60, present: 60, issued: 60, voters: 60, returned: 60, invalid: 0 },
      items: [45, 31, 30].map((yes, nth) => ({ id: `i${nth + 1}`, yes, no: 60 - yes, abstain: 0 })),
    }),
    gives: {
      status: bundle === 'each' ? 'partly-passed' : 'not-passed',
      needed: { pass: 31 },
      items: [
        { id: 'i1', passed: true },
        { id: 'i2', passed: true },
        { id: 'i3', passed: false },
      ],
    },
  })),
  {
    row: 22,
    shows: '42.6 % excellent of the valid forms, 43.5 % without the abstention',
    given: anAppraisal(),
    gives: {
      status: 'counted',
      subjects: [
        {
          abstain: 1,
          grades: {
            excellent: { count: 20, ofValid: { num: 20, den: 47, percent: '42.6' }, ofMarked: { num: 20, den: 46, percent: '43.5' } },
          },
          rates: {
            competentRate: { count: 38, ofValid: { num: 38, den: 47, percent: '80.9' }, ofMarked: { num: 38, den: 46, percent: '82.6' } },
            atLeastBasically: { count: 44, ofValid: { num: 44, den: 47, percent: '93.6' } },
          },
        },
      ],
    },
  },
];

function expectReturned(returned: number, limit: number): object[] {
  return [
    { code: 'figures-consistent' },
    { code: 'quorum-reached' },
    { code: 'returned-within-limit', params: { returned, limit, rule: 'issued' } },
    { code: 'item-passed', params: { of: limit } },
    { code: 'all-items-passed' },
  ];
}
