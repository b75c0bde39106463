import { Injectable } from '@nestjs/common';
import { type Ballot, type CeremonyRound, thresholdTrusteesOf, KeyCeremony } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

interface MessageRow {
  readonly round: CeremonyRound;
  readonly member_id: string;
  readonly message: string;
}

/** What the scrutineers' devices said in the key ceremonies. */
@Injectable()
export class CeremonyRepository {
  async ceremonyOf(from: Queryable, ballot: Ballot): Promise<KeyCeremony> {
    const rows = await from.query<MessageRow>('SELECT round, member_id, message FROM sealed_ceremony WHERE ballot_id = $1', [ballot.id]);
    const said = (round: CeremonyRound) =>
      new Map(rows.filter((row) => row.round === round).map(({ member_id, message }) => [member_id, message]));
    return new KeyCeremony(thresholdTrusteesOf(ballot), {
      certificate: said('certificate'),
      polynomial: said('polynomial'),
      output: said('output'),
    });
  }

  async keep(tx: Transaction, ballotId: string, round: CeremonyRound, memberId: string, message: string): Promise<void> {
    await tx.query('INSERT INTO sealed_ceremony (ballot_id, round, member_id, message) VALUES ($1, $2, $3, $4)', [
      ballotId,
      round,
      memberId,
      message,
    ]);
  }

  /** Begins the ceremony anew: other scrutineers sit in other seats. */
  async forget(tx: Transaction, ballotId: string): Promise<void> {
    await tx.query('DELETE FROM sealed_ceremony WHERE ballot_id = $1', [ballotId]);
  }
}
