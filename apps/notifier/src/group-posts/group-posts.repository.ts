import { Injectable } from '@nestjs/common';
import type { GroupProvider, Locale, NoticeCode } from '@plenum/contracts';
import { Database } from '@plenum/database';
import type { GroupFact } from './digest.js';
import type { Robot } from './robots.js';

/** A fact that this process has claimed for a group. */
export interface ClaimedFact extends GroupFact {
  readonly id: string;
  /** This try included. */
  readonly tries: number;
  /** An earlier sender died with it: it may have been posted before. */
  readonly isResend: boolean;
  readonly createdAt: Date;
  /** What it tells of is over. */
  readonly isOver: boolean;
}

/** What is due for one group, claimed with the group: nobody else posts there meanwhile, so that the order is kept. */
export interface ClaimedPost {
  readonly organisationId: string;
  readonly robot: Robot;
  readonly locale: Locale;
  readonly facts: readonly ClaimedFact[];
  /** When whoever claimed it is taken for dead. */
  readonly until: Date;
}

interface ClaimedRow extends ClaimedFact {
  readonly organisationId: string;
  readonly provider: GroupProvider;
  readonly webhookUrl: string;
  readonly secret: string | null;
  readonly locale: Locale;
  readonly code: NoticeCode;
}

const CLAIM = `
  WITH free AS (
    SELECT organisation_id, provider FROM group_ways w
     WHERE is_on AND free_at <= $1 AND EXISTS (
       SELECT FROM group_posts p
        WHERE p.organisation_id = w.organisation_id AND p.provider = w.provider AND p.state IN ('due', 'claimed') AND p.due_at <= $1)
     ORDER BY free_at LIMIT 1 FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE group_ways w SET free_at = $2 FROM free WHERE w.organisation_id = free.organisation_id AND w.provider = free.provider
    RETURNING w.organisation_id, w.provider, w.webhook_url, w.secret, w.locale
  ), due AS (
    SELECT p.id, p.state = 'claimed' AS is_resend FROM group_posts p JOIN free USING (organisation_id, provider)
     WHERE p.state IN ('due', 'claimed') AND p.due_at <= $1
     ORDER BY p.created_at, p.id LIMIT $3 FOR UPDATE OF p SKIP LOCKED
  ), claimed AS (
    UPDATE group_posts p SET state = 'claimed', due_at = $2, tries = p.tries + 1, resends = p.resends + due.is_resend::int
      FROM due WHERE p.id = due.id
    RETURNING p.id, p.cause, p.tries, p.code, p.params, p.link, p.created_at, due.is_resend
  )
  SELECT t.organisation_id AS "organisationId", t.provider, t.webhook_url AS "webhookUrl", t.secret, t.locale, c.id, c.tries, c.code,
         c.params, c.link, c.created_at AS "createdAt", c.is_resend AS "isResend", EXISTS (
           SELECT FROM notice_causes x JOIN notice_endings e ON e.about = ANY (x.about)
            WHERE x.cause = c.cause AND e.code = c.code AND e.at > x.at AND e.member_ids IS NULL) AS "isOver"
    FROM taken t CROSS JOIN claimed c
   ORDER BY c.created_at, c.id
`;

// Whose claim ran out, and who was taken up by another since, settles nothing and frees nothing.
const SETTLE = `
  UPDATE group_posts SET state = $3, trouble = $4, sent_at = CASE WHEN $3 = 'sent' THEN $5::timestamptz END
   WHERE id = ANY($1) AND state = 'claimed' AND due_at = $2
`;
const POSTPONE = `UPDATE group_posts SET state = 'due', due_at = $3, trouble = $4 WHERE id = ANY($1) AND state = 'claimed' AND due_at = $2`;
const RELEASE = `
  UPDATE group_posts SET state = 'due', due_at = $3, tries = tries - 1 WHERE id = ANY($1) AND state = 'claimed' AND due_at = $2
`;
const FREE = 'UPDATE group_ways SET free_at = $3 WHERE organisation_id = $1 AND provider = $2 AND free_at = $4';

/** The facts for groups: claimed before they are posted, settled after. */
@Injectable()
export class GroupPostsRepository {
  constructor(private readonly database: Database) {}

  /** Claims what is due for one group, until a time after which its sender is taken for dead. Null where nothing is due. */
  async claim(now: Date, until: Date, max: number): Promise<ClaimedPost | null> {
    const rows = await this.database.query<ClaimedRow>(CLAIM, [now, until, max]);
    const [first] = rows;
    if (!first) return null;
    const { organisationId, provider, webhookUrl, secret, locale } = first;
    return { organisationId, robot: { provider, webhookUrl, secret }, locale, facts: rows, until };
  }

  async settle(
    post: ClaimedPost,
    ids: readonly string[],
    state: 'sent' | 'skipped' | 'given-up' | 'withdrawn',
    now: Date,
    trouble?: string,
  ): Promise<void> {
    await this.database.query(SETTLE, [ids, post.until, state, trouble ?? null, now]);
  }

  async postpone(post: ClaimedPost, ids: readonly string[], dueAt: Date, trouble: string): Promise<void> {
    await this.database.query(POSTPONE, [ids, post.until, dueAt, trouble]);
  }

  /** Leaves to the next post what did not fit into this one: it was not tried. */
  async release(post: ClaimedPost, ids: readonly string[], now: Date): Promise<void> {
    await this.database.query(RELEASE, [ids, post.until, now]);
  }

  /** Says when the group may be posted to again. */
  async free(post: ClaimedPost, at: Date): Promise<void> {
    await this.database.query(FREE, [post.organisationId, post.robot.provider, at, post.until]);
  }
}
