import { Injectable } from '@nestjs/common';
import type { NoticeCode } from '@plenum/contracts';
import { Database, type Queryable } from '@plenum/database';
import { DomainError } from '@plenum/kernel';
import { offsetOf, type PageRequest } from '@plenum/service-kit';

/** Something that people were told, with how many of them have confirmed it. */
export interface ServedMatter {
  readonly id: string;
  readonly organisationId: string;
  readonly cause: string;
  readonly code: NoticeCode;
  readonly params: Record<string, string | number>;
  readonly link: string | null;
  readonly toldAt: Date;
  readonly told: number;
  readonly confirmed: number;
}

const COLUMNS = `
  v.id, v.organisation_id AS "organisationId", v.cause, v.code, v.params, v.link, v.told_at AS "toldAt", c.told, c.confirmed`;
// Few are asked for at a time: their notices are found by the index of causes.
const COUNTED = `
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS told, (count(*) FILTER (WHERE n.read_at IS NOT NULL OR s.signed_on IS NOT NULL))::int AS confirmed
      FROM notices n LEFT JOIN paper_signatures s ON s.notice_id = n.id
     WHERE n.cause = v.cause AND n.code = v.code AND n.organisation_id = v.organisation_id
  ) c`;

/** What was told that organisers may prove. */
@Injectable()
export class ServedMatters {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `notifier.not-found` where the organisation has told no such thing */
  async find(organisationId: string, id: string, from: Queryable = this.database): Promise<ServedMatter> {
    const [found] = await from.query<ServedMatter>(
      `SELECT ${COLUMNS} FROM served_matters v ${COUNTED} WHERE v.id = $1 AND v.organisation_id = $2`,
      [id, organisationId],
    );
    if (!found) throw new DomainError('notifier.not-found', 'not-found');
    return found;
  }

  /** Those of an organisation, the latest first, and how many there are. */
  async page(organisationId: string, request: PageRequest): Promise<{ readonly items: readonly ServedMatter[]; readonly total: number }> {
    const [items, counted] = await Promise.all([
      this.database.query<ServedMatter>(
        `SELECT ${COLUMNS} FROM (
            SELECT * FROM served_matters WHERE organisation_id = $1 ORDER BY told_at DESC, id LIMIT $2 OFFSET $3
          ) v ${COUNTED} ORDER BY v.told_at DESC, v.id`,
        [organisationId, request.pageSize, offsetOf(request)],
      ),
      this.database.query<{ total: number }>('SELECT count(*)::int AS total FROM served_matters WHERE organisation_id = $1', [
        organisationId,
      ]),
    ]);
    return { items, total: counted[0]?.total ?? 0 };
  }
}
