import { MalformedError } from '@plenum/kernel';
import { assertCurrent } from '../assert-current.js';
import { CongressErrors } from '../congress.errors.js';
import type { DelegateKind, MemberStanding } from '../congress.vocabulary.js';
import { Recorded } from '../recorded.js';
import { mailFault, nameFault, staffNoFault, tidyField } from './member-fields.js';

/** What is kept of a member of an organisation (教职工). */
export interface MemberState {
  readonly id: string;
  readonly organisationId: string;
  readonly staffNo: string;
  readonly name: string;
  readonly mail: string | null;
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
export const hasVote = ({ active, standing }: Pick<MemberState, 'active' | 'standing'>): boolean => active && standing === 'FULL';

/** @throws `congress.member-inactive` for who has left (R18), `congress.no-vote` for a full delegate without the vote (R9, R21) */
export function assertMaySit(member: Pick<MemberState, 'id' | 'active' | 'standing'>, kind: DelegateKind): void {
  if (!member.active) throw CongressErrors.memberInactive(member.id);
  if (kind === 'DELEGATE' && !hasVote(member)) throw CongressErrors.noVote(member.id, member.standing);
}

/** The member as it is now: published whole on every change. */
export interface MemberRegistered {
  readonly type: 'MemberRegistered';
  readonly member: MemberState;
}

/** Somebody else's address, or none, is the member's now: the former one is told. */
export interface MailChanged {
  readonly type: 'MailChanged';
  readonly member: MemberState;
  readonly former: string | null;
}

export type MemberEvent = MemberRegistered | MailChanged;

/** What may be changed about a member; the staff number is for ever. */
export type MemberChanges = Partial<Pick<MemberState, 'name' | 'mail' | 'unitId' | 'active' | 'standing'>>;

/** A person of the organisation, by staff number. */
export class Member extends Recorded<MemberEvent> {
  private constructor(private current: MemberState) {
    super();
  }

  /** @throws MalformedError naming each unfit field. */
  static register(given: Pick<MemberState, 'id' | 'organisationId' | 'staffNo' | 'name' | 'mail' | 'unitId' | 'standing'>): Member {
    const member = new Member(checked({ ...given, active: true, version: 1 }));
    member.record({ type: 'MemberRegistered', member: member.current });
    return member;
  }

  /** From what was kept; records nothing. */
  static restore(state: MemberState): Member {
    return new Member(state);
  }

  get state(): MemberState {
    return this.current;
  }

  /**
   * Takes over what differs; the same again is no change and no news. `read` is the version that the changes were made on.
   * @throws MalformedError naming each unfit field, `congress.outdated`
   */
  amend(changes: MemberChanges, read?: number): void {
    const amended = checked({ ...this.current, ...changes });
    const differs = (['name', 'mail', 'unitId', 'active', 'standing'] as const).some((field) => amended[field] !== this.current[field]);
    if (!differs) return;
    assertCurrent(this.current, read);
    const former = this.current.mail;
    this.current = { ...amended, version: this.current.version + 1 };
    this.record({ type: 'MemberRegistered', member: this.current });
    if (former?.toLowerCase() !== amended.mail?.toLowerCase()) this.record({ type: 'MailChanged', member: this.current, former });
  }
}

function checked(state: MemberState): MemberState {
  const tidy = {
    ...state,
    staffNo: tidyField(state.staffNo),
    name: tidyField(state.name),
    mail: state.mail === null ? null : tidyField(state.mail),
  };
  const reasons = { staffNo: staffNoFault(tidy.staffNo), name: nameFault(tidy.name), email: mailFault(tidy.mail) };
  const faults = Object.entries(reasons).flatMap(([field, reason]) => (reason ? [{ field, reason }] : []));
  if (faults.length > 0) throw new MalformedError(faults);
  return tidy;
}
