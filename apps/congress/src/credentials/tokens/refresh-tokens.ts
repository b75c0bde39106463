import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Device } from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Actor, ChangeRecords, EndedSignIns } from '@plenum/service-kit';

const DAY_MS = 86_400_000;
const TOKEN_LIFE_MS = 7 * DAY_MS; // Somebody who does not come back for a week signs in again.
const FAMILY_LIFE_MS = 30 * DAY_MS; // And everybody does once a month.
const GRACE_MS = 30_000; // A lost answer is asked for again within seconds; a thief who comes later ends the family.
const FOUND = `
  SELECT t.family_id AS "familyId", t.used_at AS "usedAt", t.successor_salt AS "successorSalt", t.expires_at AS "expiresAt",
    f.expires_at AS "familyExpiresAt", f.ended_at AS "endedAt",
         m.id AS "memberId", m.organisation_id AS "organisationId", m.active
    FROM refresh_tokens t JOIN refresh_families f ON f.id = t.family_id JOIN members m ON m.id = f.member_id
   WHERE t.hash = $1 FOR UPDATE OF f, t
`;

const BEGIN =
  'INSERT INTO refresh_families (id, member_id, began_at, last_used_at, expires_at, browser, system) VALUES ($1, $2, $3, $3, $4, $5, $6)';
const END =
  'UPDATE refresh_families SET ended_at = $2, ended_since = $3 WHERE member_id = $1 AND ended_at IS NULL AND id = ANY($4) RETURNING id';
// Nobody can go on with them: none of their tokens may be traded any more.
const LAPSED = `
  SELECT id FROM refresh_families f
   WHERE member_id = $1 AND ended_at IS NULL
     AND NOT EXISTS (SELECT FROM refresh_tokens t WHERE t.family_id = f.id AND t.expires_at > $2)
   ORDER BY id`;
const RUNNING = 'SELECT id FROM refresh_families WHERE member_id = $1 AND ended_at IS NULL ORDER BY id';

/** A token for the cookie, how long it may be used, and the sign-in that it belongs to. */
export interface RefreshToken {
  readonly token: string;
  readonly expiresAt: Date;
  readonly signInId: string;
}

interface FoundToken {
  readonly familyId: string;
  readonly usedAt: Date | null;
  readonly successorSalt: string | null;
  readonly expiresAt: Date;
  readonly familyExpiresAt: Date;
  readonly endedAt: Date | null;
  readonly memberId: string;
  readonly organisationId: string;
  readonly active: boolean;
}

