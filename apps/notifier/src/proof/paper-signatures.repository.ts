import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ServedMatter } from './served-matters.repository.js';

/** What is on record of somebody's signature on paper. */
export interface KeptSignature {
  readonly noticeId: string;
  readonly signedOn: string | null;
  readonly recordedBy: string;
  readonly version: number;
}

/** Who records it, and when. */
export interface RecordedBy {
  readonly organisationId: string;
  readonly by: string;
  readonly at: Date;
}

const RECORD = `
  INSERT INTO paper_signatures AS s (notice_id, organisation_id, signed_on, recorded_by, recorded_at, version)
  SELECT id, $1, $3, $4, $5, 1 FROM notices WHERE id = ANY($2::uuid[]) ORDER BY id
  ON CONFLICT (notice_id) DO UPDATE
    SET signed_on = excluded.signed_on, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, version = s.version + 1
  WHERE s.signed_on IS NULL
  RETURNING notice_id AS id
`;

/** Who signed on paper for having been told. */
@Injectable()
export class PaperSignatures {
  /** The notices by which these people were told of something; who was not told has none. */
  async noticesOf(
    tx: Transaction,
    { cause, code, organisationId }: ServedMatter,
    memberIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly id: string; readonly toldAt: Date }>> {
    const rows = await tx.query<{ id: string; memberId: string; toldAt: Date }>(
      `SELECT id, member_id AS "memberId", created_at AS "toldAt" FROM notices
        WHERE cause = $1 AND code = $2 AND organisation_id = $3 AND member_id = ANY($4)`,
      [cause, code, organisationId, memberIds],
    );
    return new Map(rows.map(({ memberId, ...notice }) => [memberId, notice]));
  }

  /** Records those who are not on record as signed. @returns how many these were */
  async record(tx: Transaction, noticeIds: readonly string[], signedOn: string, { organisationId, by, at }: RecordedBy): Promise<number> {
    return (await tx.query(RECORD, [organisationId, noticeIds, signedOn, by, at])).length;
  }

  /** What is on record, locked; null where nothing ever was. */
  async find(tx: Transaction, noticeId: string): Promise<KeptSignature | null> {
    const [kept] = await tx.query<KeptSignature>(
      `SELECT notice_id AS "noticeId", signed_on::text AS "signedOn", recorded_by AS "recordedBy", version
        FROM paper_signatures WHERE notice_id = $1 FOR UPDATE`,
      [noticeId],
    );
    return kept ?? null;
  }

  /** Puts what is right in the place of what was recorded. */
  async correct(tx: Transaction, noticeId: string, signedOn: string | null, reason: string, { by, at }: RecordedBy): Promise<void> {
    await tx.query(
      `UPDATE paper_signatures SET signed_on = $2, correction = $3, recorded_by = $4, recorded_at = $5, version = version + 1
        WHERE notice_id = $1`,
      [noticeId, signedOn, reason, by, at],
    );
  }
}
