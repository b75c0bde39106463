import { countHands } from './counting.js';
import { declare, publish } from './declaring.js';
import { Entries } from './entries.js';
import { sign } from './signing.js';
import { tally } from './tally.js';
import { NOON, ORGANISER, aBallot, by, hands } from './testing/ballots.js';
import { refusalOf } from './testing/refusals.js';

const tallied = tally(countHands(aBallot().closed, by('t1'), [hands(5, 1, 0)]).ballot, ORGANISER, { entries: new Entries(), digestOf: () => 'digest' }).ballot;
const signedBy = (...memberIds: string[]) => memberIds.reduce((ballot, memberId) => sign(ballot, by(memberId), null, NOON).ballot, tallied);

describe('the declaration', () => {
  it('is made by an organiser once both chiefs have signed, and only once', () => {
    const { ballot, events } = declare(signedBy('s1', 't1'), ORGANISER, NOON);
    expect(ballot).toMatchObject({ state: 'DECLARED', declaredAt: NOON, publishedAt: null });
    expect(events).toEqual([{ type: 'ResultDeclared', status: 'passed' }]);
    expect(refusalOf(() => declare(ballot, ORGANISER, NOON)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => declare(signedBy('s1', 't1'), by('s1'), NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => declare(aBallot().closed, ORGANISER, NOON)).code).toBe('ballot.wrong-state');
  });

  it('names the chief whose signature is missing', () => {
    expect(refusalOf(() => declare(tallied, ORGANISER, NOON))).toEqual({ code: 'ballot.signatures-missing', details: { roles: ['SCRUTINEER', 'TELLER'] } });
    expect(refusalOf(() => declare(signedBy('s1'), ORGANISER, NOON))).toEqual({ code: 'ballot.signatures-missing', details: { roles: ['TELLER'] } });
    expect(refusalOf(() => declare(signedBy('s2', 't1'), ORGANISER, NOON))).toEqual({ code: 'ballot.signatures-missing', details: { roles: ['SCRUTINEER'] } });
  });
});

describe('the publication', () => {
  it('follows the declaration, by an organiser, once', () => {
    const declared = declare(signedBy('s1', 't1'), ORGANISER, NOON).ballot;
    const { ballot, events } = publish(declared, ORGANISER, NOON);
    expect(ballot).toMatchObject({ state: 'PUBLISHED', publishedAt: NOON });
    expect(events).toEqual([{ type: 'ResultPublished', status: 'passed' }]);
    expect(refusalOf(() => publish(signedBy('s1', 't1'), ORGANISER, NOON)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => publish(declared, by('s1'), NOON)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => publish(ballot, ORGANISER, NOON)).code).toBe('ballot.wrong-state');
  });
});
