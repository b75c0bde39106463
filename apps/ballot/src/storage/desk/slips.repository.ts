import { Injectable } from '@nestjs/common';
import { type Slip, type SlipFate, type Slips, usableSlips } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

/** Slips with voting codes, and who drew one: two sets without a link between them, as with the credentials of devices. */
@Injectable()
export class SlipsRepository {
  async slipsOf(from: Queryable, ballotId: string): Promise<Slips> {
    const slips = await from.query<Slip>('SELECT serial, credential, fate FROM slips WHERE ballot_id = $1 ORDER BY serial', [ballotId]);
    return { slips, holders: (await this.holders(from, ballotId)).length };
  }

  /** Who drew a slip, by id. */
  async holders(from: Queryable, ballotId: string): Promise<readonly string[]> {
    const rows = await from.query<{
      id: string;
    }>('SELECT member_id AS id FROM slip_holders WHERE ballot_id = $1 ORDER BY member_id', [ballotId]);
    return rows.map(({ id }) => id);
  }

  /** Those of the credentials that stand on a slip, of whatever fate. */
  async among(from: Queryable, ballotId: string, credentials: readonly string[]): Promise<readonly string[]> {
    const rows = await from.query<{ credential: string }>('SELECT credential FROM slips WHERE ballot_id = $1 AND credential = ANY($2)', [
      ballotId,
      credentials,
    ]);
    return rows.map(({ credential }) => credential);
  }

  async add(tx: Transaction, ballotId: string, slips: readonly Slip[]): Promise<void> {
    const [serials, credentials, fates] = [
      slips.map(({ serial }) => serial),
      slips.map(({ credential }) => credential),
      slips.map(({ fate }) => fate),
    ];
    await tx.query('INSERT INTO slips (ballot_id, serial, credential, fate) SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[])', [
      ballotId,
      serials,
      credentials,
      fates,
    ]);
  }

  /** What became of slips, of which none counts any more. */
  async end(tx: Transaction, ballotId: string, serials: readonly number[], fate: Exclude<SlipFate, 'usable'>): Promise<void> {
    await tx.query('UPDATE slips SET fate = $3 WHERE ballot_id = $1 AND serial = ANY($2)', [ballotId, serials, fate]);
  }

  /** Marks that the member drew a slip. */
  async give(tx: Transaction, ballotId: string, memberId: string): Promise<void> {
    await tx.query('INSERT INTO slip_holders (ballot_id, member_id) VALUES ($1, $2)', [ballotId, memberId]);
  }

  async take(tx: Transaction, ballotId: string, memberId: string): Promise<void> {
    await tx.query('DELETE FROM slip_holders WHERE ballot_id = $1 AND member_id = $2', [ballotId, memberId]);
  }

  /**
   * Freezes both sets: gives the credentials of the slips that count, and takes these from the table, so that the number on a stub
   * leads nowhere. Those of the void ones stay for everybody to see.
   */
  async freeze(tx: Transaction, ballotId: string): Promise<readonly string[]> {
    const credentials = usableSlips(await this.slipsOf(tx, ballotId)).map(({ credential }) => credential);
    const members = await this.holders(tx, ballotId);
    await tx.query("DELETE FROM slips WHERE ballot_id = $1 AND fate = 'usable'", [ballotId]);
    await tx.query('DELETE FROM slip_holders WHERE ballot_id = $1', [ballotId]);
    await tx.query('INSERT INTO slip_holders (ballot_id, member_id) SELECT $1, unnest($2::uuid[])', [ballotId, members]);
    return credentials;
  }

  /** Voids all slips: those of another roll have another salt. */
  async forget(tx: Transaction, ballotId: string): Promise<void> {
    await tx.query('DELETE FROM slip_holders WHERE ballot_id = $1', [ballotId]);
    await tx.query('DELETE FROM slips WHERE ballot_id = $1', [ballotId]);
  }
}
