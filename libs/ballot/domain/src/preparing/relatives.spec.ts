import type { Ballot } from '../record/ballot.js';
import { DELEGATE, ELECTION_RULES, KNOWN, NOON, OFFICERS, ORGANISER, aBallot, by, choice } from '../testing/ballots.js';
import { faultOf, refusalOf } from '../testing/refusals.js';
import { open } from '../voting/opening.js';
import { revise } from './drafting.js';
import { nameOfficers } from './officers.js';
import { declareRelatives, withdrawRelatives } from './relatives.js';

const rules = { ...ELECTION_RULES, procedure: { relatives: 'barred' } };
const { adopted, frozen, named, opened, drafted } = aBallot({ kind: 'election', rules });
const PEOPLE = new Set([...KNOWN, 'm2']);
const declare = (ballot: Ballot, memberIds: readonly [string, string], who = ORGANISER, kind: 'spouse' | 'siblings' = 'spouse') =>
  declareRelatives(ballot, who, { memberIds, kind }, PEOPLE).ballot;
const barred = { code: 'ballot.officer-is-relative', details: { memberIds: ['t1'] } };

describe('near relatives', () => {
  it('are declared by an organiser, or by an officer of themselves, between adoption and opening', () => {
    expect(declare(adopted, ['t1', 'm1']).relatives).toEqual([{ memberIds: ['m1', 't1'], kind: 'spouse' }]);
    expect(declare(named, ['t1', 'm1'], by('t1')).relatives).toHaveLength(1);
    expect(refusalOf(() => declare(named, ['t2', 'm1'], by('t1'))).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => declare(named, ['t1', 'm1'], DELEGATE)).code).toBe('ballot.not-an-officer');
    for (const ballot of [drafted, opened]) expect(refusalOf(() => declare(ballot, ['t1', 'm1'])).code).toBe('ballot.wrong-state');
  });

  it('are kept as pair and kind, each pair once', () => {
    const twice = declare(declare(adopted, ['t1', 'm1']), ['m1', 't1'], ORGANISER, 'siblings');
    expect(twice.relatives).toEqual([{ memberIds: ['m1', 't1'], kind: 'siblings' }]);
    expect(faultOf(() => declare(adopted, ['t1', 't1']))).toEqual({ field: 'memberIds', reason: 'repeated' });
    expect(refusalOf(() => declare(adopted, ['t1', 'x']))).toEqual({ code: 'ballot.relative-unknown', details: { memberIds: ['x'] } });
  });

  it('are not asked for where the rules allow them', () => {
    expect(refusalOf(() => declare(aBallot({ kind: 'election' }).adopted, ['t1', 'm1'])).code).toBe('ballot.relatives-not-asked');
  });

  it('bar an officer when officers are named', () => {
    expect(refusalOf(() => nameOfficers(declare(frozen, ['t1', 'm1']), ORGANISER, OFFICERS, KNOWN))).toEqual(barred);
    expect(nameOfficers(declare(frozen, ['t3', 'm1']), ORGANISER, OFFICERS, KNOWN).ballot.officers).toHaveLength(4);
    expect(nameOfficers(declare(frozen, ['t1', 's1']), ORGANISER, OFFICERS, KNOWN).ballot.officers).toHaveLength(4);
  });

  it('bar a candidate whose relative is an officer', () => {
    const ballot = declare(named, ['t1', 'm2']);
    expect(refusalOf(() => revise(ballot, ORGANISER, { choices: [choice('c1', 'm1'), choice('c2', 'm2')] }))).toEqual(barred);
  });

  it('declared when both are named keep the voting from opening, until another officer is named or it was an error', () => {
    const ballot = declare(named, ['t1', 'm1'], by('t1'));
    const meeting = { present: 6, issued: null, sessionIsOpen: true };
    expect(refusalOf(() => open(ballot, ORGANISER, meeting, NOON))).toEqual(barred);
    const others = { ...OFFICERS, tellers: ['t3', 't2'], chiefTeller: 't3' };
    expect(open(nameOfficers(ballot, ORGANISER, others, KNOWN).ballot, ORGANISER, meeting, NOON).ballot.state).toBe('OPEN');
    expect(open(withdrawRelatives(ballot, ORGANISER, ['t1', 'm1']).ballot, ORGANISER, meeting, NOON).ballot.state).toBe('OPEN');
  });

  it('are taken back by an organiser alone, and only if they were declared', () => {
    const ballot = declare(named, ['t1', 'm1'], by('t1'));
    expect(refusalOf(() => withdrawRelatives(ballot, by('t1'), ['t1', 'm1'])).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => withdrawRelatives(ballot, ORGANISER, ['t2', 'm1']))).toEqual({
      code: 'ballot.relative-unknown',
      details: { memberIds: ['t2', 'm1'] },
    });
  });
});
