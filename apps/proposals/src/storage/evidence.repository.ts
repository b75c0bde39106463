import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import type { Attachment } from '@plenum/proposals-domain';
import { type Actor, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { StorageErrors } from './storage.errors.js';

/** What evidence is of: the replies of a handling, or a promise. */
export interface EvidenceSubject {
  readonly kind: 'reply' | 'commitment';
  readonly id: string;
  readonly proposalId: string;
}

/** A file, and when it comes to the house. */
export interface NewEvidence {
  readonly file: Attachment;
  readonly content: Buffer;
  readonly at: Date;
}

const COLUMNS = 'a.id, a.name, a.kind, a.bytes, a.sha256';
const OF_SUBJECT = `SELECT ${COLUMNS} FROM attachments a WHERE a.subject = $1 AND a.subject_id = $2`;
const NAMES_IT = "jsonb_build_array(jsonb_build_object('id', a.id))";
const IS_GIVEN = `EXISTS (SELECT FROM commitment_steps s WHERE s.commitment_id = a.subject_id AND s.files @> ${NAMES_IT})`;
const DRAFTED_BY = `SELECT DISTINCT d.unit_id AS "unitId" FROM attachments a
  JOIN reply_drafts d ON d.handling_id = a.subject_id AND d.content -> 'files' @> ${NAMES_IT} WHERE a.id = $1`;

/** Where evidence lives until it is given, and its bytes after. Whoever changes it has locked what it is of. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly records: ChangeRecords) {}

  async add(
    tx: Transaction,
    { memberId, organisationId }: Actor,
    subject: EvidenceSubject,
    { file, content, at }: NewEvidence,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO attachments (id, organisation_id, proposal_id, subject, subject_id, name, kind, bytes, sha256, added_by, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [file.id, organisationId, subject.proposalId, subject.kind, subject.id, file.name, file.kind, file.bytes, file.sha256, memberId, at],
    );
    await tx.query('INSERT INTO attachment_contents (attachment_id, content) VALUES ($1, $2)', [file.id, content]);
  }

  /** What the unit attached to a promise and has not given yet, the first first. */
  notGiven(from: Queryable, commitmentId: string): Promise<Attachment[]> {
    return from.query<Attachment>(`${OF_SUBJECT} AND NOT ${IS_GIVEN} ORDER BY a.added_at, a.id`, ['commitment', commitmentId]);
  }

  /** One file. @throws `proposals.not-found` */
  async find(from: Queryable, { kind, id }: Pick<EvidenceSubject, 'kind' | 'id'>, fileId: string): Promise<Attachment> {
    const [row] = await from.query<Attachment>(`${OF_SUBJECT} AND a.id = $3`, [kind, id, fileId]);
    if (!row) throw StorageErrors.notFound('attachment', fileId);
    return row;
  }

  /** The units in whose drafts a file stands. */
  async draftedBy(from: Queryable, fileId: string): Promise<readonly string[]> {
    return (await from.query<{ unitId: string }>(DRAFTED_BY, [fileId])).map(({ unitId }) => unitId);
  }

  /** Takes a file away for good. */
  async remove(tx: Transaction, fileId: string): Promise<void> {
    await tx.query('DELETE FROM attachments WHERE id = $1', [fileId]);
  }

  /** The row of the audit trail for what is attached to a promise, or taken away: its digest, never what it holds. */
  record(tx: Transaction, request: ChangeRequest<Actor>, commitmentId: string, { id, sha256 }: Attachment): Promise<void> {
    return this.records.write(tx, request, { subject: { kind: 'commitment', id: commitmentId }, after: { file: { id, sha256 } } });
  }
}
