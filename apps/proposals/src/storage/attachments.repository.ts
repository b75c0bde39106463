import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import { type Attachment, type Proposal, ProposalErrors } from '@plenum/proposals-domain';
import { StorageErrors } from './storage.errors.js';

/** A file as it is kept besides its bytes. */
export interface AttachmentRow extends Attachment {
  readonly addedBy: string;
  readonly addedAt: Date;
}

const COLUMNS = 'a.id, a.name, a.kind, a.bytes, a.sha256, a.added_by AS "addedBy", a.added_at AS "addedAt"';
const PRESENT = `SELECT ${COLUMNS} FROM attachments a WHERE a.subject_id = $1 AND a.subject = 'proposal' AND a.until_text IS NULL`;
const MEBIBYTE = 1_048_576;
const BYTES_LOCK = 0x504c4154; // Any number that only this uses.

/** Where attachments live. Whoever changes them has locked their proposal. */
@Injectable()
export class AttachmentsRepository {
  /** Those of the text that stands, as they were added. */
  present(from: Queryable, proposalId: string): Promise<AttachmentRow[]> {
    return from.query<AttachmentRow>(`${PRESENT} ORDER BY a.added_at, a.id`, [proposalId]);
  }

  /** One of them. @throws `proposals.not-found` */
  async find(from: Queryable, proposalId: string, id: string): Promise<AttachmentRow> {
    const [row] = await from.query<AttachmentRow>(`${PRESENT} AND a.id = $2`, [proposalId, id]);
    if (!row) throw StorageErrors.notFound('attachment', id);
    return row;
  }

  async contentOf(from: Queryable, id: string): Promise<Buffer> {
    const [row] = await from.query<{ content: Buffer }>('SELECT content FROM attachment_contents WHERE attachment_id = $1', [id]);
    if (!row) throw StorageErrors.notFound('attachment', id);
    return row.content;
  }

  /**
   * Refuses more bytes than an organisation keeps at most; nobody else adds any until the transaction ends.
   * @throws `proposals.attachments-full`
   */
  async assertRoom(tx: Transaction, organisationId: string, bytes: number, mebibytesMax: number): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [BYTES_LOCK, organisationId]);
    const [row] = await tx.query<{ bytes: string }>(
      'SELECT coalesce(sum(bytes), 0) AS bytes FROM attachments WHERE organisation_id = $1 AND until_text IS NULL',
      [organisationId],
    );
    if (Number(row?.bytes) + bytes > mebibytesMax * MEBIBYTE) throw ProposalErrors.attachmentsFull(mebibytesMax);
  }

  /** Adds a file to the text of a proposal as it is now. */
  async add(tx: Transaction, { id, organisationId, text }: Proposal, file: Attachment, content: Buffer): Promise<void> {
    await tx.query(
      `INSERT INTO attachments (id, organisation_id, proposal_id, subject, subject_id, name, kind, bytes, sha256, added_by, added_at,
         since_text)
       VALUES ($1, $2, $3, 'proposal', $3, $4, $5, $6, $7, $8, $9, $10)`,
      [file.id, organisationId, id, file.name, file.kind, file.bytes, file.sha256, text.by, text.at, text.number],
    );
    await tx.query('INSERT INTO attachment_contents (attachment_id, content) VALUES ($1, $2)', [file.id, content]);
  }

  /** Takes a file away; that an earlier text had it stays known, its bytes do not. */
  async remove(tx: Transaction, { text }: Proposal, id: string): Promise<void> {
    await tx.query('DELETE FROM attachment_contents WHERE attachment_id = $1', [id]);
    await tx.query('DELETE FROM attachments WHERE id = $1 AND since_text = $2', [id, text.number]);
    await tx.query('UPDATE attachments SET until_text = $2 WHERE id = $1', [id, text.number]);
  }
}
