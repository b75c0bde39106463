import type { NoticeEnd } from '@plenum/contracts';

/** What one was told, and whether one has read it. The client words it by its code (contracts: NOTICES). */
export class NoticeResponse {
  id: string;
  code: string;
  /** The facts of the code's wording. */
  params: Record<string, string | number>;
  /** Where the client shows what it is about. */
  link: string | null;
  createdAt: string;
  readAt: string | null;
  /** Why it asks for nothing any more; null while it may. */
  over: NoticeEnd | null;
}

/** A page of notices, the latest first. */
export class NoticePageResponse {
  items: NoticeResponse[];
  total: number;
  page: number;
  pageSize: number;
}
