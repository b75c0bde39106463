import type { Json } from '../json.js';
import { Entries } from '../paper-entry/entries.js';
import type { Ballot } from '../record/ballot.js';
import { assertMayRegister } from '../sealed/registration.js';
import { DELEGATE, NOON, ORGANISER, RESOLUTION_RULES, aBallot, by } from '../testing/ballots.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { close } from '../voting/closing.js';
import { open } from '../voting/opening.js';
import { quorumProofOf } from '../voting/quorum.js';
import type { Claimant } from './claimant.js';
import { issuePaper, keepsRegister, takeBackPaper } from './issued-papers.js';

const ADMITTED: Json = { ...RESOLUTION_RULES, procedure: { lateArrivals: 'admitted' } };
const someone = (given: Partial<Claimant> = {}): Claimant => ({ onRoll: true, present: true, wasPresent: false, holds: null, ...given });
const registration = { registered: 3, keysMissing: [], left: [] };
const mixed = (rules: Json = RESOLUTION_RULES) => aBallot({ channel: 'mixed', rules, roll: 6 });
/** Four of six are there: three have a sealed paper, one a paper. */
const opened = (rules: Json = ADMITTED): Ballot =>
  open(
    mixed(rules).named,
    ORGANISER,
    { present: 4, issued: null, sessionIsOpen: true, registration, register: { holders: 1, left: [] } },
    NOON,
  ).ballot;
/** Papers went out as a number. */
const unregistered = (issued: number | null = null): Ballot =>
  open(aBallot({ channel: 'paper', rules: ADMITTED }).named, ORGANISER, { present: 4, issued, sessionIsOpen: true }, NOON).ballot;

describe('the desk', () => {
  it('issues a paper to who is on the roll, there, and has nothing yet', () => {
    const { named } = mixed();
    expect(issuePaper(named, by('t2'), someone())).toEqual({ ballot: named, events: [] });
    expect(issuePaper(named, by('s1'), someone({ holds: 'paper' }))).toEqual({ ballot: named, events: [] });
    expect(refusalOf(() => issuePaper(named, by('t1'), someone({ onRoll: false }))).code).toBe('ballot.not-on-roll');
    expect(refusalOf(() => issuePaper(named, by('t1'), someone({ present: false }))).code).toBe('ballot.not-present');
  });

  it('gives nobody a second paper on another channel, in either direction', () => {
    const { named } = mixed();
    expect(refusalOf(() => issuePaper(named, by('t1'), someone({ holds: 'credential' }))).code).toBe('ballot.has-credential');
    expect(refusalOf(() => issuePaper(named, by('t1'), someone({ holds: 'slip' }))).code).toBe('ballot.has-slip');
    expect(refusalOf(() => assertMayRegister(named, someone({ holds: 'paper' }))).code).toBe('ballot.has-paper');
    expect(refusalOf(() => assertMayRegister(named, someone({ holds: 'slip' }))).code).toBe('ballot.has-slip');
    expect(() => assertMayRegister(named, someone({ holds: 'credential' }))).not.toThrow();
  });

  it('is of the officers, on a ballot with paper, from the frozen roll to the closing', () => {
    for (const who of [ORGANISER, DELEGATE])
      expect(refusalOf(() => issuePaper(mixed().named, who, someone())).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => issuePaper(aBallot({ channel: 'sealed' }).named, by('t1'), someone())).code).toBe('ballot.wrong-channel');
    expect(refusalOf(() => issuePaper(aBallot({ channel: 'paper' }).closed, by('t1'), someone())).code).toBe('ballot.wrong-state');
  });

  it('takes a paper back before the opening, and counts it', () => {
    const { named } = mixed();
    expect(takeBackPaper(named, by('t1'), someone({ holds: 'paper' })).ballot.desk.papersTakenBack).toBe(1);
    expect(refusalOf(() => takeBackPaper(named, by('t1'), someone())).code).toBe('ballot.no-paper');
    expect(refusalOf(() => takeBackPaper(named, by('t1'), someone({ holds: 'credential' }))).code).toBe('ballot.no-paper');
    expect(refusalOf(() => takeBackPaper(named, ORGANISER, someone({ holds: 'paper' }))).code).toBe('ballot.not-an-officer');
    expect(refusalOf(() => takeBackPaper(opened(), by('t1'), someone({ holds: 'paper' }))).code).toBe('ballot.wrong-state');
  });
});

