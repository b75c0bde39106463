import type { AttendanceMove, AttendanceStatus, DelegateKind, SessionState } from '@plenum/congress-domain';

/** Where the reader is. */
export class OwnAttendanceResponse {
  kind!: DelegateKind;
  standing!: AttendanceStatus;
  /** When they last came or went. */
  since!: string | null;
  /** The desk noted it, not they themselves. */
  byDesk!: boolean;
}

/** 应到, 实到 and whether it is a quorum, as figures: small, since every phone in the hall asks for it again and again. */
export class AttendanceResponse {
  state!: SessionState;
  entitled!: number;
  present!: number;
  /** The smallest number present that is a quorum. */
  needed!: number;
  quorate!: boolean;
  /** Null for who does not sit in the session. */
  own!: OwnAttendanceResponse | null;
}

/** From this instant on, so many were there. */
export class AttendancePointResponse {
  position!: number;
  at!: string;
  move!: AttendanceMove;
  entitled!: number;
  present!: number;
  needed!: number;
  quorate!: boolean;
}

/** Part of the timeline of the quorum, in its order. */
export class AttendanceTimelineResponse {
  points!: AttendancePointResponse[];
  /** Whether there are more behind the last of these. */
  more!: boolean;
}

/** Somebody who sits in the session, as the desk sees them. */
export class AttendeeResponse {
  memberId!: string;
  staffNo!: string;
  name!: string;
  delegationId!: string | null;
  delegationName!: string | null;
  kind!: DelegateKind;
  standing!: AttendanceStatus;
  /** First came after the beginning. */
  late!: boolean;
  arrivedAt!: string | null;
  /** When they last came or went. */
  since!: string | null;
  /** The desk noted it, not they themselves. */
  byDesk!: boolean;
}

export class AttendeeListResponse {
  items!: AttendeeResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}

/** The full delegates of one delegation. */
export class DelegationAttendanceResponse {
  /** Null where delegates belong to no delegation. */
  delegationId!: string | null;
  name!: string | null;
  entitled!: number;
  here!: number;
  expected!: number;
  left!: number;
  late!: number;
}

/** Who is there by delegation, and in all. */
export class DelegationAttendanceListResponse {
  delegations!: DelegationAttendanceResponse[];
}
