import type { MemberStanding } from '@plenum/congress-domain';

/** Whether a member can sign in: nothing yet, a one-time code was given, or a password is set. */
export type AccountState = 'NONE' | 'CODE_GIVEN' | 'PASSWORD_SET';

/** A member of my organisation. Address, account and standing are shown to the secretariat and to oneself, else null. */
export class MemberResponse {
  id!: string;
  staffNo!: string;
  name!: string;
  unitId!: string | null;
  unitName!: string | null;
  active!: boolean;
  email!: string | null;
  /** E.164; told of one member alone, to the secretariat and to oneself, else null. */
  mobile!: string | null;
  account!: AccountState | null;
  /** Until when some device cannot sign in after too many wrong passwords; told of one member alone, to the secretariat. */
  lockedUntil!: string | null;
  standing!: MemberStanding | null;
  /** Goes with a change, which is refused where somebody else was first. */
  version!: number;
}

export class MemberListResponse {
  items!: MemberResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}

/** A one-time code for a first sign-in, shown this once. */
export class SignInCodeResponse {
  memberId!: string;
  staffNo!: string;
  name!: string;
  signInCode!: string;
  expiresAt!: string;
}

export class SignInCodesResponse {
  codes!: SignInCodeResponse[];
}
