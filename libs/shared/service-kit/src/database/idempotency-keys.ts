import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { DomainError, MalformedError } from '@plenum/kernel';
import type { Actor } from '../access/actor.js';
import type { ChangeRequest } from '../changes/change-request.js';

const KEY_LENGTH_MAX = 100;

/** A request that its client may send again: who, to which endpoint, under which key, with what. */
export interface RetryableRequest {
  readonly actor: string;
  /** The endpoint, e.g. `POST /proposals`. */
  readonly route: string;
  /** The client's `Idempotency-Key`; without one the work is simply done. */
  readonly key: string | undefined;
  readonly content: unknown;
}

/** Remembers what a request was answered, so that the same request sent twice is done once. */
@Injectable()
export class IdempotencyKeys {
  /**
   * Does the work once per key. A second request waits for the first one's transaction and gets its answer.
   * @throws DomainError `idempotency-key-reused` when the key came with another content.
   */
  async once<T extends object>(tx: Transaction, { actor, route, key, content }: RetryableRequest, work: () => Promise<T>): Promise<T> {
    if (key === undefined) return work();
    if (key.length === 0 || key.length > KEY_LENGTH_MAX) throw new MalformedError([{ field: 'Idempotency-Key', reason: 'length' }]);
    const contentHash = createHash('sha256')
      .update(JSON.stringify(content ?? null))
      .digest('hex');
    const claimed = await tx.query(
      'INSERT INTO idempotency_keys (actor_id, route, key, content_hash) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key',
      [actor, route, key, contentHash],
    );
    if (claimed.length === 0) return this.answered<T>(tx, actor, route, key, contentHash);
    const answer = await work();
    await tx.query('UPDATE idempotency_keys SET answer = $4 WHERE actor_id = $1 AND route = $2 AND key = $3', [
      actor,
      route,
      key,
      JSON.stringify(answer),
    ]);
    return answer;
  }

  /** The same for a change that is asked for; one that brings no key is simply made. @throws as {@link once} */
  changeOnce<T extends object>(
    tx: Transaction,
    { actor, retry }: Pick<ChangeRequest<Actor>, 'actor' | 'retry'>,
    route: string,
    work: () => Promise<T>,
  ): Promise<T> {
    return retry ? this.once(tx, { actor: actor.memberId, route, ...retry }, work) : work();
  }

  private async answered<T>(tx: Transaction, actor: string, route: string, key: string, contentHash: string): Promise<T> {
    const [earlier] = await tx.query<{ content_hash: string; answer: T }>(
      'SELECT content_hash, answer FROM idempotency_keys WHERE actor_id = $1 AND route = $2 AND key = $3',
      [actor, route, key],
    );
    if (!earlier || earlier.content_hash !== contentHash) throw new DomainError('idempotency-key-reused', 'unprocessable');
    return earlier.answer;
  }
}
