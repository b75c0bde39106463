import { Injectable } from '@nestjs/common';
import { type Ballot, holdersOf } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

/** The public keys given so far, in the order in which the scrutineers were named: the order of the trustees. */
export interface GivenKeys {
  /** By scrutineer; null where the key is missing. */
  readonly keys: readonly { readonly memberId: string; readonly publicKey: string | null }[];
  readonly missing: readonly string[];
}

/** The keys of the scrutineers' devices. */
@Injectable()
export class TrusteeKeysRepository {
  async keysOf(from: Queryable, ballot: Ballot): Promise<GivenKeys> {
    const rows = await from.query<{
      member_id: string;
      public_key: string;
    }>('SELECT member_id, public_key FROM sealed_keys WHERE ballot_id = $1', [ballot.id]);
    const given = new Map(rows.map(({ member_id, public_key }) => [member_id, public_key]));
    const keys = holdersOf(ballot, 'SCRUTINEER').map((memberId) => ({ memberId, publicKey: given.get(memberId) ?? null }));
    return { keys, missing: keys.filter(({ publicKey }) => publicKey === null).map(({ memberId }) => memberId) };
  }

  /** Keeps a scrutineer's key, in place of one given before. */
  async keep(tx: Transaction, ballotId: string, memberId: string, publicKey: string): Promise<void> {
    await tx.query(
      `
        INSERT INTO sealed_keys (ballot_id, member_id, public_key)
        VALUES ($1, $2, $3)
        ON CONFLICT (ballot_id, member_id)
        DO UPDATE SET public_key = excluded.public_key
      `,
      [ballotId, memberId, publicKey],
    );
  }

  /** Begins the ceremony anew: other scrutineers make other keys. */
  async forget(tx: Transaction, ballotId: string): Promise<void> {
    await tx.query('DELETE FROM sealed_keys WHERE ballot_id = $1', [ballotId]);
  }
}
