import { Injectable } from '@nestjs/common';
import { type Ballot, type DeskSignIn, signedInByDesk, signsIn } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

const ON_ROLL = `
  SELECT d.member_id AS "memberId", d.at, d.made_by AS "madeBy", d.late FROM desk_sign_ins d
    JOIN ballot_rolls b ON b.member_id = d.member_id AND b.ballot_id = $1 WHERE d.session_id = $2 ORDER BY d.at, d.member_id`;

/** Whom another hand signed in to a session, as the congress service told. */
@Injectable()
export class DeskSignInsRepository {
  /** Those on the roll, until the ballot closed or so far. Nobody where nobody signs in. */
  async onRoll(from: Queryable, { id, sessionId, electorate, closedAt }: Ballot): Promise<readonly DeskSignIn[]> {
    if (!signsIn(electorate)) return [];
    return signedInByDesk(await from.query<DeskSignIn>(ON_ROLL, [id, sessionId]), closedAt);
  }

  async keep(tx: Transaction, sessionId: string, { memberId, at, madeBy, late }: DeskSignIn): Promise<void> {
    await tx.query('INSERT INTO desk_sign_ins (session_id, member_id, at, made_by, late) VALUES ($1, $2, $3, $4, $5)', [
      sessionId,
      memberId,
      at,
      madeBy,
      late,
    ]);
  }
}
