import { Injectable } from '@nestjs/common';
import type { Locale, NoticeCode } from '@plenum/contracts';
import { Database } from '@plenum/database';

/** A delivery that this process has claimed, with all that its letter needs. */
export interface ClaimedDelivery {
  readonly id: string;
  /** This try included. */
  readonly tries: number;
  /** An earlier sender died with it: it may have been sent before. */
  readonly isResend: boolean;
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  /** Null while the directory does not know the member. */
  readonly name: string | null;
  readonly address: string | null;
  readonly isActive: boolean | null;
  readonly locale: Locale;
  /** The vote that it is about can be taken part in no more. */
  readonly isVoteOver: boolean;
}

const CLAIM = `
  WITH due AS (
    SELECT id, state = 'claimed' AS is_resend FROM deliveries
     WHERE state IN ('due', 'claimed') AND due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ), claimed AS (
    UPDATE deliveries d SET state = 'claimed', due_at = $2, tries = d.tries + 1, resends = d.resends + due.is_resend::int
      FROM due WHERE d.id = due.id
    RETURNING d.id, d.notice_id, d.tries, d.former_address_id, due.is_resend
  )
  SELECT c.id, c.tries, c.is_resend AS "isResend", n.code, n.params, n.link, m.name, CASE WHEN c.former_address_id IS NULL THEN m.mail
    ELSE f.mail END AS address, m.active AS "isActive",
         coalesce(p.locale, 'zh-CN') AS locale, o.ballot_id IS NOT NULL AS "isVoteOver"
    FROM claimed c JOIN notices n ON n.id = c.notice_id
    LEFT JOIN directory_members m ON m.id = n.member_id
    LEFT JOIN former_addresses f ON f.id = c.former_address_id
    LEFT JOIN preferences p ON p.member_id = n.member_id
    LEFT JOIN ballots_over o ON n.link = '/ballots/' || o.ballot_id
`;

/** The deliveries by mail: claimed before they are sent, settled after. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** Claims some deliveries that are due, until a time after which their sender is taken for dead. */
  claim(now: Date, until: Date, max: number): Promise<ClaimedDelivery[]> {
    return this.database.query(CLAIM, [now, until, max]);
  }

  async settle(id: string, state: 'sent' | 'skipped' | 'given-up', now: Date, trouble: string | null = null): Promise<void> {
    await this.database.query(
      `
        UPDATE deliveries
        SET state = $2, trouble = $3, sent_at = CASE WHEN $2 = 'sent' THEN $4::timestamptz END
        WHERE id = $1 AND state = 'claimed'
      `,
      [id, state, trouble, now],
    );
  }

  async postpone(id: string, dueAt: Date, trouble: string): Promise<void> {
    await this.database.query(`UPDATE deliveries SET state = 'due', due_at = $2, trouble = $3 WHERE id = $1 AND state = 'claimed'`, [
      id,
      dueAt,
      trouble,
    ]);
  }
}
