import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { LateBounce } from './delivery-status.js';

/** How far a mailbox was read: its numbers hold as long as its validity does (RFC 3501, 2.3.1.1). */
export interface ReadThrough {
  readonly validity: string;
  readonly uid: number;
}

/** What bounced after it was taken, and how far the mailbox was read that says so. */
@Injectable()
export class BouncesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Marks what went out in a letter as bounced: once, and only what was sent. @returns whether it was marked now */
  async bounce({ letterId, reason }: LateBounce): Promise<boolean> {
    const marked = await this.database.query(
      `UPDATE deliveries SET state = 'bounced', trouble = $2 WHERE letter_id = $1 AND channel = 'mail' AND state = 'sent' RETURNING id`,
      [letterId, reason],
    );
    return marked.length > 0;
  }

  /** How far a mailbox was read, nothing of it where its numbers are others now. */
  async readThrough(mailbox: string, validity: string): Promise<number> {
    const [row] = await this.database.query<{ uid: string }>('SELECT uid FROM bounce_mailboxes WHERE mailbox = $1 AND validity = $2', [
      mailbox,
      validity,
    ]);
    return Number(row?.uid ?? 0);
  }

  async keepRead(mailbox: string, { validity, uid }: ReadThrough): Promise<void> {
    await this.database.query(
      `INSERT INTO bounce_mailboxes (mailbox, validity, uid, read_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (mailbox) DO UPDATE SET validity = excluded.validity, uid = excluded.uid, read_at = excluded.read_at`,
      [mailbox, validity, uid, this.clock.now()],
    );
  }
}
