import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import type { DraftContent, DraftMark, Handling, ReplyDraft } from '@plenum/proposals-domain';
import { ChangeRecords, type ChangeRequest } from '@plenum/service-kit';

interface DraftRow {
  readonly round: number;
  readonly number: number;
  readonly version: number;
  readonly by: string;
  readonly at: Date;
  readonly content: DraftContent;
}

/** As many versions as anybody looks through; the latest ones. */
const LISTED_MAX = 200;
/** The same with what they say. */
const FORMER_MAX = 20;
/** No column holds a larger number. */
const NUMBER_MAX = 2_147_483_647;
const MARK = 'round, number, version, saved_by AS by, saved_at AS at';

/** Whose drafts: those of the unit that leads the work. */
type Desk = Pick<Handling, 'id' | 'leadUnitId'>;

/** A draft of a unit that led the work before. */
export interface FormerDraft extends ReplyDraft {
  readonly unitId: string;
}

/** Where drafts of replies live, each with the unit that wrote it. Whoever saves one has locked its proposal. */
@Injectable()
export class ReplyDraftRepository {
  constructor(private readonly records: ChangeRecords) {}

  /** The draft saved last, of whatever round; null where there is none. */
  async latest(from: Queryable, { id, leadUnitId }: Desk): Promise<ReplyDraft | null> {
    const [row] = await from.query<DraftRow>(
      `SELECT ${MARK}, content FROM reply_drafts WHERE handling_id = $1 AND unit_id = $2 ORDER BY version DESC LIMIT 1`,
      [id, leadUnitId],
    );
    return row ?? null;
  }

  /** One version; null where there is none of that number. */
  async find(
    from: Queryable,
    { id, leadUnitId }: Desk,
    { round, number }: Pick<DraftMark, 'round' | 'number'>,
  ): Promise<ReplyDraft | null> {
    if (Math.max(round, number) > NUMBER_MAX || Math.min(round, number) < 1) return null;
    const [row] = await from.query<DraftRow>(
      `SELECT ${MARK}, content FROM reply_drafts WHERE handling_id = $1 AND unit_id = $2 AND round = $3 AND number = $4`,
      [id, leadUnitId, round, number],
    );
    return row ?? null;
  }

  /** Which versions there are, the latest first. */
  async versions(from: Queryable, { id, leadUnitId }: Desk): Promise<readonly DraftMark[]> {
    return from.query<DraftMark>(
      `SELECT ${MARK} FROM reply_drafts WHERE handling_id = $1 AND unit_id = $2 ORDER BY version DESC LIMIT ${LISTED_MAX}`,
      [id, leadUnitId],
    );
  }

  /** What units wrote that led the work before, the latest first. */
  async former(from: Queryable, { id, leadUnitId }: Desk): Promise<readonly FormerDraft[]> {
    return from.query<FormerDraft>(
      `SELECT ${MARK}, unit_id AS "unitId", content FROM reply_drafts WHERE handling_id = $1 AND unit_id <> $2
        ORDER BY saved_at DESC LIMIT ${FORMER_MAX}`,
      [id, leadUnitId],
    );
  }

  /** Keeps a draft as it is now. What it says is not in the audit trail: that it was saved, and by whom, is. */
  async save(tx: Transaction, request: ChangeRequest, { id, leadUnitId }: Desk, draft: ReplyDraft): Promise<void> {
    const { round, number, version, content, by, at } = draft;
    await tx.query(
      `INSERT INTO reply_drafts (handling_id, unit_id, round, number, version, content, saved_by, saved_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (handling_id, unit_id, round, number) DO UPDATE
          SET version = excluded.version, content = excluded.content, saved_at = excluded.saved_at`,
      [id, leadUnitId, round, number, version, JSON.stringify(content), by, at],
    );
    await this.records.write(tx, request, { subject: { kind: 'reply-draft', id }, after: { round, number, version } });
  }
}