/**
 * Refresh tokens, each used once. All tokens that come of one sign-in are a family, which people know as a device of theirs: a token
 * that turns up a second time was stolen by one of the two who used it, so the family ends (RFC 9700, 4.14.2). Whatever ends a family
 * ends its access tokens and streams with it, in every service.
 *
 * With one exception: the answer may have been lost on its way, or two tabs asked at once. Within a short grace, and as long as nobody has
 * used the successor, the same successor is answered again. It follows from the token and a salt that lies here: neither who reads this
 * table nor who holds an old token can make it alone.
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
    private readonly ended: EndedSignIns,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a family: somebody signed in by `action` on a device. `also` does what else belongs to it in the same transaction, and says what
   * the audit trail holds of it.
   * Families of theirs that have lapsed end with it, which everybody hears who keeps something of a sign-in, and what is long over is
   * cleared away.
   */
  async begin(
    { memberId, organisationId }: Actor,
    { browser, system }: Device,
    action: string,
    also: (tx: Transaction) => Promise<object> = async () => ({}),
  ): Promise<RefreshToken> {
    const [familyId, now] = [randomUUID(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + FAMILY_LIFE_MS);
    return this.database.transaction(async (tx) => {
      const more = await also(tx);
      const lapsed = await tx.query<{ id: string }>(LAPSED, [memberId, now]);
      await this.endFamilies(
        tx,
        { memberId, organisationId },
        lapsed.map(({ id }) => id),
        'sign-in-lapsed',
      );
      await tx.query('DELETE FROM refresh_families WHERE member_id = $1 AND expires_at < $2', [memberId, now]);
      await tx.query(BEGIN, [familyId, memberId, now, expiresAt, browser, system]);
      const request = { actor: { organisationId, memberId }, action };
      await this.records.write(tx, request, {
        subject: { kind: 'sign-in', id: familyId },
        after: { memberId, ...more },
      });
      return this.add(tx, familyId, expiresAt);
    });
  }

  /** Trades a token for the next one. Null when it cannot be traded; one that was traded before, and not just now, ends its family. */
  async rotate(token: string): Promise<{ readonly actor: Actor; readonly next: RefreshToken } | null> {
    return this.database.transaction(async (tx) => {
      const [found] = await tx.query<FoundToken>(FOUND, [hashOf(token)]);
      const now = this.clock.now();
      if (!found || found.endedAt || !found.active || found.expiresAt <= now) return null;
      const actor = { memberId: found.memberId, organisationId: found.organisationId };
      if (found.usedAt) {
        const again = await this.successorAgain(tx, token, found, now);
        if (again) return { actor, next: again };
        await this.endFamilies(tx, found, [found.familyId], 'refresh-token-reused');
        return null;
      }
      const salt = randomBytes(32).toString('base64url');
      await tx.query('UPDATE refresh_tokens SET used_at = $2, successor_salt = $3 WHERE hash = $1', [hashOf(token), now, salt]);
      await tx.query('UPDATE refresh_families SET last_used_at = $2 WHERE id = $1', [found.familyId, now]);
      return { actor, next: await this.add(tx, found.familyId, found.familyExpiresAt, successorOf(token, salt)) };
    });
  }

  /** The successor that was answered before, where its answer may have been lost: within the grace, and not used yet. */
  private async successorAgain(
    tx: Transaction,
    token: string,
    { familyId, usedAt, successorSalt }: FoundToken,
    now: Date,
  ): Promise<RefreshToken | null> {
    if (!usedAt || successorSalt === null || now.getTime() - usedAt.getTime() > GRACE_MS) return null;
    const successor = successorOf(token, successorSalt);
    const [unused] = await tx.query<{ expiresAt: Date }>(
      'SELECT expires_at AS "expiresAt" FROM refresh_tokens WHERE hash = $1 AND used_at IS NULL',
      [hashOf(successor)],
    );
    return unused ? { token: successor, expiresAt: unused.expiresAt, signInId: familyId } : null;
  }

  /** Ends the family of a token: somebody signed out. An unknown token ends nothing. */
  async endFamilyOf(token: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [found] = await tx.query<FoundToken>(FOUND, [hashOf(token)]);
      if (found) await this.endFamilies(tx, found, [found.familyId], 'sign-out');
    });
    await this.ended.look();
  }

  /**
   * Ends every family of a member but the one that is spared: the password changed, or the member left. It shows at once where {@link
   * settled} is awaited.
   */
  async endAllOf(tx: Transaction, member: Actor, since: string, spared: string | null = null): Promise<readonly string[]> {
    const running = await tx.query<{ id: string }>(RUNNING, [member.memberId]);
    return this.endFamilies(
      tx,
      member,
      running.map(({ id }) => id).filter((id) => id !== spared),
      since,
    );
  }

  /** Ends one family of a member. @returns whether it was one, and ran */
  async endOne(tx: Transaction, member: Actor, familyId: string, since: string): Promise<boolean> {
    return (await this.endFamilies(tx, member, [familyId], since)).length > 0;
  }

  /** What was ended before this call shows here when it resolves; other services hear it. */
  settled(): Promise<void> {
    return this.ended.look();
  }

  private async endFamilies(
    tx: Transaction,
    { memberId, organisationId }: Actor,
    familyIds: readonly string[],
    since: string,
  ): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(END, [memberId, this.clock.now(), since, familyIds]);
    const signInIds = rows.map(({ id }) => id);
    if (signInIds.length === 0) return signInIds;
    const by = since === 'refresh-token-reused' || since === 'member-left' ? null : memberId;
    const request = { actor: { organisationId, memberId: by }, action: since };
    for (const id of signInIds) await this.records.write(tx, request, { subject: { kind: 'sign-in', id }, after: { memberId } });
    await this.ended.note(tx, signInIds);
    await this.records.publish(tx, [
      { name: 'congress.sign-ins-ended.v1', aggregateId: memberId, version: 1, data: { organisationId, memberId, signInIds } },
    ]);
    return signInIds;
  }

  private async add(
    tx: Transaction,
    familyId: string,
    familyExpiresAt: Date,
    token = randomBytes(32).toString('base64url'),
  ): Promise<RefreshToken> {
    const expiresAt = new Date(Math.min(this.clock.now().getTime() + TOKEN_LIFE_MS, familyExpiresAt.getTime()));
    await tx.query('INSERT INTO refresh_tokens (hash, family_id, expires_at) VALUES ($1, $2, $3)', [hashOf(token), familyId, expiresAt]);
    return { token, expiresAt, signInId: familyId };
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const successorOf = (token: string, salt: string): string =>
  createHmac('sha256', Buffer.from(salt, 'base64url')).update(token).digest('base64url');
