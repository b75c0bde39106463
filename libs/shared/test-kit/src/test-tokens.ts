import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

const ALGORITHM = 'ES256';
const KEY_ID = 'test-key';

/** Signs access tokens the way the congress service does, and publishes the key that proves them. */
export interface TestTokens {
  /** Where a service under test finds the public key (`<NAME>_JWKS_URL`). */
  readonly jwksUrl: string;
  /** An access token for a member, of a sign-in of its own. `claims` and `expiresIn` make faulty ones: another audience, an expired one. */
  tokenFor(memberId: string, organisationId: string, claims?: JWTPayload, expiresIn?: string): Promise<string>;
  stop(): Promise<void>;
}

/** A key pair with its published half on a free port of 127.0.0.1. */
export async function startTestTokens(): Promise<TestTokens> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' }] });
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(jwks));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    jwksUrl: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    tokenFor: (memberId, organisationId, claims = {}, expiresIn = '10 minutes') =>
      new SignJWT({ org: organisationId, sid: randomUUID(), iss: 'plenum', aud: 'plenum', ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID })
        .setSubject(memberId)
        .setIssuedAt()
        .setExpirationTime(expiresIn)
        .sign(privateKey),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
