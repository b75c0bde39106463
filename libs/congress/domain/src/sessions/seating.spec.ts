import { CongressErrors } from '../congress.errors.js';
import type { SessionState } from '../congress.words.js';
import { Seating } from './seating.js';

const inState = (state: SessionState) => ({
  assertState: (...states: readonly SessionState[]) => {
    if (!states.includes(state)) throw CongressErrors.sessionState(state, states);
  },
});
const LIBRARY = { id: 'd1', name: '图书馆', headMemberId: null, version: 1 };
const WANG = { memberId: 'm1', delegationId: 'd1', kind: 'DELEGATE' } as const;
const refusal = (code: string) => expect.objectContaining({ code });
const typesOf = (seating: Seating) => seating.releaseEvents().map(({ type }) => type);

describe('the seating of a session', () => {
  it('seats members in delegations', () => {
    const seating = new Seating(inState('SET_UP'), [], []);
    seating.formDelegation(LIBRARY);
    seating.seat(WANG);
    seating.seat({ memberId: 'm2', delegationId: null, kind: 'INVITEE' });
    expect(seating.entitled).toBe(1);
    expect(typesOf(seating)).toEqual(['DelegationFormed', 'DelegateSeated', 'DelegateSeated']);
  });

  it('gives a delegation another name or head, never the name of another', () => {
    const seating = new Seating(inState('SET_UP'), [LIBRARY, { id: 'd2', name: '工会', headMemberId: null, version: 1 }], []);
    seating.amendDelegation('d1', { name: ' 图书馆 ' });
    expect(typesOf(seating)).toEqual([]);
    seating.amendDelegation('d1', { headMemberId: 'm1' });
    expect(seating.releaseEvents()).toEqual([{ type: 'DelegationAmended', delegation: { ...LIBRARY, headMemberId: 'm1', version: 2 } }]);
    expect(() => seating.amendDelegation('d1', { name: '工会' })).toThrow(refusal('congress.delegation-exists'));
    expect(() => seating.amendDelegation('d9', { name: '财务处' })).toThrow(refusal('congress.not-found'));
  });

  it('tells only of what changes', () => {
    const seating = new Seating(inState('OPEN'), [LIBRARY], [WANG]);
    seating.seat(WANG);
    expect(typesOf(seating)).toEqual([]);
    seating.seat({ ...WANG, kind: 'ATTENDEE' });
    expect(seating.entitled).toBe(0);
    expect(typesOf(seating)).toEqual(['DelegateSeated']);
  });

  it('ends a mandate for a reason, once', () => {
    const seating = new Seating(inState('OPEN'), [LIBRARY], [WANG]);
    expect(() => seating.unseat('m1', '  ')).toThrow(expect.objectContaining({ faults: [{ field: 'reason', reason: 'required' }] }));
    seating.unseat('m1', '调离');
    expect(seating.releaseEvents()).toEqual([{ type: 'DelegateUnseated', seat: WANG, reason: '调离' }]);
    expect(() => seating.unseat('m1', '调离')).toThrow(refusal('congress.not-seated'));
  });

  it('knows no two delegations of one name and seats nobody in an unknown one', () => {
    const seating = new Seating(inState('SET_UP'), [LIBRARY], []);
    expect(() => seating.formDelegation({ ...LIBRARY, id: 'd2', name: ' 图书馆 ' })).toThrow(refusal('congress.delegation-exists'));
    expect(() => seating.seat({ ...WANG, delegationId: 'd9' })).toThrow(refusal('congress.not-found'));
    expect(seating.seats).toEqual([]);
  });

  it('stands still once the session is closed', () => {
    const seating = new Seating(inState('CLOSED'), [LIBRARY], [WANG]);
    for (const attempt of [() => seating.formDelegation({ ...LIBRARY, id: 'd2', name: '工会' }), () => seating.seat(WANG), () => seating.unseat('m1', '调离')]) {
      expect(attempt).toThrow(refusal('congress.session-state'));
    }
  });
});
