import { type SeatCandidate, seatsOfList, seatsOfUnit } from './seat-list.js';
import type { Seat } from './seating.js';

const member = (staffNo: string, given: Partial<SeatCandidate> = {}): SeatCandidate => ({
  id: `m-${staffNo}`,
  staffNo,
  active: true,
  standing: 'FULL',
  ...given,
});
const PLACE = { delegationId: 'd1', kind: 'DELEGATE' } as const;
const MEMBERS = [
  member('T1'),
  member('t2'),
  member('T3', { active: false }),
  member('T4', { standing: 'RETAINED' }),
  member('T5'),
  member('T6'),
];
const SEATS = new Map<string, Seat>([
  ['m-T5', { memberId: 'm-T5', ...PLACE, version: 1 }],
  ['m-T6', { memberId: 'm-T6', delegationId: 'd2', kind: 'DELEGATE', version: 1 }],
]);
const seatOf = (id: string) => SEATS.get(id) ?? null;
const refused = (refusals: readonly string[]) =>
  expect.objectContaining({ code: 'congress.seats-refused', details: { refused: refusals } });

describe('a list of seats', () => {
  it('finds people in any case and width, and passes over who sits there already', () => {
    expect(seatsOfList(['t1', 'Ｔ２', 'T5'], MEMBERS, PLACE, seatOf)).toEqual([
      { memberId: 'm-T1', ...PLACE },
      { memberId: 'm-t2', ...PLACE },
    ]);
  });

  it('is refused as a whole, and names everybody and why', () => {
    expect(() => seatsOfList(['T1', 'T1', 'T3', 'T4', 'T6', 'T9'], MEMBERS, PLACE, seatOf)).toThrow(
      refused(['twice:T1', 'has-left:T3', 'no-vote:T4', 'seated-already:T6', 'unknown:T9']),
    );
  });

  it('lets who has no vote attend without it', () => {
    expect(seatsOfList(['T4'], MEMBERS, { delegationId: null, kind: 'ATTENDEE' }, seatOf)).toEqual([
      { memberId: 'm-T4', delegationId: null, kind: 'ATTENDEE' },
    ]);
  });

  it('takes of a unit whoever can be seated and is not', () => {
    expect(seatsOfUnit(MEMBERS, PLACE, seatOf).map(({ memberId }) => memberId)).toEqual(['m-T1', 'm-t2']);
  });
});
