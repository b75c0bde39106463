import { Injectable } from '@nestjs/common';
import { BallotErrors, type StoredJson, type ResultObjection } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

interface ObjectionRow {
  readonly id: string;
  readonly ballot_id: string;
  readonly member_id: string;
  readonly text: string;
  readonly raised_at: Date;
  readonly answer: StoredJson<ResultObjection['answer']>;
}

/** What people object to a posted result, and what they were answered. */
@Injectable()
export class ObjectionsRepository {
  /** The objections to a ballot, the first first: of everybody, or of one member. */
  async objectionsTo(from: Queryable, ballotId: string, memberId: string | null): Promise<readonly ResultObjection[]> {
    const rows = await from.query<ObjectionRow>(
      'SELECT * FROM ballot_objections WHERE ballot_id = $1 AND ($2::uuid IS NULL OR member_id = $2) ORDER BY raised_at, id',
      [ballotId, memberId],
    );
    return rows.map(toObjection);
  }

  /** @throws `ballot.objection-unknown` */
  async find(from: Queryable, ballotId: string, id: string): Promise<ResultObjection> {
    const [row] = await from.query<ObjectionRow>('SELECT * FROM ballot_objections WHERE ballot_id = $1 AND id = $2', [ballotId, id]);
    if (!row) throw BallotErrors.objectionUnknown();
    return toObjection(row);
  }

  /** Whether the member has one that is not answered yet. */
  async isPending(from: Queryable, ballotId: string, memberId: string): Promise<boolean> {
    const pending = await from.query('SELECT FROM ballot_objections WHERE ballot_id = $1 AND member_id = $2 AND answer IS NULL', [
      ballotId,
      memberId,
    ]);
    return pending.length > 0;
  }

  async add(tx: Transaction, { id, ballotId, memberId, text, at }: ResultObjection): Promise<void> {
    await tx.query('INSERT INTO ballot_objections (id, ballot_id, member_id, text, raised_at) VALUES ($1, $2, $3, $4, $5)', [
      id,
      ballotId,
      memberId,
      text,
      at,
    ]);
  }

  async answer(tx: Transaction, { id, answer }: ResultObjection): Promise<void> {
    await tx.query('UPDATE ballot_objections SET answer = $2 WHERE id = $1', [id, JSON.stringify(answer)]);
  }
}

const toObjection = ({ id, ballot_id: ballotId, member_id: memberId, text, raised_at: at, answer }: ObjectionRow): ResultObjection => ({
  id,
  ballotId,
  memberId,
  text,
  at,
  answer: answer && { ...answer, at: new Date(answer.at) },
});
