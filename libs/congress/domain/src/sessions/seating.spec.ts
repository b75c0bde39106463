import type { SessionState } from '../congress.vocabulary.js';
import { addDelegation, changeDelegation, endSeat, entitledIn, giveSeat, type Seating, type SeatingEvent } from './seating.js';

const inState = (state: SessionState) => ({ state });
const EMPTY: Seating = { delegations: [], seats: [] };
const LIBRARY = { id: 'd1', name: '图书馆', headMemberId: null, version: 1 };
const WANG = { memberId: 'm1', delegationId: 'd1', kind: 'DELEGATE' } as const;
const SEATED = { ...WANG, version: 1 };
const refusal = (code: string) => expect.objectContaining({ code });
const typesOf = (events: readonly SeatingEvent[]) => events.map(({ type }) => type);

describe('the seating of a session', () => {
  it('seats members in delegations', () => {
    const session = inState('SET_UP');
    const formed = addDelegation(EMPTY, session, LIBRARY);
    const first = giveSeat(formed.state, session, WANG);
    const second = giveSeat(first.state, session, { memberId: 'm2', delegationId: null, kind: 'INVITEE' });
    expect(entitledIn(second.state)).toBe(1);
    expect(typesOf([formed, first, second].flatMap(({ events }) => events))).toEqual([
      'DelegationFormed',
      'DelegateSeated',
      'DelegateSeated',
    ]);
  });

  it('gives a delegation another name or head, never the name of another', () => {
    const session = inState('SET_UP');
    const seating = { delegations: [LIBRARY, { id: 'd2', name: '工会', headMemberId: null, version: 1 }], seats: [] };
    expect(changeDelegation(seating, session, 'd1', { name: ' 图书馆 ' })).toEqual({ state: seating, events: [] });
    const headed = changeDelegation(seating, session, 'd1', { headMemberId: 'm1' });
    expect(headed.events).toEqual([{ type: 'DelegationAmended', delegation: { ...LIBRARY, headMemberId: 'm1', version: 2 } }]);
    expect(() => changeDelegation(headed.state, session, 'd1', { name: '工会' })).toThrow(refusal('congress.delegation-exists'));
    expect(() => changeDelegation(headed.state, session, 'd9', { name: '财务处' })).toThrow(refusal('congress.not-found'));
  });

  it('tells only of what changes', () => {
    const seating = { delegations: [LIBRARY], seats: [SEATED] };
    expect(typesOf(giveSeat(seating, inState('OPEN'), WANG).events)).toEqual([]);
    const moved = giveSeat(seating, inState('OPEN'), { ...WANG, kind: 'ATTENDEE' });
    expect(entitledIn(moved.state)).toBe(0);
    expect(typesOf(moved.events)).toEqual(['DelegateSeated']);
  });

  it('moves and ends no other seat than was read', () => {
    const outdated = (current: number) => expect.objectContaining({ code: 'congress.outdated', details: { current } });
    const [session, seating] = [inState('OPEN'), { delegations: [LIBRARY], seats: [SEATED] }];
    expect(() => giveSeat(seating, session, { ...WANG, kind: 'ATTENDEE' }, 0)).toThrow(outdated(1));
    expect(() => giveSeat(seating, session, { ...WANG, memberId: 'm2' }, 1)).toThrow(outdated(0)); // The seat that was read is gone.
    expect(giveSeat(seating, session, WANG, 0).state).toBe(seating); // What is so already is no change.
    const { state: moved } = giveSeat(seating, session, { ...WANG, kind: 'ATTENDEE' }, 1);
    expect(() => endSeat(moved, session, 'm1', { reason: '调离', read: 1 })).toThrow(outdated(2));
    expect(moved.seats).toEqual([{ ...WANG, kind: 'ATTENDEE', version: 2 }]);
    expect(endSeat(moved, session, 'm1', { reason: '调离', read: 2 }).state.seats).toEqual([]);
  });

  it('ends a mandate for a reason, once', () => {
    const [session, seating] = [inState('OPEN'), { delegations: [LIBRARY], seats: [SEATED] }];
    expect(() => endSeat(seating, session, 'm1', { reason: '  ' })).toThrow(
      expect.objectContaining({ faults: [{ field: 'reason', reason: 'required' }] }),
    );
    const { state: ended, events } = endSeat(seating, session, 'm1', { reason: '调离' });
    expect(events).toEqual([{ type: 'DelegateUnseated', seat: SEATED, reason: '调离' }]);
    expect(() => endSeat(ended, session, 'm1', { reason: '调离' })).toThrow(refusal('congress.not-seated'));
  });

  it('knows no two delegations of one name and seats nobody in an unknown one', () => {
    const [session, seating] = [inState('SET_UP'), { delegations: [LIBRARY], seats: [] }];
    expect(() => addDelegation(seating, session, { ...LIBRARY, id: 'd2', name: ' 图书馆 ' })).toThrow(
      refusal('congress.delegation-exists'),
    );
    expect(() => giveSeat(seating, session, { ...WANG, delegationId: 'd9' })).toThrow(refusal('congress.not-found'));
    expect(seating.seats).toEqual([]);
  });

  it('stands still once the session is closed', () => {
    const [session, seating] = [inState('CLOSED'), { delegations: [LIBRARY], seats: [SEATED] }];
    for (const attempt of [
      () => addDelegation(seating, session, { ...LIBRARY, id: 'd2', name: '工会' }),
      () => giveSeat(seating, session, WANG),
      () => endSeat(seating, session, 'm1', { reason: '调离' }),
    ]) {
      expect(attempt).toThrow(refusal('congress.session-state'));
    }
  });
});
