import type { AudienceKind } from './announcement-audiences.js';

/** How many an announcement reaches now. */
export class AnnouncementPreviewResponse {
  reaches: number;
  /** How many may still be sent today. */
  left: number;
}

/** Whom it was for. */
export class AudienceResponse {
  kind: AudienceKind;
  /** What the session, delegation or unit was called; null of the staff. */
  name: string | null;
}

/** An announcement that was sent. */
export class AnnouncementResponse {
  id: string;
  audience: AudienceResponse;
  title: string;
  text: string;
  /** Who sent it, by name. */
  sentBy: string;
  sentAt: string;
  /** How many were told. */
  reached: number;
  /** How many of them have read it in the app. */
  read: number;
}

/** The announcements of an organisation, the latest first. */
export class AnnouncementPageResponse {
  items: AnnouncementResponse[];
  total: number;
  page: number;
  pageSize: number;
}

/** What came of sending it. */
export class AnnouncementSentResponse {
  id: string;
  /** How many were told. */
  reached: number;
}
