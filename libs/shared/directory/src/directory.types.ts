import type { DelegateKind, MemberStanding, Office } from '@plenum/contracts';
import type { Fraction } from '@plenum/kernel';

export interface DirectoryOrganisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly parentId: string | null;
}

/** What an organisation changes in the public calendar: its time zone, its own days off and its own working days. */
export interface DirectoryCalendar {
  readonly zone?: string;
  readonly daysOff?: readonly string[];
  readonly workingDays?: readonly string[];
}

export interface DirectoryUnit {
  readonly id: string;
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
}

export interface DirectoryMember {
  readonly id: string;
  readonly organisationId: string;
  readonly staffNo: string;
  readonly name: string;
  readonly mail: string | null;
  readonly unitId: string | null;
  readonly active: boolean;
  readonly standing: MemberStanding;
  /** Whether they may elect, be elected and vote. */
  readonly hasVote: boolean;
}

export interface DirectorySession {
  readonly id: string;
  readonly organisationId: string;
  readonly termNo: number;
  readonly sessionNo: number;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly quorum: Fraction;
  /** Null until it was opened, and closed. */
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

export interface DirectoryDelegation {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly headMemberId: string | null;
}

/** A seat in a session. The name is null for the moment in which the seat is known before its member. */
export interface DirectoryDelegate {
  readonly sessionId: string;
  readonly memberId: string;
  readonly organisationId: string;
  readonly delegationId: string | null;
  readonly kind: DelegateKind;
  readonly name: string | null;
  readonly staffNo: string | null;
}

/** An office as somebody holds it: for one session or one unit where these are given, else for the whole organisation. */
export interface HeldOffice {
  readonly id: string;
  readonly memberId: string;
  readonly office: Office;
  readonly sessionId: string | null;
  readonly unitId: string | null;
  readonly chief: boolean;
}

/** Who of a session's full delegates is there: 应到 and 实到. */
export interface DirectoryAttendance {
  readonly entitled: number;
  readonly presentMemberIds: readonly string[];
}

/** What an office must reach to count: an office bound to a session or a unit counts only where that one is named. */
export interface OfficeScope {
  readonly sessionId?: string | null;
  readonly unitId?: string | null;
}
