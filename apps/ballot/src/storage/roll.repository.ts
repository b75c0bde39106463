import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';

/** Who may vote on a ballot, and who of them was there when it opened. Nothing else about them is ever kept. */
@Injectable()
export class RollRepository {
  /** Fixes the roll, in place of one fixed before. */
  async freeze(tx: Transaction, ballotId: string, memberIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM ballot_rolls WHERE ballot_id = $1', [ballotId]);
    await tx.query('INSERT INTO ballot_rolls (ballot_id, member_id) SELECT $1, unnest($2::uuid[])', [ballotId, memberIds]);
  }

  /** How many of the roll are among the members. */
  async countAmong(from: Queryable, ballotId: string, memberIds: readonly string[]): Promise<number> {
    const [row] = await from.query<{ among: number }>(
      'SELECT count(*)::int AS among FROM ballot_rolls WHERE ballot_id = $1 AND member_id = ANY($2)',
      [ballotId, memberIds],
    );
    return row?.among ?? 0;
  }

  /** Marks who of the roll is there. @returns how many they are (实到) */
  async markPresent(tx: Transaction, ballotId: string, presentMemberIds: readonly string[]): Promise<number> {
    await tx.query('UPDATE ballot_rolls SET present = (member_id = ANY($2)) WHERE ballot_id = $1', [ballotId, presentMemberIds]);
    return this.countAmong(tx, ballotId, presentMemberIds);
  }

  /** Marks somebody of the roll who came after the opening. */
  async markArrived(tx: Transaction, ballotId: string, memberId: string): Promise<void> {
    await tx.query('UPDATE ballot_rolls SET present = true WHERE ballot_id = $1 AND member_id = $2', [ballotId, memberId]);
  }

  /** The member's place on the roll; null for who is not on it. */
  async placeOf(from: Queryable, ballotId: string, memberId: string): Promise<{ readonly present: boolean | null } | null> {
    const [place] = await from.query<{ present: boolean | null }>(
      'SELECT present FROM ballot_rolls WHERE ballot_id = $1 AND member_id = $2',
      [ballotId, memberId],
    );
    return place ?? null;
  }

  /** Everybody on the roll who was there when the voting opened, or came later and got a paper. */
  async presentIds(from: Queryable, ballotId: string): Promise<readonly string[]> {
    const rows = await from.query<{
      id: string;
    }>('SELECT member_id AS id FROM ballot_rolls WHERE ballot_id = $1 AND present', [ballotId]);
    return rows.map(({ id }) => id);
  }

  /** Everybody on the roll. */
  async memberIds(from: Queryable, ballotId: string): Promise<readonly string[]> {
    const rows = await from.query<{ id: string }>('SELECT member_id AS id FROM ballot_rolls WHERE ballot_id = $1', [ballotId]);
    return rows.map(({ id }) => id);
  }
}
