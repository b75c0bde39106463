import type { Office, OfficeHolding } from '@plenum/congress-domain';
import type { Transaction } from '@plenum/database';

/** A row of `offices`. */
export interface OfficeRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly member_id: string;
  readonly office: Office;
  readonly session_id: string | null;
  readonly unit_id: string | null;
  readonly chief: boolean;
  readonly relieved_at: Date | null;
  readonly version: number;
}

export const toOffice = (row: OfficeRow): OfficeHolding => ({
  id: row.id,
  organisationId: row.organisation_id,
  memberId: row.member_id,
  office: row.office,
  sessionId: row.session_id,
  unitId: row.unit_id,
  chief: row.chief,
  relievedAt: row.relieved_at,
  version: row.version,
});

export async function insertOffice(tx: Transaction, office: OfficeHolding, at: Date): Promise<void> {
  const { id, organisationId, memberId, sessionId, unitId, chief, version } = office;
  await tx.query(
    `INSERT INTO offices (id, organisation_id, member_id, office, session_id, unit_id, chief, assigned_at, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, organisationId, memberId, office.office, sessionId, unitId, chief, at, version],
  );
}
