import type { Office, SessionState } from '@plenum/congress-domain';

/** The session that is prepared or held, and what it lacks. */
export class ReadinessOfSession {
  id!: string;
  title!: string;
  state!: SessionState;
  delegations!: number;
  delegationsWithoutHead!: number;
  /** Full delegates, and how many of them must be present. */
  entitled!: number;
  needed!: number;
  delegatesWithoutDelegation!: number;
  /** Who could be seated and is not. */
  membersNotSeated!: number;
}

export class OfficeHolders {
  office!: Office;
  holders!: number;
}

/** How far the congress is set up, in numbers. */
export class ReadinessResponse {
  units!: number;
  members!: number;
  membersWithoutUnit!: number;
  /** Neither a password nor a code that still holds. */
  membersWithoutSignIn!: number;
  terms!: number;
  /** The next or present session; null where none is set up. */
  session!: ReadinessOfSession | null;
  /** Offices that somebody holds, for the organisation or for that session. */
  offices!: OfficeHolders[];
}
