import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { civilDate, endOfDay, startOfDay } from '@plenum/calendar';
import { noticesOfKind } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { type Actor, likePattern, offsetOf } from '@plenum/service-kit';
import { NotifierConfig } from '../notifier.config.js';
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
  constructor(
    private readonly database: Database,
    private readonly config: NotifierConfig,
  ) {}

  async execute({ actor: { memberId }, request }: OwnNotices): Promise<NoticePageResponse> {
    const { where, given } = this.filtered(memberId, request);
    const [rows, counts] = await Promise.all([
      this.database.query<NoticeRow>(
        `
          SELECT ${NOTICE_COLUMNS}
          FROM notices
          WHERE ${where}
          ORDER BY created_at DESC, id
          LIMIT $${given.length + 1} OFFSET $${given.length + 2}
        `,
        [...given, request.pageSize, offsetOf(request)],
      ),
      this.database.query<{ total: number }>(`SELECT count(*)::int AS total FROM notices WHERE ${where}`, given),
    ]);
    return { items: rows.map(toNotice), total: counts[0]?.total ?? 0, page: request.page, pageSize: request.pageSize };
  }

  /** One's own first: no filter looks at anybody else's. */
  private filtered(memberId: string, { unread, kind, from, to, search }: NoticesRequest): { where: string; given: readonly unknown[] } {
    const zone = this.config.timeZone;
    const filters: readonly (readonly [isAsked: boolean, sql: string, value?: unknown])[] = [
      [true, 'member_id = ?', memberId],
      [unread === true, 'read_at IS NULL'],
      [kind !== undefined, 'code = ANY(?)', kind && noticesOfKind(kind)],
      [from !== undefined, 'created_at >= ?', from && startOfDay(civilDate(from), zone)],
      [to !== undefined, 'created_at < ?', to && endOfDay(civilDate(to), zone)],
      [search !== undefined, 'EXISTS (SELECT FROM jsonb_each_text(params) WHERE value ILIKE ?)', search && likePattern(search)],
    ];
    const asked = filters.filter(([isAsked]) => isAsked);
    const given: unknown[] = [];
    const where = asked.map(([, sql, value]) => sql.replace('?', () => `$${given.push(value)}`)).join(' AND ');
    return { where, given };
  }
}
