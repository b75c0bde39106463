import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type Actor, offsetOf } from '@plenum/service-kit';
import type { NoticesRequest } from './inbox.requests.js';
import type { NoticePageResponse } from './inbox.responses.js';
import { NOTICE_COLUMNS, type NoticeRow, toNotice } from './notice.rows.js';

/** One's own notices, the latest first: nobody reads another's. */
export class OwnNotices extends Query<NoticePageResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: NoticesRequest,
  ) {
    super();
  }
}

@QueryHandler(OwnNotices)
export class OwnNoticesHandler implements IQueryHandler<OwnNotices> {
  constructor(private readonly database: Database) {}

  async execute({ actor: { memberId }, request }: OwnNotices): Promise<NoticePageResponse> {
    const where = `member_id = $1${request.unread ? ' AND read_at IS NULL' : ''}`;
    const [rows, counts] = await Promise.all([
      this.database.query<NoticeRow>(
        `SELECT ${NOTICE_COLUMNS} FROM notices WHERE ${where} ORDER BY created_at DESC, id LIMIT $2 OFFSET $3`,
        [memberId, request.pageSize, offsetOf(request)],
      ),
      this.database.query<{ total: number }>(`SELECT count(*)::int AS total FROM notices WHERE ${where}`, [memberId]),
    ]);
    return { items: rows.map(toNotice), total: counts[0]?.total ?? 0, page: request.page, pageSize: request.pageSize };
  }
}
