import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import { decipherCredential, drawRegistrationKey, encipherCredential } from './registration-cipher.js';

/** What a credential is to the member who sends it: new, the member's own of before, or that of somebody. */
export type CredentialKnown = 'nobodys' | 'own' | 'anothers';

interface RegistrationKey {
  readonly id: string;
  readonly secret: Buffer;
}

const UNREADABLE = `SELECT r.member_id FROM sealed_registrations r WHERE r.ballot_id = $1
  AND NOT EXISTS (SELECT FROM held_credentials h WHERE h.ballot_id = r.ballot_id AND h.member_id = r.member_id)`;
const HOLDS_ANOTHER = `EXISTS (SELECT FROM issued_papers p WHERE p.ballot_id = r.ballot_id AND p.member_id = r.member_id)
  OR EXISTS (SELECT FROM slip_holders s WHERE s.ballot_id = r.ballot_id AND s.member_id = r.member_id)`;

/**
 * Who received a sealed paper, and which papers there are. Until the voting opens, a credential stands beside its member, enciphered, so
 * that one paper can be taken back; the opening makes two sets without a link of them and takes the key away.
 */
@Injectable()
export class CredentialsRepository {
  /** Whether the member registered, also where the paper cannot be read any more. */
  async hasRegistered(from: Queryable, ballotId: string, memberId: string): Promise<boolean> {
    return (
      (await from.query('SELECT 1 FROM sealed_registrations WHERE ballot_id = $1 AND member_id = $2', [ballotId, memberId])).length > 0
    );
  }

  /** What the credential is to the member. */
  async known(tx: Transaction, ballotId: string, memberId: string, credential: string): Promise<CredentialKnown> {
    const key = await keyOf(tx, ballotId);
    if (!key) return (await this.among(tx, ballotId, [credential])).length > 0 ? 'anothers' : 'nobodys';
    const [pending] = await tx.query<{ member_id: string }>(
      'SELECT member_id FROM pending_credentials WHERE ballot_id = $1 AND sealed = $2',
      [ballotId, encipherCredential(key.secret, credential)],
    );
    if (!pending) return 'nobodys';
    return pending.member_id === memberId ? 'own' : 'anothers';
  }

  /** Those of the credentials for which a paper was issued. */
  async among(from: Queryable, ballotId: string, credentials: readonly string[]): Promise<readonly string[]> {
    const found = await from.query<{ credential: string }>(
      'SELECT credential FROM sealed_credentials WHERE ballot_id = $1 AND credential = ANY($2)',
      [ballotId, credentials],
    );
    const key = await keyOf(from, ballotId);
    if (!key) return found.map(({ credential }) => credential);
    const sealed = credentials.map((credential) => encipherCredential(key.secret, credential));
    const pending = await from.query<{ sealed: Buffer }>(
      'SELECT sealed FROM pending_credentials WHERE ballot_id = $1 AND sealed = ANY($2)',
      [ballotId, sealed],
    );
    return [...found.map(({ credential }) => credential), ...pending.map((each) => decipherCredential(key.secret, each.sealed))];
  }

  /** Marks that the member has a paper, and keeps its credential for the opening. One that cannot be read any more is replaced. */
  async register(tx: Transaction, ballotId: string, memberId: string, credential: string): Promise<void> {
    const { id, secret } = (await keyOf(tx, ballotId)) ?? (await makeKey(tx, ballotId));
    await this.takeBack(tx, ballotId, memberId);
    await tx.query('INSERT INTO sealed_registrations (ballot_id, member_id) VALUES ($1, $2)', [ballotId, memberId]);
    await tx.query('INSERT INTO pending_credentials (ballot_id, member_id, key_id, sealed) VALUES ($1, $2, $3, $4)', [
      ballotId,
      memberId,
      id,
      encipherCredential(secret, credential),
    ]);
  }

  /** The member has no paper any more. Before the opening; after it nobody knows which was whose. */
  async takeBack(tx: Transaction, ballotId: string, memberId: string): Promise<void> {
    await tx.query('DELETE FROM sealed_registrations WHERE ballot_id = $1 AND member_id = $2', [ballotId, memberId]);
  }

