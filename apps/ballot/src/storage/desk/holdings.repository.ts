import { Injectable } from '@nestjs/common';
import type { Holding } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

const HOLDERS = `
    SELECT member_id AS id
    FROM held_credentials
    WHERE ballot_id = $1
    UNION ALL
    SELECT member_id
    FROM slip_holders
    WHERE ballot_id = $1
    UNION ALL
    SELECT member_id
    FROM issued_papers
    WHERE ballot_id = $1
  `;
const HOLDING = `SELECT CASE
  WHEN EXISTS (SELECT FROM held_credentials WHERE ballot_id = $1 AND member_id = $2) THEN 'credential'
  WHEN EXISTS (SELECT FROM slip_holders WHERE ballot_id = $1 AND member_id = $2) THEN 'slip'
  WHEN EXISTS (SELECT FROM issued_papers WHERE ballot_id = $1 AND member_id = $2) THEN 'paper' END AS holds`;

/** Who has something to vote with, whichever channel it is of: one thing each, never which. */
@Injectable()
export class HoldingsRepository {
  async holdingOf(from: Queryable, ballotId: string, memberId: string): Promise<Holding | null> {
    const [row] = await from.query<{ holds: Holding | null }>(HOLDING, [ballotId, memberId]);
    return row?.holds ?? null;
  }

  /** Everybody who has something, on whatever channel. */
  async holders(from: Queryable, ballotId: string): Promise<readonly string[]> {
    return idsIn(from, HOLDERS, ballotId);
  }

  /** Everybody who has a sheet of paper, by id. */
  async paperHolders(from: Queryable, ballotId: string): Promise<readonly string[]> {
    return idsIn(from, 'SELECT member_id AS id FROM issued_papers WHERE ballot_id = $1 ORDER BY member_id', ballotId);
  }

  /** Marks that the member has a sheet of paper. */
  async givePaper(tx: Transaction, ballotId: string, memberId: string): Promise<void> {
    await tx.query('INSERT INTO issued_papers (ballot_id, member_id) VALUES ($1, $2)', [ballotId, memberId]);
  }

  async takePaper(tx: Transaction, ballotId: string, memberId: string): Promise<void> {
    await tx.query('DELETE FROM issued_papers WHERE ballot_id = $1 AND member_id = $2', [ballotId, memberId]);
  }

  /** Writes the register anew in one transaction and sorted, so that no row tells by its place who was served when. */
  async freezePapers(tx: Transaction, ballotId: string): Promise<void> {
    const members = await this.paperHolders(tx, ballotId);
    await this.forgetPapers(tx, ballotId);
    await tx.query('INSERT INTO issued_papers (ballot_id, member_id) SELECT $1, unnest($2::uuid[])', [ballotId, members]);
  }

  async forgetPapers(tx: Transaction, ballotId: string): Promise<void> {
    await tx.query('DELETE FROM issued_papers WHERE ballot_id = $1', [ballotId]);
  }
}

async function idsIn(from: Queryable, sql: string, ballotId: string): Promise<readonly string[]> {
  return (await from.query<{ id: string }>(sql, [ballotId])).map(({ id }) => id);
}
