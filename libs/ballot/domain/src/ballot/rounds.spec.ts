import { declare } from './declaring.js';
import { revise } from './drafting.js';
import { nextRound } from './rounds.js';
import { sign } from './signing.js';
import { tally } from './tally.js';
import { DELEGATE, ELECTION_RULES, NOON, ORGANISER, aBallot, by, choice, matched, sheet, twoEntries } from './testing/ballots.js';
import { HALF_OR_MORE } from '../counting/testing/cases.js';
import { refusalOf } from './testing/refusals.js';
import { WrittenNames } from './written-names.js';

const declared = (rules: object, marks: readonly Record<string, string>[], writeIns: readonly string[] = []) => {
  const sheets = marks.map((each, nth) => sheet(nth + 1, each, Object.keys(each).length === 0 ? writeIns : []));
  const { closed } = aBallot({ kind: 'election', channel: 'paper', returned: sheets.length, rules: { ...ELECTION_RULES, ...rules } });
  const { ballot } = tally(closed, ORGANISER, { entries: twoEntries(sheets), names: new WrittenNames(writeIns.map((name) => matched(name))), digestOf: (text) => text });
  const signed = ['s1', 't1'].reduce((each, officer) => sign(each, by(officer), null, NOON).ballot, ballot);
  return declare(signed, ORGANISER, NOON).ballot;
};
const [one, two, none] = [{ c1: 'yes' }, { c2: 'yes' }, {}];
const half = { elect: { ...HALF_OR_MORE, base: 'roll' } };

describe('the next round', () => {
  it('is a run-off of the tied, under the adopted rules, with nobody and nothing of the first round', () => {
    const first = declared(half, [one, one, one, two, two, two]);
    const { ballot, events } = nextRound(first, ORGANISER, 'next', NOON);
    expect(ballot).toMatchObject({
      id: 'next', follows: 'ballot', round: 'runoff', state: 'RULES_ADOPTED', version: 1, rules: { ...ELECTION_RULES, ...half, seats: 1 },
      choices: [{ id: 'c1', memberId: 'm1' }, { id: 'c2' }], officers: [], roll: null, tally: null, signatures: [], publishedAt: null,
    });
    expect(events).toEqual([{ type: 'BallotAnnounced' }]);
    expect(refusalOf(() => revise(ballot, ORGANISER, { choices: [choice('c3')] })).code).toBe('ballot.rules-frozen');
  });

  it('has a name that was written in stand under an id of its own', () => {
    const { ballot } = nextRound(declared(half, [one, one, one, none, none, none], ['Somebody else']), ORGANISER, 'next', NOON);
    expect(ballot.choices).toMatchObject([{ id: 'w1', label: 'Somebody else', memberId: null }, { id: 'c1' }]);
  });

  it('is a supplementary election for the seats left, for which others may be nominated', () => {
    const supplementary = { shortage: 'supplementary', supplementary: { extra: 1, elect: null } };
    const { ballot } = nextRound(declared(supplementary, [one, two]), ORGANISER, 'next', NOON);
    expect(ballot).toMatchObject({ round: 'supplementary', rules: { seats: 1 }, choices: [{ id: 'c1' }, { id: 'c2' }] });
    expect(revise(ballot, ORGANISER, { choices: [choice('c3'), choice('c4')] }).ballot.choices).toHaveLength(2);
  });

  it('belongs to an organiser, once the result is declared, where the outcome asks for it', () => {
    const decided = declared({}, [one, one, one, one]);
    expect(refusalOf(() => nextRound(decided, DELEGATE, 'next', NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => nextRound(decided, ORGANISER, 'next', NOON)).code).toBe('ballot.no-next-round');
    expect(refusalOf(() => nextRound({ ...decided, state: 'SIGNED' }, ORGANISER, 'next', NOON)).code).toBe('ballot.wrong-state');
  });
});
