import { count } from '../counting/count.js';
import { HALF_OR_MORE } from '../counting/fractions.js';
import { Entries } from '../paper-entry/entries.js';
import { WrittenNames } from '../paper-entry/written-names.js';
import { revise } from '../preparing/drafting.js';
import { nameOfficers } from '../preparing/officers.js';
import type { Ballot } from '../record/ballot.js';
import { tally } from '../tally/tally.js';
import { DELEGATE, ELECTION_RULES, KNOWN, NOON, OFFICERS, ORGANISER, choice, sheet, twoEntries } from '../testing/ballots.js';
import { declaredElection, signedElection } from '../testing/elected.js';
import { refusalOf } from '../testing/refusals.js';
import { close } from '../voting/closing.js';
import { freezeRoll, open } from '../voting/opening.js';
import { nextRound } from './rounds.js';

const [one, two, none] = [{ c1: 'yes' }, { c2: 'yes' }, {}];
const half = { elect: { ...HALF_OR_MORE, base: 'roll' } };
const supplementary = (extra: number, elect: object | null = null) => ({ shortage: 'supplementary', supplementary: { extra, elect } });
const following = (ballot: Ballot): Ballot => nextRound(ballot, ORGANISER, 'next', NOON).ballot;

/** A round taken to its count, by six voters on paper. */
function counted(ballot: Ballot, marks: readonly Readonly<Record<string, string>>[]): Ballot {
  const named = nameOfficers(freezeRoll(ballot, ORGANISER, 6).ballot, ORGANISER, OFFICERS, KNOWN).ballot;
  const opened = open(named, ORGANISER, { present: 6, issued: null, sessionIsOpen: true }, NOON).ballot;
  const closed = close(opened, ORGANISER, { returned: marks.length, voters: null }, new Entries(), NOON).ballot;
  return tally(closed, ORGANISER, {
    entries: twoEntries(marks.map((each, nth) => sheet(nth + 1, each))),
    names: new WrittenNames([]),
    digestOf: (text) => text,
  }).ballot;
}

