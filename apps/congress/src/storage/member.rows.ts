import type { MemberStanding, Member } from '@plenum/congress-domain';

/** A row of `members`. */
export interface MemberRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly staff_no: string;
  readonly name: string;
  readonly mail: string | null;
  readonly mobile: string | null;
  readonly unit_id: string | null;
  readonly active: boolean;
  readonly standing: MemberStanding;
  readonly version: number;
}

export const toMember = (row: MemberRow): Member => ({
  id: row.id,
  organisationId: row.organisation_id,
  staffNo: row.staff_no,
  name: row.name,
  mail: row.mail,
  mobile: row.mobile,
  unitId: row.unit_id,
  active: row.active,
  standing: row.standing,
  version: row.version,
});

export const toMemberRow = (member: Member): MemberRow => ({
  id: member.id,
  organisation_id: member.organisationId,
  staff_no: member.staffNo,
  name: member.name,
  mail: member.mail,
  mobile: member.mobile,
  unit_id: member.unitId,
  active: member.active,
  standing: member.standing,
  version: member.version,
});

/** The row as the audit trail keeps it for good: of a mobile number its last four digits. */
export const auditedMember = (row: MemberRow): MemberRow => ({ ...row, mobile: row.mobile && `…${row.mobile.slice(-4)}` });
