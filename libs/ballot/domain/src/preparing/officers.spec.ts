import { DELEGATE, KNOWN, OFFICERS, ORGANISER, aBallot } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { nameOfficers } from './officers.js';

describe('officers', () => {
  const { adopted, frozen, opened } = aBallot({ kind: 'election', channel: 'paper' });

  it('are named by an organiser between adoption and opening, each time anew', () => {
    const { ballot } = nameOfficers(adopted, ORGANISER, OFFICERS, KNOWN);
    expect(ballot.officers).toEqual([
      { memberId: 's1', role: 'SCRUTINEER', chief: true },
      { memberId: 's2', role: 'SCRUTINEER', chief: false },
      { memberId: 't1', role: 'TELLER', chief: true },
      { memberId: 't2', role: 'TELLER', chief: false },
    ]);
    const fewer = { ...OFFICERS, scrutineers: ['s2'], chiefScrutineer: 's2' };
    expect(nameOfficers(ballot, ORGANISER, fewer, KNOWN).ballot.officers).toHaveLength(3);
    expect(refusalOf(() => nameOfficers(frozen, DELEGATE, OFFICERS, KNOWN)).code).toBe('ballot.not-an-organiser');
    expect(refusalOf(() => nameOfficers(opened, ORGANISER, OFFICERS, KNOWN)).code).toBe('ballot.wrong-state');
  });

  it.each([
    ['a candidate', { tellers: ['t1', 'm1'] }, { code: 'ballot.officer-is-candidate', details: { memberIds: ['m1'] } }],
    ['somebody of elsewhere', { tellers: ['t1', 'x'] }, { code: 'ballot.officer-unknown', details: { memberIds: ['x'] } }],
    ['one who does both', { tellers: ['t1', 's2'] }, { code: 'ballot.two-roles', details: { memberIds: ['s2'] } }],
    ['one teller for paper', { tellers: ['t1'] }, { code: 'ballot.too-few-officers', details: { role: 'TELLER', needed: 2 } }],
    ['a chief who is not among them', { chiefTeller: 't3' }, { code: 'ballot.chief-not-named' }],
    ['a chief of the other role', { chiefScrutineer: 't1' }, { code: 'ballot.chief-not-named' }],
  ])('cannot be %s', (_, change, refusal) => {
    expect(refusalOf(() => nameOfficers(frozen, ORGANISER, { ...OFFICERS, ...change }, KNOWN))).toEqual(refusal);
  });

  it('may be one teller alone where hands are counted', () => {
    const named = { ...OFFICERS, tellers: ['t1'] };
    expect(nameOfficers(aBallot().frozen, ORGANISER, named, KNOWN).ballot.officers).toHaveLength(3);
  });
});
