import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock, DomainError } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';

/** Which of one's own notices one has read. */
@Injectable()
export class ReadMarksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Marks a notice as read; the first time counts. @throws DomainError `notifier.not-found` when it is not one's own */
  async read({ memberId }: Actor, id: string): Promise<void> {
    const touched = await this.database.query(
      'UPDATE notices SET read_at = coalesce(read_at, $3) WHERE id = $1 AND member_id = $2 RETURNING id',
      [id, memberId, this.clock.now()],
    );
    if (touched.length === 0) throw new DomainError('notifier.not-found', 'not-found');
  }

  /** Marks everything as read that came until now. */
  async readAll({ memberId }: Actor): Promise<void> {
    await this.database.query('UPDATE notices SET read_at = $2 WHERE member_id = $1 AND read_at IS NULL AND created_at <= $2', [
      memberId,
      this.clock.now(),
    ]);
  }
}
