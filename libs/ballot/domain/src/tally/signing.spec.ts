import { allowedActions } from '../actions/allowed-actions.js';
import { canonicalJson } from '../json.js';
import { Entries } from '../paper-entry/entries.js';
import { resultRefusal } from '../policy/authority.js';
import { declare, publish } from '../result/declaring.js';
import { CALENDAR, DELEGATE, NOON, ORGANISER, aBallot, by, hands } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { countHands } from './hands.js';
import { sign } from './signing.js';
import { tally } from './tally.js';

const talliedBallot = tally(countHands(aBallot().closed, by('t1'), [hands(5, 1, 0)]).ballot, ORGANISER, {
  entries: new Entries(),
  digestOf: () => 'digest',
}).ballot;
const signedBy = (...memberIds: string[]) =>
  memberIds.reduce((ballot, memberId) => sign(ballot, by(memberId), 'digest', NOON).ballot, talliedBallot);

describe('the tally sheet', () => {
  it('is signed by the chief of those who watched and the chief of those who counted, in either order', () => {
    expect(signedBy('s1')).toMatchObject({ state: 'TALLIED', signatures: [{ memberId: 's1', role: 'SCRUTINEER', chief: true, at: NOON }] });
    expect(signedBy('s1', 't1').state).toBe('SIGNED');
    expect(signedBy('t1', 's1').state).toBe('SIGNED');
  });

  it('may have the names of the others, which do not stand for a chief', () => {
    for (const signers of [
      ['t2', 's2'],
      ['t1', 't2'],
      ['t1', 's2'],
      ['s1', 't2', 's2'],
    ])
      expect(signedBy(...signers).state).toBe('TALLIED');
    expect(signedBy('t2', 's2', 't1', 's1')).toMatchObject({
      state: 'SIGNED',
      signatures: [{ chief: false }, { chief: false }, { chief: true }, { chief: true }],
    });
    expect(signedBy('t1', 's1', 's2')).toMatchObject({
      state: 'SIGNED',
      signatures: [{ memberId: 't1' }, { memberId: 's1' }, { memberId: 's2' }],
    });
  });

  it('is signed once by each, as they read it, and by nobody else', () => {
    expect(refusalOf(() => signedBy('s1', 's1')).code).toBe('ballot.already-signed');
    expect(refusalOf(() => sign(talliedBallot, by('s1'), 'another digest', NOON)).code).toBe('ballot.result-changed');
    expect(refusalOf(() => sign(talliedBallot, ORGANISER, 'another digest', NOON)).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => sign(aBallot().closed, by('s1'), 'digest', NOON)).code).toBe('ballot.wrong-state');
  });
});

describe('the result', () => {
  it('is for those who count it until it is declared, then for everybody', () => {
    const refused = (ballot: typeof talliedBallot, who: typeof DELEGATE) => resultRefusal(ballot, who)?.code ?? null;
    expect(refused(talliedBallot, DELEGATE)).toBe('ballot.not-published');
    expect(refused(talliedBallot, by('t2'))).toBeNull();
    expect(refused(talliedBallot, ORGANISER)).toBeNull();
    expect(refused(aBallot().closed, ORGANISER)).toBe('ballot.not-published');
    expect(refused(signedBy('s1', 't1'), DELEGATE)).toBe('ballot.not-published');
    const declared = declare(signedBy('s1', 't1'), ORGANISER, CALENDAR, NOON).ballot;
    expect(refused(declared, DELEGATE)).toBeNull();
    expect(refused(publish(declared, ORGANISER, CALENDAR, NOON).ballot, DELEGATE)).toBeNull();
  });
});

describe('what a screen offers', () => {
  const paper = aBallot({ channel: 'paper' });

  it.each([
    ['organiser', paper.drafted, ORGANISER, ['revise', 'delete-draft', 'adopt']],
    ['organiser', paper.adopted, ORGANISER, ['call-off', 'freeze-roll', 'name-officers']],
    ['organiser', paper.frozen, ORGANISER, ['call-off', 'freeze-roll', 'name-officers']],
    ['organiser', paper.named, ORGANISER, ['call-off', 'freeze-roll', 'name-officers', 'open']],
    ['organiser', paper.opened, ORGANISER, ['close', 'annul']],
    ['organiser', paper.closed, ORGANISER, ['close', 'count', 'annul']],
    ['teller', paper.closed, by('t1'), ['close', 'correct-returned', 'enter-sheets', 'settle-difference', 'count']],
    ['scrutineer', paper.closed, by('s1'), ['close', 'correct-returned', 'settle-difference', 'rule-on-doubt', 'count']],
    ['teller', aBallot().closed, by('t1'), ['close', 'count-hands', 'count']],
    ['teller', talliedBallot, by('t1'), ['count-hands', 'count', 'sign']],
    ['teller who signed', signedBy('t1'), by('t1'), []],
    ['organiser', signedBy('t1', 's1'), ORGANISER, ['declare', 'annul']],
    ['organiser', declare(signedBy('t1', 's1'), ORGANISER, CALENDAR, NOON).ballot, ORGANISER, ['publish', 'annul']],
    ['delegate', talliedBallot, DELEGATE, []],
  ])('to the %s', (_, ballot, who, actions) => {
    expect(allowedActions(ballot, who)).toEqual(actions);
  });
});

describe('the text that a fingerprint is taken of', () => {
  it('does not depend on the order of fields, but on that of lists', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
    expect(canonicalJson({ a: true, b: [1, { c: 'x', d: null }], e: undefined })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});
