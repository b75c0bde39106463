import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';

/** What a program said of an archive before its result was put on the board. */
export interface VerifierVerdict {
  readonly verifier: string;
  readonly version: string | null;
  /** Absent where it was not installed; unfit where it failed its self-test, so that what it would say means nothing. */
  readonly verdict: 'accepted' | 'absent' | 'unfit';
}

/** The judgement under which the results of sealed ballots stand. */
@Injectable()
export class VerdictsRepository {
  /** By the name of the program; empty until there is a result. */
  async verdictsOn(from: Queryable, ballotId: string): Promise<readonly VerifierVerdict[]> {
    return await from.query<VerifierVerdict>(
      'SELECT verifier, version, verdict FROM sealed_verdicts WHERE ballot_id = $1 ORDER BY verifier',
      [ballotId],
    );
  }

  /** Keeps what was said, with the result. `head` is the last event that was judged. */
  async keep(tx: Transaction, ballotId: string, head: string, verdicts: readonly VerifierVerdict[]): Promise<void> {
    for (const { verifier, version, verdict } of verdicts) {
      await tx.query('INSERT INTO sealed_verdicts (ballot_id, verifier, version, verdict, head) VALUES ($1, $2, $3, $4, $5)', [
        ballotId,
        verifier,
        version,
        verdict,
        head,
      ]);
    }
  }
}
