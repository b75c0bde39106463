import { Injectable } from '@nestjs/common';
import type { Readable } from '@plenum/directory';
import type { Transaction } from '@plenum/messaging';

/**
 * Who received a sealed paper, and which papers there are: two sets without a link between them. So a lost device cannot be
 * exchanged one by one: the roll is frozen anew, and every device registers again.
 */
@Injectable()
export class CredentialsRepository {
  async hasRegistered(from: Readable, ballotId: string, memberId: string): Promise<boolean> {
    return (await rows(from, 'SELECT 1 FROM sealed_registrations WHERE ballot_id = $1 AND member_id = $2', [ballotId, memberId])).length > 0;
  }

  /** Whether a paper was issued for the credential. */
  async has(from: Readable, ballotId: string, credential: string): Promise<boolean> {
    return (await rows(from, 'SELECT 1 FROM sealed_credentials WHERE ballot_id = $1 AND credential = $2', [ballotId, credential])).length > 0;
  }

  /** Those of the credentials for which a paper was issued. */
  async among(from: Readable, ballotId: string, credentials: readonly string[]): Promise<readonly string[]> {
    const found = await rows<{ credential: string }>(from, 'SELECT credential FROM sealed_credentials WHERE ballot_id = $1 AND credential = ANY($2)', [ballotId, credentials]);
    return found.map(({ credential }) => credential);
  }

  /** Marks that the member has a paper, and adds a paper. */
  async register(tx: Transaction, ballotId: string, memberId: string, credential: string): Promise<void> {
    await tx.query('INSERT INTO sealed_registrations (ballot_id, member_id) VALUES ($1, $2)', [ballotId, memberId]);
    await tx.query('INSERT INTO sealed_credentials (ballot_id, credential) VALUES ($1, $2)', [ballotId, credential]);
  }

  /** The same for many who do not exist: of real ones nobody knows who has which. */
  async registerAll(tx: Transaction, ballotId: string, memberIds: readonly string[], credentials: readonly string[]): Promise<void> {
    await tx.query('INSERT INTO sealed_registrations (ballot_id, member_id) SELECT $1, unnest($2::uuid[])', [ballotId, memberIds]);
    await tx.query('INSERT INTO sealed_credentials (ballot_id, credential) SELECT $1, unnest($2::text[])', [ballotId, credentials]);
  }

  /** The members who have a paper, by id. */
  async holders(from: Readable, ballotId: string): Promise<readonly string[]> {
    const found = await rows<{ member_id: string }>(from, 'SELECT member_id FROM sealed_registrations WHERE ballot_id = $1 ORDER BY member_id', [ballotId]);
    return found.map(({ member_id }) => member_id);
  }

  async count(from: Readable, ballotId: string): Promise<number> {
    const [row] = await rows<{ registered: number }>(from, 'SELECT count(*)::int AS registered FROM sealed_registrations WHERE ballot_id = $1', [ballotId]);
    return row?.registered ?? 0;
  }

  /**
   * Freezes both sets: gives the credentials, those of the slips with voting codes among them, and writes all rows anew in one transaction and sorted, so that neither their
   * places nor their transactions say any more who registered when.
   */
  async freeze(tx: Transaction, ballotId: string, ofSlips: readonly string[]): Promise<readonly string[]> {
    const members = await this.holders(tx, ballotId);
    const issued = await rows<{ credential: string }>(tx, 'SELECT credential FROM sealed_credentials WHERE ballot_id = $1', [ballotId]);
    const credentials = [...issued.map(({ credential }) => credential), ...ofSlips].sort();
    await this.forget(tx, ballotId);
    await tx.query('INSERT INTO sealed_registrations (ballot_id, member_id) SELECT $1, unnest($2::uuid[])', [ballotId, members]);
    await tx.query('INSERT INTO sealed_credentials (ballot_id, credential) SELECT $1, unnest($2::text[])', [ballotId, credentials]);
    return credentials;
  }

  /** Begins the registration anew. */
  async forget(tx: Transaction, ballotId: string): Promise<void> {
    await tx.query('DELETE FROM sealed_registrations WHERE ballot_id = $1', [ballotId]);
    await tx.query('DELETE FROM sealed_credentials WHERE ballot_id = $1', [ballotId]);
  }
}

const rows = async <R = object>(from: Readable, sql: string, values: unknown[]): Promise<R[]> => (await from.query(sql, values)) as R[];