  /** Papers of many who do not exist: of real ones nobody knows who has which. */
  async registerAll(tx: Transaction, ballotId: string, memberIds: readonly string[], credentials: readonly string[]): Promise<void> {
    await tx.query('INSERT INTO sealed_registrations (ballot_id, member_id) SELECT $1, unnest($2::uuid[])', [ballotId, memberIds]);
    await tx.query('INSERT INTO sealed_credentials (ballot_id, credential) SELECT $1, unnest($2::text[])', [ballotId, credentials]);
  }

  /** The members who have a paper, by id. */
  async holders(from: Queryable, ballotId: string): Promise<readonly string[]> {
    const found = await from.query<{ member_id: string }>(
      'SELECT member_id FROM held_credentials WHERE ballot_id = $1 ORDER BY member_id',
      [ballotId],
    );
    return found.map(({ member_id }) => member_id);
  }

  async count(from: Queryable, ballotId: string): Promise<number> {
    const [row] = await from.query<{ registered: number }>(
      'SELECT count(*)::int AS registered FROM held_credentials WHERE ballot_id = $1',
      [ballotId],
    );
    return row?.registered ?? 0;
  }

  /** Members whose paper cannot be read any more, since the database lost its key, and who have nothing else instead. */
  async unreadable(from: Queryable, ballotId: string): Promise<number> {
    return (await from.query(`${UNREADABLE} AND NOT (${HOLDS_ANOTHER})`, [ballotId])).length;
  }

  /**
   * Freezes both sets: gives the credentials, those of the slips with voting codes among them, and writes all rows anew in one transaction
   * and sorted, so that neither their places nor their transactions say any more who registered when. The key goes, and with it what tied
   * the one to the other.
   */
  async freeze(tx: Transaction, ballotId: string, ofSlips: readonly string[]): Promise<readonly string[]> {
    const members = await this.holders(tx, ballotId);
    const credentials = [...(await this.issued(tx, ballotId)), ...ofSlips].sort();
    await this.forget(tx, ballotId);
    await tx.query('INSERT INTO sealed_registrations (ballot_id, member_id) SELECT $1, unnest($2::uuid[])', [ballotId, members]);
    await tx.query('INSERT INTO sealed_credentials (ballot_id, credential) SELECT $1, unnest($2::text[])', [ballotId, credentials]);
    return credentials;
  }

  /** Begins the registration anew. */
  async forget(tx: Transaction, ballotId: string): Promise<void> {
    await tx.query('DELETE FROM sealed_registrations WHERE ballot_id = $1', [ballotId]);
    await tx.query('DELETE FROM sealed_credentials WHERE ballot_id = $1', [ballotId]);
    await tx.query('DELETE FROM registration_keys WHERE ballot_id = $1', [ballotId]);
  }

  /** The credentials of devices, those that the key still opens. */
  private async issued(tx: Transaction, ballotId: string): Promise<readonly string[]> {
    const open = await tx.query<{ credential: string }>('SELECT credential FROM sealed_credentials WHERE ballot_id = $1', [ballotId]);
    const key = await keyOf(tx, ballotId);
    if (!key) return open.map(({ credential }) => credential);
    const pending = await tx.query<{ sealed: Buffer }>('SELECT sealed FROM pending_credentials WHERE ballot_id = $1 AND key_id = $2', [
      ballotId,
      key.id,
    ]);
    return [...open.map(({ credential }) => credential), ...pending.map(({ sealed }) => decipherCredential(key.secret, sealed))];
  }
}

async function keyOf(from: Queryable, ballotId: string): Promise<RegistrationKey | null> {
  const [key] = await from.query<RegistrationKey>('SELECT id, secret FROM registration_keys WHERE ballot_id = $1', [ballotId]);
  return key ?? null;
}

/** The ballot's row is locked by whoever registers: nobody else makes a key meanwhile. */
async function makeKey(tx: Transaction, ballotId: string): Promise<RegistrationKey> {
  const key = { id: randomUUID(), secret: drawRegistrationKey() };
  await tx.query('INSERT INTO registration_keys (ballot_id, id, secret) VALUES ($1, $2, $3)', [ballotId, key.id, key.secret]);
  return key;
}
