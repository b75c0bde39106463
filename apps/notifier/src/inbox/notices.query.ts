import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { DomainError } from '@plenum/kernel';
import { type Actor, offsetOf } from '@plenum/service-kit';
import type { NoticesRequest } from './inbox.requests.js';
import type { NoticePageResponse, NoticeResponse } from './inbox.responses.js';

interface NoticeRow extends Omit<NoticeResponse, 'createdAt' | 'readAt'> {
  readonly memberId: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

const COLUMNS = 'id, member_id AS "memberId", code, params, link, created_at AS "createdAt", read_at AS "readAt"';

/** One's own notices: nobody reads another's. */
@Injectable()
export class OwnNotices {
  constructor(private readonly database: Database) {}

  async page({ memberId }: Actor, request: NoticesRequest): Promise<NoticePageResponse> {
    const where = `member_id = $1${request.unread ? ' AND read_at IS NULL' : ''}`;
    const [rows, counts] = await Promise.all([
      this.database.query<NoticeRow>(`SELECT ${COLUMNS} FROM notices WHERE ${where} ORDER BY created_at DESC, id LIMIT $2 OFFSET $3`, [
        memberId,
        request.pageSize,
        offsetOf(request),
      ]),
      this.database.query<{ total: number }>(`SELECT count(*)::int AS total FROM notices WHERE ${where}`, [memberId]),
    ]);
    return { items: rows.map(toResponse), total: counts[0]?.total ?? 0, page: request.page, pageSize: request.pageSize };
  }

  /** The notices of a cause to some members, by member. */
  async ofCause(cause: string, memberIds: readonly string[]): Promise<ReadonlyMap<string, NoticeResponse>> {
    const rows = await this.database.query<NoticeRow>(`SELECT ${COLUMNS} FROM notices WHERE cause = $1 AND member_id = ANY($2)`, [
      cause,
      memberIds,
    ]);
    return new Map(rows.map((row) => [row.memberId, toResponse(row)]));
  }

  /** Marks a notice as read; the first time counts. @throws DomainError `notifier.not-found` when it is not one's own */
  async read({ memberId }: Actor, id: string, now: Date): Promise<void> {
    const touched = await this.database.query(
      'UPDATE notices SET read_at = coalesce(read_at, $3) WHERE id = $1 AND member_id = $2 RETURNING id',
      [id, memberId, now],
    );
    if (touched.length === 0) throw new DomainError('notifier.not-found', 'not-found');
  }

  /** Marks everything as read that came until now. */
  async readAll({ memberId }: Actor, now: Date): Promise<void> {
    await this.database.query('UPDATE notices SET read_at = $2 WHERE member_id = $1 AND read_at IS NULL AND created_at <= $2', [
      memberId,
      now,
    ]);
  }
}

const toResponse = ({ id, code, params, link, createdAt, readAt }: NoticeRow): NoticeResponse => ({
  id,
  code,
  params,
  link,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});
