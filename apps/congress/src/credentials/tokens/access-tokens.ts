import { hkdfSync } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import { ACCESS_TOKEN, type Actor, CONFIRMATION, type ConfirmedAct } from '@plenum/service-kit';
import {
  calculateJwkThumbprint,
  type CryptoKey,
  exportJWK,
  importJWK,
  importPKCS8,
  type JWK,
  type JWTPayload,
  type KeyObject,
  SignJWT,
} from 'jose';
import { CongressConfig } from '../../congress.config.js';

type SigningKey = CryptoKey | KeyObject;

const KEEPING_KEY_PURPOSE = 'plenum keeping key';
const KEEPING_KEY_BYTES = 32;

/**
 * Signs access tokens (RFC 7519, ES256) and publishes the key that proves them (RFC 7517). Gives each member a keeping key beside the
 * token: under it their devices keep what is not sent yet, so that nobody else reads it there (ADR-0031).
 */
@Injectable()
export class AccessTokens implements OnModuleInit {
  private key: SigningKey | undefined;
  private published: JWK = {};
  private secret: string | undefined;

  constructor(
    private readonly config: CongressConfig,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when the configured key is none for ES256: the service must not start. */
  async onModuleInit(): Promise<void> {
    const key = await readSigningKey(this.config.signingKey);
    const { kty, crv, x, y, d } = await exportJWK(key);
    if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined || d === undefined)
      throw new Error('CONGRESS_SIGNING_KEY is no ES256 key');
    const publicKey = { kty, crv, x, y };
    this.key = key;
    this.secret = d;
    this.published = { ...publicKey, kid: await calculateJwkThumbprint(publicKey), alg: ACCESS_TOKEN.algorithm, use: 'sig' };
  }

  /** The key set that other services check tokens against. */
  get keySet(): { readonly keys: readonly JWK[] } {
    return { keys: [this.published] };
  }

  /** A token of ten minutes that says who, of which organisation, by which sign-in, and nothing else; and the member's keeping key. */
  async issue(
    { memberId, organisationId }: Actor,
    signInId: string,
  ): Promise<{ accessToken: string; expiresInS: number; keepingKey: string }> {
    const accessToken = await this.sign(ACCESS_TOKEN, memberId, { org: organisationId, sid: signInId });
    return { accessToken, expiresInS: ACCESS_TOKEN.lifeS, keepingKey: this.keepingKeyOf(memberId) };
  }

  /** A token of two minutes that says who showed the password again, by which sign-in, for which act on what. */
  async confirm(
    { memberId, organisationId }: Actor,
    signInId: string,
    act: ConfirmedAct,
    about: string,
  ): Promise<{ confirmation: string; expiresInS: number }> {
    const confirmation = await this.sign(CONFIRMATION, memberId, { org: organisationId, sid: signInId, act, abt: about });
    return { confirmation, expiresInS: CONFIRMATION.lifeS };
  }

  private sign(kind: typeof ACCESS_TOKEN | typeof CONFIRMATION, memberId: string, claims: JWTPayload): Promise<string> {
    if (!this.key || !this.published.kid) throw new Error('the signing key was not read');
    const nowS = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: kind.algorithm, kid: this.published.kid })
      .setSubject(memberId)
      .setIssuer(kind.issuer)
      .setAudience(kind.audience)
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + kind.lifeS)
      .sign(this.key);
  }

  /**
   * The same at each sign-in, on each replica, and stored nowhere: it follows from the signing key (RFC 5869), of which it tells nothing.
   */
  private keepingKeyOf(memberId: string): string {
    if (this.secret === undefined) throw new Error('the signing key was not read');
    const key = hkdfSync('sha256', Buffer.from(this.secret, 'base64url'), '', `${KEEPING_KEY_PURPOSE}|${memberId}`, KEEPING_KEY_BYTES);
    return Buffer.from(key).toString('base64url');
  }
}

/** The key as configured. What is wrong with it is told without showing any of it. */
async function readSigningKey(configured: string): Promise<SigningKey> {
  try {
    const text = configured.trim();
    const key = text.startsWith('{')
      ? await importJWK(JSON.parse(text) as JWK, ACCESS_TOKEN.algorithm, { extractable: true })
      : await importPKCS8(text, ACCESS_TOKEN.algorithm, { extractable: true });
    if (key instanceof Uint8Array) throw new Error('a symmetric key');
    return key;
  } catch {
    throw new Error('CONGRESS_SIGNING_KEY is no ES256 key');
  }
}
