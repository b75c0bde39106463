/** The counting cases that specs start from; each takes what differs. Plain JSON, as an organiser would write it. */

import { MORE_THAN_HALF, TWO_THIRDS } from '../fractions.js';

type Json = Record<string, unknown>;

/** A plan put to 57, of whom 55 voted: COUNTING's first example. */
export const aResolution = ({ rules = {}, counts = {}, ...rest }: { rules?: Json; counts?: Json } & Json = {}): Json => ({
  kind: 'resolution',
  rules: {
    quorum: TWO_THIRDS,
    participation: null,
    returnedLimit: 'issued',
    pass: { ...MORE_THAN_HALF, base: 'roll' },
    bundle: 'each',
    ...rules,
  },
  counts: { roll: 57, present: 57, issued: 57, voters: 55, returned: 55, invalid: 1, ...counts },
  items: [{ id: 'plan', yes: 48, no: 4, abstain: 2 }],
  ...rest,
});

/** Nine seats, more than half of 60 should-attend: the election of DOMAIN 6.3, examples 11 to 16. */
export const anElection = ({ rules = {}, counts = {}, ...rest }: { rules?: Json; counts?: Json } & Json = {}): Json => ({
  kind: 'election',
  rules: {
    quorum: TWO_THIRDS,
    returnedLimit: 'issued',
    seats: 9,
    surplus: { rate: { num: 5, den: 100 }, min: 1 },
    elect: { ...MORE_THAN_HALF, base: 'roll' },
    tie: 'runoff',
    shortage: 'supplementary',
    supplementary: { extra: 1, elect: null },
    ...rules,
  },
  round: 'first',
  counts: { roll: 60, present: 58, issued: 58, voters: 58, returned: 57, invalid: 0, ...counts },
  candidates: candidatesWithVotes(57, 56, 55, 52, 50, 49, 47, 44, 40, 33),
  ...rest,
});

/** Five leaders appraised would be five of these: COUNTING's example, with the figures of DOMAIN 6.3, example 22. */
export const anAppraisal = (rest: Json = {}): Json => ({
  kind: 'appraisal',
  counts: { roll: 50, present: 48, issued: 48, voters: 48, returned: 48, invalid: 1 },
  grades: ['excellent', 'competent', 'basically', 'not'],
  rates: { competentRate: ['excellent', 'competent'], atLeastBasically: ['excellent', 'competent', 'basically'] },
  subjects: [{ id: 's1', counts: { excellent: 20, competent: 18, basically: 6, not: 2 }, abstain: 1 }],
  ...rest,
});

export const aPoll = (rest: Json = {}): Json => ({
  kind: 'poll',
  counts: { roll: 200, present: 200, issued: 200, voters: 150, returned: 150, invalid: 0 },
  options: [
    { id: 'a', votes: 60 },
    { id: 'b', votes: 90 },
  ],
  ...rest,
});

/** Candidates c01, c02, ... with these approvals and nothing else announced. */
export const candidatesWithVotes = (...yes: number[]) => yes.map((each, index) => ({ id: candidateId(index), yes: each }));

export const candidateId = (index: number): string => `c${String(index + 1).padStart(2, '0')}`;
