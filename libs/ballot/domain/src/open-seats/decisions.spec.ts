import { HALF_OR_MORE } from '../counting/fractions.js';
import { DELEGATE, NOON, ORGANISER, choice } from '../testing/ballots.js';
import { declaredElection, signedElection } from '../testing/elected.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { type DecisionRequest, decideVacancy } from './decisions.js';
import { nextRound } from './rounds.js';
import { seatsOf } from './seats.js';

const CANDIDATES = [choice('c1', 'm1'), choice('c2', 'm2'), choice('c3', 'm3'), choice('c4', 'm4')];
const one = { c1: 'yes' };

/** Four papers for the first of four candidates: one elected, two of three seats open. */
const short = (shortage: string) => declaredElection({ rules: { seats: 3, shortage }, choices: CANDIDATES, marks: [one, one, one, one] });
const say = (what: DecisionRequest['what'], more: Partial<DecisionRequest> = {}): DecisionRequest => ({
  what,
  seats: null,
  text: 'So the presidium decided.',
  candidates: [],
  ...more,
});
const decide = (ballot: ReturnType<typeof short>, given: DecisionRequest) => decideVacancy(ballot, ORGANISER, given, NOON).ballot;
const codeOf = (ballot: ReturnType<typeof short>, given: DecisionRequest) => refusalOf(() => decide(ballot, given)).code;

describe('a decision about open seats', () => {
  it.each([
    ['presidium', 'leave-vacant'],
    ['presidium', 'reduce-seats'],
    ['presidium', 'refer'],
    ['reduce', 'reduce-seats'],
    ['reduce', 'leave-vacant'],
    ['vacant', 'leave-vacant'],
    ['vacant', 'refer'],
  ] as const)('under the policy "%s" may be "%s", with who, when and the text', (policy, what) => {
    const ballot = short(policy);
    expect(seatsOf(ballot)).toEqual({ elected: [{ id: 'c1', byLot: false }], vacant: 2, decided: 0, open: 2 });
    const decided = decide(ballot, say(what));
    expect(decided.decisions).toEqual([{ what, seats: 2, text: 'So the presidium decided.', candidates: [], by: 'organiser', at: NOON }]);
    expect(seatsOf(decided)).toMatchObject({ vacant: 2, decided: 2, open: 0 });
    expect(decided.tally).toBe(ballot.tally);
  });

  it.each([
    ['vacant', 'reduce-seats'],
    ['vacant', 'supplementary'],
    ['reduce', 'supplementary'],
  ] as const)('under the policy "%s" may not be "%s"', (policy, what) => {
    expect(refusalOf(() => decide(short(policy), say(what)))).toEqual({
      code: 'ballot.decision-against-rules',
      details: { policy, decision: what },
    });
  });

  it('is made once for each seat', () => {
    const once = decide(short('presidium'), say('refer', { seats: 1 }));
    expect(seatsOf(once)).toMatchObject({ decided: 1, open: 1 });
    expect(refusalOf(() => decide(once, say('refer', { seats: 2 })))).toEqual({
      code: 'ballot.more-than-open',
      details: { seats: 2, open: 1 },
    });
    const twice = decide(once, say('leave-vacant'));
    expect(twice.decisions).toHaveLength(2);
    expect(codeOf(twice, say('leave-vacant'))).toBe('ballot.already-decided');
  });

  it('of the presidium may ask for a supplementary ballot of those whom it names', () => {
    const decided = decide(short('presidium'), say('supplementary', { candidates: [choice('c2'), choice('c9', 'm9')] }));
    const { ballot } = nextRound(decided, ORGANISER, 'next', NOON);
    expect(ballot).toMatchObject({
      follows: 'ballot',
      round: 'supplementary',
      state: 'RULES_ADOPTED',
      rules: { seats: 2 },
      roll: null,
      officers: [],
      choices: [
        { id: 'c2', memberId: 'm2' },
        { id: 'c9', memberId: 'm9' },
      ],
      descent: { as: 'next-round', standing: ['c2', 'c9'], othersMayStand: false },
    });
  });

  it('names for a supplementary ballot as many as it has seats, nobody twice, nobody who is elected', () => {
    const ballot = short('presidium');
    const supplementary = (...candidates: ReturnType<typeof choice>[]) => say('supplementary', { candidates });
    expect(refusalOf(() => decide(ballot, supplementary(choice('c2'))))).toEqual({
      code: 'ballot.candidates-of-decision',
      details: { named: 1, needed: 2 },
    });
    expect(codeOf(ballot, say('refer', { candidates: [choice('c2')] }))).toBe('ballot.candidates-of-decision');
    expect(refusalOf(() => decide(ballot, supplementary(choice('c1'), choice('c2'))))).toEqual({
      code: 'ballot.candidate-elected',
      details: { ids: ['c1'] },
    });
    expect(codeOf(ballot, supplementary(choice('other', 'm1'), choice('c2')))).toBe('ballot.candidate-elected');
    expect(faultOf(() => decide(ballot, supplementary(choice('c8', 'm8'), choice('c9', 'm8'))))).toEqual({
      field: 'candidates',
      reason: 'repeated',
    });
    const once = decide(ballot, say('supplementary', { seats: 1, candidates: [choice('c2')] }));
    expect(codeOf(once, say('supplementary', { candidates: [choice('c3')] }))).toBe('ballot.already-decided');
  });

  it('may leave open what a tie left vacant', () => {
    const tied = declaredElection({
      rules: { elect: { ...HALF_OR_MORE, base: 'roll' }, tie: 'vacant', shortage: 'presidium' },
      marks: [one, one, one, { c2: 'yes' }, { c2: 'yes' }, { c2: 'yes' }],
    });
    expect(seatsOf(tied)).toEqual({ elected: [], vacant: 1, decided: 0, open: 1 });
    expect(codeOf(tied, say('reduce-seats'))).toBe('ballot.decision-against-rules');
    expect(seatsOf(decide(tied, say('leave-vacant')))).toMatchObject({ open: 0 });
  });

  it('belongs to an organiser, after the result is declared, where seats are open', () => {
    const ballot = short('presidium');
    expect(refusalOf(() => decideVacancy(ballot, DELEGATE, say('refer'), NOON)).code).toBe('ballot.not-an-organiser');
    expect(
      codeOf(
        signedElection({ rules: { seats: 3, shortage: 'presidium' }, choices: CANDIDATES, marks: [one, one, one, one] }),
        say('refer'),
      ),
    ).toBe('ballot.wrong-state');
    expect(codeOf(declaredElection({ marks: [one, one, one, one] }), say('refer'))).toBe('ballot.nothing-to-decide');
    const toFill = declaredElection({
      rules: { seats: 3, shortage: 'supplementary', supplementary: { extra: 1, elect: null } },
      choices: CANDIDATES,
      marks: [one, one, one, one],
    });
    expect(codeOf(toFill, say('refer'))).toBe('ballot.nothing-to-decide');
    expect(seatsOf(toFill)).toMatchObject({ vacant: 0, open: 0 });
  });
});
