import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import { AuditTrail, Database, type Actor } from '@plenum/service-kit';
import type { EntityManager } from 'typeorm';

const DAY_MS = 86_400_000;
const TOKEN_LIFE_MS = 7 * DAY_MS; // Somebody who does not come back for a week signs in again.
const FAMILY_LIFE_MS = 30 * DAY_MS; // And everybody does once a month.
const FOUND = `
  SELECT t.family_id AS "familyId", t.used_at AS "usedAt", t.expires_at AS "expiresAt", f.expires_at AS "familyExpiresAt", f.ended_at AS "endedAt",
         m.id AS "memberId", m.organisation_id AS "organisationId", m.active
    FROM refresh_tokens t JOIN refresh_families f ON f.id = t.family_id JOIN members m ON m.id = f.member_id
   WHERE t.hash = $1 FOR UPDATE OF f, t`;

/** A token for the cookie, and how long it may be used. */
export interface RefreshToken {
  readonly token: string;
  readonly expiresAt: Date;
}

interface FoundToken {
  readonly familyId: string;
  readonly usedAt: Date | null;
  readonly expiresAt: Date;
  readonly familyExpiresAt: Date;
  readonly endedAt: Date | null;
  readonly memberId: string;
  readonly organisationId: string;
  readonly active: boolean;
}

/**
 * Refresh tokens, each used once. All tokens that come of one sign-in are a family: a token that turns up a second time was
 * stolen by one of the two who used it, so the family ends (RFC 9700, 4.14.2).
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a family: somebody signed in by `action`. `also` does what else belongs to it in the same transaction.
   * Families of theirs that are long over are cleared away.
   */
  async begin({ memberId, organisationId }: Actor, action: string, also: (tx: EntityManager) => Promise<void> = async () => undefined): Promise<RefreshToken> {
    const [familyId, now] = [randomUUID(), this.clock.now()];
    const expiresAt = new Date(now.getTime() + FAMILY_LIFE_MS);
    return this.database.transaction(async (tx) => {
      await also(tx);
      await tx.query('DELETE FROM refresh_families WHERE member_id = $1 AND expires_at < $2', [memberId, now]);
      await tx.query('INSERT INTO refresh_families (id, member_id, began_at, expires_at) VALUES ($1, $2, $3, $4)', [familyId, memberId, now, expiresAt]);
      await this.audit.append(tx, { organisationId, actor: memberId, action, subject: { kind: 'sign-in', id: familyId }, after: { memberId } });
      return this.add(tx, familyId, expiresAt);
    });
  }

  /** Trades a token for the next one. Null when it cannot be traded; one that was traded before ends its family. */
  async rotate(token: string): Promise<{ readonly actor: Actor; readonly next: RefreshToken } | null> {
    return this.database.transaction(async (tx) => {
      const [found]: FoundToken[] = await tx.query(FOUND, [hashOf(token)]);
      const now = this.clock.now();
      if (!found || found.endedAt || !found.active || found.expiresAt <= now) return null;
      if (found.usedAt) {
        await this.end(tx, found, 'refresh-token-reused');
        return null;
      }
      await tx.query('UPDATE refresh_tokens SET used_at = $2 WHERE hash = $1', [hashOf(token), now]);
      return { actor: { memberId: found.memberId, organisationId: found.organisationId }, next: await this.add(tx, found.familyId, found.familyExpiresAt) };
    });
  }

  /** Ends the family of a token: somebody signed out. An unknown token ends nothing. */
  async endFamilyOf(token: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [found]: FoundToken[] = await tx.query(FOUND, [hashOf(token)]);
      if (found && !found.endedAt) await this.end(tx, found, 'sign-out');
    });
  }

  /** Ends every family of a member: the password changed, or the member left. */
  async endAllOf(tx: EntityManager, memberId: string, since: string): Promise<void> {
    await tx.query('UPDATE refresh_families SET ended_at = $2, ended_since = $3 WHERE member_id = $1 AND ended_at IS NULL', [memberId, this.clock.now(), since]);
  }

  private async end(tx: EntityManager, { familyId, memberId, organisationId }: FoundToken, since: string): Promise<void> {
    await tx.query('UPDATE refresh_families SET ended_at = $2, ended_since = $3 WHERE id = $1', [familyId, this.clock.now(), since]);
    const actor = since === 'sign-out' ? memberId : null;
    await this.audit.append(tx, { organisationId, actor, action: since, subject: { kind: 'sign-in', id: familyId }, after: { memberId } });
  }

  private async add(tx: EntityManager, familyId: string, familyExpiresAt: Date): Promise<RefreshToken> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Math.min(this.clock.now().getTime() + TOKEN_LIFE_MS, familyExpiresAt.getTime()));
    await tx.query('INSERT INTO refresh_tokens (hash, family_id, expires_at) VALUES ($1, $2, $3)', [hashOf(token), familyId, expiresAt]);
    return { token, expiresAt };
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