describe('the next round', () => {
  it('knows who was said to be near relatives: who may not count for a candidate may not in the next round either (R40)', () => {
    const relatives = [{ memberIds: ['m1', 's1'], kind: 'spouse' }] as const;
    const barred = { ...half, procedure: { relatives: 'barred' } };
    const tied = declaredElection({
      rules: barred,
      choices: [choice('c1', 'm1'), choice('c2', 'm2')],
      marks: [one, one, one, two, two, two],
    });
    const next = following({ ...tied, relatives });
    expect(next.relatives).toEqual(relatives);
    expect(refusalOf(() => nameOfficers(freezeRoll(next, ORGANISER, 6).ballot, ORGANISER, OFFICERS, KNOWN)).code).toBe(
      'ballot.officer-is-relative',
    );
  });

  it('is a run-off of the tied, under the adopted rules, with nobody and nothing of the first round', () => {
    const first = declaredElection({ rules: half, marks: [one, one, one, two, two, two] });
    const { ballot, events } = nextRound(first, ORGANISER, 'next', NOON);
    expect(ballot).toMatchObject({
      id: 'next',
      follows: 'ballot',
      round: 'runoff',
      state: 'RULES_ADOPTED',
      version: 1,
      rules: { ...ELECTION_RULES, ...half, seats: 1 },
      descent: { as: 'next-round', standing: ['c1', 'c2'], othersMayStand: false, eligible: null },
      choices: [{ id: 'c1', memberId: 'm1' }, { id: 'c2' }],
      officers: [],
      roll: null,
      tally: null,
      signatures: [],
      publishedAt: null,
    });
    expect(events).toEqual([{ type: 'BallotAnnounced' }]);
    expect(refusalOf(() => revise(ballot, ORGANISER, { choices: [choice('c3')] })).code).toBe('ballot.rules-frozen');
  });

  it('has a name that was written in stand under an id of its own', () => {
    const ballot = following(declaredElection({ rules: half, marks: [one, one, one, none, none, none], writeIns: ['Somebody else'] }));
    expect(ballot.choices).toMatchObject([{ id: 'w1', label: 'Somebody else', memberId: null }, { id: 'c1' }]);
  });

  it('is a supplementary election for the seats left, of those whom the first round put there', () => {
    const ballot = following(declaredElection({ rules: supplementary(1), marks: [one, two] }));
    expect(ballot).toMatchObject({
      round: 'supplementary',
      rules: { seats: 1 },
      choices: [{ id: 'c1' }, { id: 'c2' }],
      descent: { othersMayStand: false },
    });
    expect(refusalOf(() => revise(ballot, ORGANISER, { choices: [...ballot.choices, choice('c3')] }))).toEqual({
      code: 'ballot.candidates-fixed',
      details: { ids: ['c3'] },
    });
    expect(refusalOf(() => revise(ballot, ORGANISER, { choices: ballot.choices.slice(1) }))).toEqual({
      code: 'ballot.candidates-carried',
      details: { ids: ['c1'] },
    });
  });

  it('asks for nominations where fewer are left than seats and extra, and does not open before', () => {
    const ballot = following(declaredElection({ rules: supplementary(2), marks: [one, two] }));
    expect(ballot.descent).toMatchObject({ standing: ['c1', 'c2'], othersMayStand: true });
    expect(refusalOf(() => counted(ballot, [one]))).toEqual({ code: 'ballot.too-few-candidates', details: { listed: 2, needed: 3 } });
    expect(refusalOf(() => revise(ballot, ORGANISER, { choices: [choice('c3'), choice('c4'), choice('c5')] })).code).toBe(
      'ballot.candidates-carried',
    );
    expect(
      refusalOf(() => revise(ballot, ORGANISER, { choices: [{ id: 'c1', label: 'Another', memberId: null }, choice('c2'), choice('c3')] }))
        .code,
    ).toBe('ballot.candidates-carried');
    const nominated = revise(ballot, ORGANISER, { choices: [...ballot.choices, choice('c3')] }).ballot;
    expect(counted(nominated, [one, one, one, one]).tally?.outcome).toMatchObject({ status: 'decided', elected: ['c1'] });
  });

  // Three of six have more than half against them; the rules of the second round ask for a third of the papers returned.
  it('counts with the threshold that the rules have for its kind', () => {
    const third = { num: 1, den: 3, inclusive: true, base: 'returned' };
    const short = declaredElection({ rules: supplementary(1, third), marks: [one, two] });
    expect(counted(following(short), [one, one, two, none]).tally?.outcome).toMatchObject({
      status: 'decided',
      elected: ['c1'],
      needed: { elect: 2 },
    });

    const plain = declaredElection({ rules: half, marks: [one, one, one, two, two, two] });
    expect(counted(following(plain), [one, none]).tally?.outcome).toMatchObject({ status: 'decided', elected: ['c1'] });
    const strict = declaredElection({
      rules: { ...half, runoff: { elect: { ...HALF_OR_MORE, base: 'present' } } },
      marks: [one, one, one, two, two, two],
    });
    expect(counted(following(strict), [one, two, one]).tally?.outcome).toMatchObject({
      status: 'decided',
      elected: [],
      vacant: 1,
      needed: { elect: 3 },
    });
  });

  it('may itself ask for a further one, and is counted again by whoever has its case', () => {
    const again = counted(following(declaredElection({ rules: half, marks: [one, one, one, two, two, two] })), [one, two]);
    expect(again.tally?.outcome).toMatchObject({ status: 'next-round', nextRound: { kind: 'runoff', seats: 1, candidates: ['c1', 'c2'] } });
    expect(count(again.tally?.countingCase)).toEqual(again.tally?.outcome);
  });

  it('belongs to an organiser, once the result is declared, where the outcome asks for it', () => {
    const decided = declaredElection({ marks: [one, one, one, one] });
    expect(refusalOf(() => nextRound(decided, DELEGATE, 'next', NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => nextRound(decided, ORGANISER, 'next', NOON)).code).toBe('ballot.no-next-round');
    expect(
      refusalOf(() => nextRound(signedElection({ rules: half, marks: [one, one, one, two, two, two] }), ORGANISER, 'next', NOON)).code,
    ).toBe('ballot.wrong-state');
  });
});
