import type { DelegateKind } from '@plenum/congress-domain';

export class DelegationResponse {
  id!: string;
  name!: string;
  headMemberId!: string | null;
  headName!: string | null;
  /** Full delegates of the delegation. */
  delegates!: number;
  /** Goes with a change, which is refused where somebody else was first. */
  version!: number;
}

export class DelegationListResponse {
  items!: DelegationResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}

export class DelegateResponse {
  memberId!: string;
  staffNo!: string;
  name!: string;
  delegationId!: string | null;
  delegationName!: string | null;
  kind!: DelegateKind;
  present!: boolean;
  /** Goes with a change of the seat, which is refused where somebody else was first. */
  version!: number;
}

export class DelegateListResponse {
  items!: DelegateResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}

export class FormedDelegationResponse {
  id!: string;
}

export class SeatedResponse {
  /** How many have a seat now who had none before. */
  seated!: number;
}