describe('the register of papers', () => {
  it('is kept beside sealed papers always, on paper as soon as the desk served somebody', () => {
    const { named } = aBallot({ channel: 'paper' });
    expect([
      keepsRegister(mixed().named, 0),
      keepsRegister(named, 0),
      keepsRegister(named, 1),
      keepsRegister(aBallot({ channel: 'sealed' }).named, 1),
    ]).toEqual([true, false, true, false]);
    expect(keepsRegister(takeBackPaper(named, by('t1'), someone({ holds: 'paper' })).ballot, 0)).toBe(true);
  });

  it('says at the opening how many papers are issued; another number is refused, and who left gives it back first', () => {
    const { named } = aBallot({ channel: 'paper' });
    const opening = { present: 5, issued: null, sessionIsOpen: true, register: { holders: 4, left: [] } };
    expect(open(named, ORGANISER, opening, NOON).ballot).toMatchObject({
      issued: 4,
      atOpening: { present: 5, issued: 4, byRegister: true },
    });
    expect(open(named, ORGANISER, { ...opening, issued: 4 }, NOON).ballot.issued).toBe(4);
    expect(refusalOf(() => open(named, ORGANISER, { ...opening, issued: 5 }, NOON))).toEqual({
      code: 'ballot.issued-differs',
      details: { stated: 5, registered: 4 },
    });
    expect(refusalOf(() => open(named, ORGANISER, { ...opening, register: { holders: 4, left: ['m7'] } }, NOON))).toEqual({
      code: 'ballot.holders-left',
      details: { memberIds: ['m7'] },
    });
  });

  it('need not be kept on paper: then a number is told', () => {
    expect(unregistered(3)).toMatchObject({ issued: 3, atOpening: { present: 4, issued: 3, byRegister: false } });
  });
});

describe('a late arrival', () => {
  it('gets no paper where the rules say so, which is where they say nothing', () => {
    expect(refusalOf(() => issuePaper(opened(RESOLUTION_RULES), by('t1'), someone())).code).toBe('ballot.late-arrival');
    expect(
      refusalOf(() => issuePaper(opened({ ...RESOLUTION_RULES, procedure: { lateArrivals: 'excluded' } }), by('t1'), someone())).code,
    ).toBe('ballot.late-arrival');
  });

  it('is counted as present and served where they admit it; the figures at the opening stay', () => {
    const before = opened();
    const { ballot } = issuePaper(before, by('t1'), someone());
    expect(ballot).toMatchObject({
      present: 5,
      issued: 5,
      issuedPerChannel: { sealed: 3, paper: 2 },
      atOpening: { present: 4, issued: 4 },
      version: before.version + 1,
    });
    expect(quorumProofOf(ballot)?.atOpening).toEqual({ present: 4, holds: true });
    expect(issuePaper(ballot, by('t1'), someone({ holds: 'paper', wasPresent: true })).ballot).toBe(ballot);
    // Who was there and had no device that worked is no arrival.
    expect(issuePaper(ballot, by('t1'), someone({ wasPresent: true })).ballot).toMatchObject({ present: 5, issued: 6 });
  });

  it('comes too late when the voting is closed, and gets no second paper', () => {
    const closed = close(
      opened(),
      ORGANISER,
      { voters: 1, returned: 1, perChannel: { sealed: { voters: 1, returned: 1 }, paper: { voters: 0, returned: 0 } } },
      new Entries(),
      NOON,
    ).ballot;
    expect(refusalOf(() => issuePaper(closed, by('t1'), someone())).code).toBe('ballot.wrong-state');
    for (const holds of ['credential', 'slip'] as const)
      expect(refusalOf(() => issuePaper(opened(), by('t1'), someone({ holds }))).code).toBe(`ballot.has-${holds}`);
    expect(refusalOf(() => assertMayRegister(opened(), someone())).code).toBe('ballot.wrong-state');
  });

  it('is told from those who were there, also where papers were issued as a number', () => {
    expect(issuePaper(unregistered(), by('t1'), someone()).ballot).toMatchObject({ present: 5, issued: 5, issuedPerChannel: null });
    expect(refusalOf(() => issuePaper(unregistered(), by('t1'), someone({ wasPresent: true }))).code).toBe('ballot.has-paper');
  });
});

it('a group whose turnout is told has five members, whatever the rules say', () => {
  const rules = (turnoutGroup: number): Json => ({ ...RESOLUTION_RULES, procedure: { turnoutGroup } });
  expect(faultOf(() => aBallot({ rules: rules(4) }).drafted)).toMatchObject({ field: 'rules.procedure.turnoutGroup' });
  expect(aBallot({ rules: rules(5) }).drafted.state).toBe('RULES_DRAFT');
});
