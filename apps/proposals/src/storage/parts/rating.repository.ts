import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import type { Rating, RatingScope } from '@plenum/proposals-domain';
import { type RatingRow, toRating } from './handling.rows.js';

/** How replies were rated: a table that nothing asks on behalf of a handling unit before the matter is closed. */
@Injectable()
export class RatingRepository {
  /** The ratings of a proposal's handlings: all, or those alone that the member gave. */
  async of(from: Queryable, proposalId: string, scope: Exclude<RatingScope, 'none'>, memberId: string): Promise<readonly Rating[]> {
    const own = scope === 'own' ? ' AND g.rated_by = $2' : '';
    const rows = await from.query<RatingRow>(
      `SELECT g.* FROM ratings g JOIN handlings h ON h.id = g.handling_id WHERE h.proposal_id = $1${own}`,
      scope === 'own' ? [proposalId, memberId] : [proposalId],
    );
    return rows.map(toRating);
  }

  /** Those of one round of a handling: all that decide what becomes of it. */
  async ofRound(from: Queryable, handlingId: string, round: number): Promise<readonly Rating[]> {
    const rows = await from.query<RatingRow>('SELECT * FROM ratings WHERE handling_id = $1 AND round = $2', [handlingId, round]);
    return rows.map(toRating);
  }

  /** Keeps a rating. */
  async add(tx: Transaction, { handlingId, round, attitude, result, comment, by, at }: Rating): Promise<void> {
    await tx.query(
      'INSERT INTO ratings (handling_id, round, attitude, result, comment, rated_by, rated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [handlingId, round, attitude, result, comment, by, at],
    );
  }
}
