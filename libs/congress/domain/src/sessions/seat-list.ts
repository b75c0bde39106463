import { CongressErrors } from '../congress.errors.js';
import type { DelegateKind, MemberStanding } from '../congress.vocabulary.js';
import { hasVote } from '../members/member.js';
import { staffNoKey } from '../accounts/sign-in-subject.js';
import type { NewSeat, Seat } from './seating.js';

/** Why somebody on a list is not seated; stable, the web words each of them. */
export const SEAT_REFUSALS = ['unknown', 'twice', 'has-left', 'no-vote', 'seated-already'] as const;
export type SeatRefusal = (typeof SEAT_REFUSALS)[number];

/** A member as a list of seats is checked against it. */
export interface SeatCandidate {
  readonly id: string;
  readonly staffNo: string;
  readonly active: boolean;
  readonly standing: MemberStanding;
}

/**
 * The seats that a list of staff numbers asks for, all of them or none. Whoever sits there already, in this delegation and of this kind, is
 * passed over.
 * @throws `congress.seats-refused` naming everybody who cannot be seated, as `reason:staff number`
 */
export function seatsOfList(
  staffNos: readonly string[],
  members: readonly SeatCandidate[],
  place: Omit<NewSeat, 'memberId'>,
  seatOf: (memberId: string) => Seat | null,
): readonly NewSeat[] {
  const byKey = new Map(members.map((member) => [staffNoKey(member.staffNo), member]));
  const seen = new Set<string>();
  const [refused, seats]: [string[], NewSeat[]] = [[], []];
  for (const staffNo of staffNos) {
    const member = byKey.get(staffNoKey(staffNo));
    const refusal = seen.has(staffNoKey(staffNo)) ? 'twice' : refusalOf(member, place, seatOf);
    seen.add(staffNoKey(staffNo));
    if (refusal) refused.push(`${refusal}:${staffNo}`);
    else if (member && !seatOf(member.id)) seats.push({ ...place, memberId: member.id });
  }
  if (refused.length > 0) throw CongressErrors.seatsRefused(refused);
  return seats;
}

/** Of a unit's members those who can be seated and are not yet: nobody is refused whom nobody named. */
export const seatsOfUnit = (
  members: readonly SeatCandidate[],
  place: Omit<NewSeat, 'memberId'>,
  seatOf: (memberId: string) => Seat | null,
): readonly NewSeat[] =>
  members.filter((member) => seatOf(member.id) === null && maySit(member, place.kind)).map(({ id }) => ({ ...place, memberId: id }));

function refusalOf(
  member: SeatCandidate | undefined,
  place: Omit<NewSeat, 'memberId'>,
  seatOf: (memberId: string) => Seat | null,
): SeatRefusal | null {
  if (!member) return 'unknown';
  if (!member.active) return 'has-left';
  if (!maySit(member, place.kind)) return 'no-vote';
  const seat = seatOf(member.id);
  return seat && (seat.delegationId !== place.delegationId || seat.kind !== place.kind) ? 'seated-already' : null;
}

const maySit = (member: SeatCandidate, kind: DelegateKind): boolean => member.active && (kind !== 'DELEGATE' || hasVote(member));
