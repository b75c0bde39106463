import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { ACCESS_TOKEN, CONFIRMATION, type ConfirmedAct } from './access-token.js';
import type { Actor } from './actor.js';

const CLOCK_TOLERANCE_S = 5;
const REMEMBERED_MAX = 5_000; // Everybody of a large congress; a token takes half a kilobyte.

/** What a token that holds says: who, and by which sign-in (the claim `sid`), so that ending the one ends the other. */
export interface Verified {
  readonly actor: Actor;
  readonly signInId: string;
}

interface Remembered extends Verified {
  readonly expiresAtMs: number;
}

/** What a confirmation is to say: who, by which sign-in, confirmed which act on what. */
export interface Confirmed {
  readonly actor: Actor;
  readonly signInId: string;
  readonly act: ConfirmedAct;
  /** The id of what it is done to. */
  readonly about: string;
}

/** Checks access tokens against the published keys (RFC 7517). */
export class TokenVerifier {
  /** Tokens whose signature was checked, until they expire: the same one comes with every request of ten minutes. */
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly nowMs: () => number = Date.now,
  ) {}

  /** A verifier that fetches the keys from where they are published, and again when an unknown key turns up. */
  static of(jwksUrl: string): TokenVerifier {
    return new TokenVerifier(createRemoteJWKSet(new URL(jwksUrl), { cooldownDuration: 5_000, timeoutDuration: 5_000 }));
  }

  /** Who the token speaks for, or null when it does not hold. @throws when the keys cannot be fetched. */
  async verify(token: string): Promise<Verified | null> {
    const known = this.remembered.get(token);
    if (known && this.nowMs() < known.expiresAtMs) return known;
    this.remembered.delete(token);
    const verified = await this.check(token);
    if (verified) this.remember(token, verified);
    return verified;
  }

  /** Whether a confirmation holds, and says just this; never remembered. @throws when the keys cannot be fetched. */
  async confirms(confirmation: string, { actor, signInId, act, about }: Confirmed): Promise<boolean> {
    const payload = await this.payloadOf<{ org?: unknown; sid?: unknown; act?: unknown; abt?: unknown }>(confirmation, CONFIRMATION);
    return (
      payload?.sub === actor.memberId &&
      payload.org === actor.organisationId &&
      payload.sid === signInId &&
      payload.act === act &&
      payload.abt === about
    );
  }

  private async check(token: string): Promise<Remembered | null> {
    const payload = await this.payloadOf<{ org?: unknown; sid?: unknown }>(token, ACCESS_TOKEN);
    if (payload === null) return null;
    const { sub, org, sid, exp } = payload;
    if (typeof sub !== 'string' || typeof org !== 'string' || typeof sid !== 'string' || exp === undefined) return null;
    return { actor: { memberId: sub, organisationId: org }, signInId: sid, expiresAtMs: (exp + CLOCK_TOLERANCE_S) * 1000 };
  }

  /** What a token of this kind says, null where it does not hold. @throws when the keys cannot be fetched. */
  private async payloadOf<T>(token: string, kind: typeof ACCESS_TOKEN | typeof CONFIRMATION): Promise<(T & JWTPayload) | null> {
    try {
      const { payload } = await jwtVerify<T>(token, this.keys, {
        issuer: kind.issuer,
        audience: kind.audience,
        algorithms: [kind.algorithm],
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['sub', 'org', 'sid', 'exp'],
        currentDate: new Date(this.nowMs()),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWKSTimeout) throw error;
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  private remember(token: string, verified: Remembered): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= REMEMBERED_MAX && oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(token, verified);
  }
}
