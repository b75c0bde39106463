import type { Office } from '@plenum/congress-domain';

export class OfficeResponse {
  id!: string;
  memberId!: string;
  staffNo!: string;
  name!: string;
  office!: Office;
  sessionId!: string | null;
  unitId!: string | null;
  unitName!: string | null;
  chief!: boolean;
  assignedAt!: string;
  /** Null while the office is held. */
  relievedAt!: string | null;
}

export class OfficeListResponse {
  items!: OfficeResponse[];
  total!: number;
  page!: number;
  pageSize!: number;
}

export class AssignedOfficeResponse {
  id!: string;
}
