import { DELEGATE, ELECTION_RULES, ORGANISER, NOON, aBallot, choice } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { freezeRoll, open } from './opening.js';

const meeting = { present: 6, issued: null, sessionIsOpen: true };

describe('the roll', () => {
  it('fixes should-attend, and may be fixed anew until the voting opens', () => {
    const { ballot } = freezeRoll(aBallot().adopted, ORGANISER, 57);
    expect(ballot).toMatchObject({ state: 'ROLL_FROZEN', roll: 57 });
    expect(freezeRoll(ballot, ORGANISER, 56).ballot.roll).toBe(56);
    expect(refusalOf(() => freezeRoll(aBallot().opened, ORGANISER, 57)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => freezeRoll(aBallot().drafted, ORGANISER, 57)).code).toBe('ballot.wrong-state');
  });

  it('is not empty, and an organiser’s', () => {
    expect(refusalOf(() => freezeRoll(aBallot().adopted, ORGANISER, 0)).code).toBe('ballot.empty-roll');
    expect(refusalOf(() => freezeRoll(aBallot().adopted, DELEGATE, 57)).code).toBe('ballot.not-an-organiser');
  });
});

describe('opening', () => {
  it('issues a paper to everybody present unless fewer went out', () => {
    expect(open(aBallot().named, ORGANISER, meeting, NOON)).toMatchObject({
      ballot: { state: 'OPEN', present: 6, issued: 6, openedAt: NOON },
      events: [{ type: 'BallotOpened' }],
    });
    expect(open(aBallot().named, ORGANISER, { ...meeting, issued: 5 }, NOON).ballot.issued).toBe(5);
    expect(refusalOf(() => open(aBallot().named, ORGANISER, { ...meeting, issued: 7 }, NOON))).toEqual({
      code: 'ballot.issued-above-present',
      details: { issued: 7, present: 6 },
    });
  });

  // DOMAIN 6.3, examples 1 and 3: the quorum counts at the moment of voting.
  it('needs the quorum at this moment', () => {
    const { named } = aBallot({ roll: 48 });
    expect(refusalOf(() => open(named, ORGANISER, { ...meeting, present: 31 }, NOON))).toEqual({
      code: 'ballot.no-quorum',
      details: { roll: 48, present: 31, needed: 32 },
    });
    expect(open(named, ORGANISER, { ...meeting, present: 32 }, NOON).ballot.state).toBe('OPEN');
  });

  it('needs a frozen roll, officers, and an open session', () => {
    expect(refusalOf(() => open(aBallot().adopted, ORGANISER, meeting, NOON)).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => open(aBallot().frozen, ORGANISER, meeting, NOON)).code).toBe('ballot.officers-missing');
    expect(refusalOf(() => open(aBallot().named, ORGANISER, { ...meeting, sessionIsOpen: false }, NOON)).code).toBe(
      'ballot.session-not-open',
    );
    expect(refusalOf(() => open(aBallot().named, DELEGATE, meeting, NOON)).code).toBe('ballot.not-an-organiser');
  });

  it('needs more candidates than seats as the rules say, but not for a single slate', () => {
    const one = { kind: 'election' as const, choices: [choice('c1')] };
    expect(refusalOf(() => open(aBallot(one).named, ORGANISER, meeting, NOON))).toEqual({
      code: 'ballot.too-few-candidates',
      details: { listed: 1, needed: 2 },
    });
    expect(open(aBallot({ ...one, rules: { ...ELECTION_RULES, surplus: null } }).named, ORGANISER, meeting, NOON).ballot.state).toBe(
      'OPEN',
    );
  });

  it('asks once more that no officer stands, whatever happened to the candidates', () => {
    const named = { ...aBallot({ kind: 'election' }).named, choices: [choice('c1'), choice('c2', 's1')] };
    expect(refusalOf(() => open(named, ORGANISER, meeting, NOON)).code).toBe('ballot.officer-is-candidate');
  });
});
