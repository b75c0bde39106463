import { Injectable } from '@nestjs/common';
import type { Objection } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

interface ObjectionRow {
  readonly id: string;
  readonly candidateId: string;
  readonly memberId: string;
  readonly grounds: string;
  readonly madeAt: Date;
  readonly upheld: boolean | null;
  readonly reason: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

const OF_BALLOT = `
  SELECT id, candidate_id AS "candidateId", member_id AS "memberId", grounds, made_at AS "madeAt", upheld, reason,
    answered_by AS "answeredBy", answered_at AS "answeredAt"
    FROM candidate_objections WHERE ballot_id = $1 ORDER BY made_at, id
`;

/** What members of the organisation have against candidates. */
@Injectable()
export class CandidateObjectionsRepository {
  /** Those of a ballot, the first first. */
  async objectionsTo(from: Queryable, ballotId: string): Promise<readonly Objection[]> {
    return (await from.query<ObjectionRow>(OF_BALLOT, [ballotId])).map(toObjection);
  }

  async add(tx: Transaction, ballotId: string, { id, nomineeId, memberId, grounds, madeAt }: Objection): Promise<void> {
    const sql =
      'INSERT INTO candidate_objections (id, ballot_id, candidate_id, member_id, grounds, made_at) VALUES ($1, $2, $3, $4, $5, $6)';
    await tx.query(sql, [id, ballotId, nomineeId, memberId, grounds, madeAt]);
  }

  async answer(tx: Transaction, { id, answer }: Objection): Promise<void> {
    const sql = 'UPDATE candidate_objections SET upheld = $2, reason = $3, answered_by = $4, answered_at = $5 WHERE id = $1';
    await tx.query(sql, [id, answer?.upheld, answer?.reason, answer?.answeredBy, answer?.answeredAt]);
  }
}

function toObjection({ id, candidateId, memberId, grounds, madeAt, upheld, reason, answeredBy, answeredAt }: ObjectionRow): Objection {
  const answered = upheld !== null && reason !== null && answeredBy !== null && answeredAt !== null;
  return { id, nomineeId: candidateId, memberId, grounds, madeAt, answer: answered ? { upheld, reason, answeredBy, answeredAt } : null };
}
