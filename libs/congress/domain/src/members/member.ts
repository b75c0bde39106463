import { MalformedError } from '@plenum/kernel';
import { assertCurrent } from '../assert-current.js';
import { type Change, unchanged } from '../change.js';
import { CongressErrors } from '../congress.errors.js';
import type { DelegateKind, MemberStanding } from '../congress.vocabulary.js';
import { mailFault, mobileFault, nameFault, staffNoFault, tidyField, tidyMobile } from './member-fields.js';

/** A member of an organisation (教职工), by staff number. */
export interface Member {
  readonly id: string;
  readonly organisationId: string;
  readonly staffNo: string;
  readonly name: string;
  readonly mail: string | null;
  /** E.164; told to whoever sends messages and to nobody else. */
  readonly mobile: string | null;
  readonly unitId: string | null;
  /** False once the member has left: no sign-in, no seat, no office. */
  readonly active: boolean;
  readonly standing: MemberStanding;
  readonly version: number;
}

/**
 * Whether a member may elect, be elected and vote: whoever works here, except who only keeps the membership (保留会籍) or whose rights are
 * suspended (R21; DOMAIN 6.1, ROLL_FROZEN).
 */
export const hasVote = ({ active, standing }: Pick<Member, 'active' | 'standing'>): boolean => active && standing === 'FULL';

/** @throws `congress.member-inactive` for who has left (R18), `congress.no-vote` for a full delegate without the vote (R9, R21) */
export function assertMaySit(member: Pick<Member, 'id' | 'active' | 'standing'>, kind: DelegateKind): void {
  if (!member.active) throw CongressErrors.memberInactive(member.id);
  if (kind === 'DELEGATE' && !hasVote(member)) throw CongressErrors.noVote(member.id, member.standing);
}

/** The member as it is now: published whole on every change. */
export interface MemberRegistered {
  readonly type: 'MemberRegistered';
  readonly member: Member;
}

/** Somebody else's address, or none, is the member's now: the former one is told. */
export interface MailChanged {
  readonly type: 'MailChanged';
  readonly member: Member;
  readonly former: string | null;
}

/** Another mobile number, or none, is the member's now. */
export interface MobileChanged {
  readonly type: 'MobileChanged';
  readonly member: Member;
}

export type MemberEvent = MemberRegistered | MailChanged | MobileChanged;
export type MemberChange = Change<Member, MemberEvent>;

/** What may be said of a new member. */
export type NewMember = Omit<Member, 'active' | 'version' | 'mobile'> & Partial<Pick<Member, 'mobile'>>;

/** What may be changed about a member; the staff number is for ever. */
export type MemberAmendment = Partial<Pick<Member, (typeof AMENDABLE)[number]>>;

const AMENDABLE = ['name', 'mail', 'mobile', 'unitId', 'active', 'standing'] as const;

/** @throws MalformedError naming each unfit field. */
export function registerMember(given: NewMember): MemberChange {
  const member = checked({ mobile: null, ...given, active: true, version: 1 });
  return { state: member, events: [{ type: 'MemberRegistered', member }, ...mobileChanged(member, null)] };
}

/**
 * Takes over what differs; the same again is no change and no news. `read` is the version that the changes were made on.
 * @throws MalformedError naming each unfit field, `congress.outdated`
 */
export function amendMember(before: Member, changes: MemberAmendment, read?: number): MemberChange {
  const amended = checked({ ...before, ...changes });
  if (AMENDABLE.every((field) => amended[field] === before[field])) return unchanged(before);
  assertCurrent(before, read);
  const member = { ...amended, version: before.version + 1 };
  const former = before.mail;
  const isNewMail = former?.toLowerCase() !== member.mail?.toLowerCase();
  return {
    state: member,
    events: [
      { type: 'MemberRegistered', member },
      ...(isNewMail ? [mailChanged(member, former)] : []),
      ...mobileChanged(member, before.mobile),
    ],
  };
}

const mailChanged = (member: Member, former: string | null): MailChanged => ({ type: 'MailChanged', member, former });

const mobileChanged = (member: Member, former: string | null): readonly MobileChanged[] =>
  member.mobile === former ? [] : [{ type: 'MobileChanged', member }];

function checked(member: Member): Member {
  const tidy = {
    ...member,
    staffNo: tidyField(member.staffNo),
    name: tidyField(member.name),
    mail: member.mail === null ? null : tidyField(member.mail),
    mobile: member.mobile === null ? null : tidyMobile(member.mobile),
  };
  const reasons = {
    staffNo: staffNoFault(tidy.staffNo),
    name: nameFault(tidy.name),
    email: mailFault(tidy.mail),
    mobile: mobileFault(tidy.mobile),
  };
  const faults = Object.entries(reasons).flatMap(([field, reason]) => (reason ? [{ field, reason }] : []));
  if (faults.length > 0) throw new MalformedError(faults);
  return tidy;
}
