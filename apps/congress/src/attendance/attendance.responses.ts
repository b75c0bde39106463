import type { AttendanceMove, DelegateKind } from '@plenum/congress-domain';

/** From this instant on, so many were there. */
export class AttendancePointResponse {
  at!: string;
  move!: AttendanceMove;
  entitled!: number;
  present!: number;
  needed!: number;
  quorate!: boolean;
}

export class AttendingDelegate {
  memberId!: string;
  staffNo!: string;
  name!: string;
  delegationId!: string | null;
  kind!: DelegateKind;
  present!: boolean;
}

/** 应到, 实到 and whether it is a quorum: now, and at every moment of the session. */
export class AttendanceResponse {
  entitled!: number;
  present!: number;
  /** The smallest number present that is a quorum. */
  needed!: number;
  quorate!: boolean;
  timeline!: AttendancePointResponse[];
  delegates!: AttendingDelegate[];
}
