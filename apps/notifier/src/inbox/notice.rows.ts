import type { NoticeResponse } from './inbox.responses.js';

/** A notice as its row has it. */
export interface NoticeRow extends Omit<NoticeResponse, 'createdAt' | 'readAt'> {
  readonly memberId: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

export const NOTICE_COLUMNS = 'id, member_id AS "memberId", code, params, link, created_at AS "createdAt", read_at AS "readAt", over';

/** The notice as its reader sees it. */
export const toNotice = ({ id, code, params, link, createdAt, readAt, over }: NoticeRow): NoticeResponse => ({
  id,
  code,
  params,
  link,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
  over,
});
