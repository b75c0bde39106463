import { Injectable } from '@nestjs/common';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { offsetOf, type PageRequest } from '@plenum/service-kit';
import type { AnnouncementAudience } from './announcement-audiences.js';
import type { AnnouncementResponse } from './announcements.responses.js';

const IN_A_DAY_MAX = 20; // More is no announcement any more, and nobody reads it.
const MS_PER_DAY = 86_400_000;

/** An announcement as it is kept. */
export interface SentAnnouncement {
  readonly id: string;
  readonly organisationId: string;
  readonly audience: AnnouncementAudience & { readonly name: string | null };
  readonly title: string;
  readonly text: string;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly reached: number;
}

type Row = Omit<AnnouncementResponse, 'sentAt'> & { readonly sentAt: Date };

/** What organisers have announced. */
@Injectable()
export class Announcements {
  constructor(private readonly database: Database) {}

  /** How many may still be sent, of those within twenty-four hours. */
  async left(from: Queryable, organisationId: string, now: Date): Promise<number> {
    const [row] = await from.query<{ sent: number }>(
      'SELECT count(*)::int AS sent FROM announcements WHERE organisation_id = $1 AND sent_at > $2',
      [organisationId, new Date(now.getTime() - MS_PER_DAY)],
    );
    return Math.max(0, IN_A_DAY_MAX - (row?.sent ?? 0));
  }

  async add(tx: Transaction, { id, organisationId, audience, title, text, sentBy, sentAt, reached }: SentAnnouncement): Promise<void> {
    await tx.query(
      `INSERT INTO announcements (id, organisation_id, audience, title, text, sent_by, sent_at, reached)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, organisationId, JSON.stringify(audience), title, text, sentBy, sentAt, reached],
    );
  }

  /** Those of an organisation, the latest first, and how many there are. */
  async page(organisationId: string, request: PageRequest): Promise<{ items: AnnouncementResponse[]; total: number }> {
    const [rows, counted] = await Promise.all([
      this.database.query<Row>(
        `SELECT a.id, json_build_object('kind', a.audience ->> 'kind', 'name', a.audience ->> 'name') AS audience, a.title, a.text,
            coalesce(m.name, '') AS "sentBy", a.sent_at AS "sentAt", a.reached,
            (SELECT count(*)::int FROM notices n WHERE n.cause = a.id::text AND n.read_at IS NOT NULL) AS read
          FROM announcements a LEFT JOIN directory_members m ON m.id = a.sent_by
          WHERE a.organisation_id = $1 ORDER BY a.sent_at DESC, a.id LIMIT $2 OFFSET $3`,
        [organisationId, request.pageSize, offsetOf(request)],
      ),
      this.database.query<{ total: number }>('SELECT count(*)::int AS total FROM announcements WHERE organisation_id = $1', [
        organisationId,
      ]),
    ]);
    return { items: rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() })), total: counted[0]?.total ?? 0 };
  }
}
