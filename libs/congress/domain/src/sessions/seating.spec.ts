import { CongressErrors } from '../congress.errors.js';
import type { SessionState } from '../congress.vocabulary.js';
import { Seating } from './seating.js';

const inState = (state: SessionState) => ({
  assertState: (...states: readonly SessionState[]) => {
    if (!states.includes(state)) throw CongressErrors.sessionState(state, states);
  },
});
const LIBRARY = { id: 'd1', name: '图书馆', headMemberId: null, version: 1 };
const WANG = { memberId: 'm1', delegationId: 'd1', kind: 'DELEGATE' } as const;
const SEATED = { ...WANG, version: 1 };
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
    const seating = new Seating(inState('OPEN'), [LIBRARY], [SEATED]);
    seating.seat(WANG);
    expect(typesOf(seating)).toEqual([]);
    seating.seat({ ...WANG, kind: 'ATTENDEE' });
    expect(seating.entitled).toBe(0);
    expect(typesOf(seating)).toEqual(['DelegateSeated']);
  });

  it('moves and ends no other seat than was read', () => {
    const outdated = (current: number) => expect.objectContaining({ code: 'congress.outdated', details: { current } });
    const seating = new Seating(inState('OPEN'), [LIBRARY], [SEATED]);
    expect(() => seating.seat({ ...WANG, kind: 'ATTENDEE' }, 0)).toThrow(outdated(1));
    expect(() => seating.seat({ ...WANG, memberId: 'm2' }, 1)).toThrow(outdated(0)); // The seat that was read is gone.
    seating.seat(WANG, 0); // What is so already is no change.
    seating.seat({ ...WANG, kind: 'ATTENDEE' }, 1);
    expect(() => seating.unseat('m1', '调离', 1)).toThrow(outdated(2));
    expect(seating.seats).toEqual([{ ...WANG, kind: 'ATTENDEE', version: 2 }]);
    seating.unseat('m1', '调离', 2);
    expect(seating.seats).toEqual([]);
  });

  it('ends a mandate for a reason, once', () => {
    const seating = new Seating(inState('OPEN'), [LIBRARY], [SEATED]);
    expect(() => seating.unseat('m1', '  ')).toThrow(expect.objectContaining({ faults: [{ field: 'reason', reason: 'required' }] }));
    seating.unseat('m1', '调离');
    expect(seating.releaseEvents()).toEqual([{ type: 'DelegateUnseated', seat: SEATED, reason: '调离' }]);
    expect(() => seating.unseat('m1', '调离')).toThrow(refusal('congress.not-seated'));
  });

  it('knows no two delegations of one name and seats nobody in an unknown one', () => {
    const seating = new Seating(inState('SET_UP'), [LIBRARY], []);
    expect(() => seating.formDelegation({ ...LIBRARY, id: 'd2', name: ' 图书馆 ' })).toThrow(refusal('congress.delegation-exists'));
    expect(() => seating.seat({ ...WANG, delegationId: 'd9' })).toThrow(refusal('congress.not-found'));
    expect(seating.seats).toEqual([]);
  });

  it('stands still once the session is closed', () => {
    const seating = new Seating(inState('CLOSED'), [LIBRARY], [SEATED]);
    for (const attempt of [
      () => seating.formDelegation({ ...LIBRARY, id: 'd2', name: '工会' }),
      () => seating.seat(WANG),
      () => seating.unseat('m1', '调离'),
    ]) {
      expect(attempt).toThrow(refusal('congress.session-state'));
    }
  });
});
