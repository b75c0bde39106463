import { generateKeyPairSync } from 'node:crypto';
import { Clock } from '@plenum/kernel';
import { TokenVerifier } from '@plenum/service-kit';
import { createLocalJWKSet } from 'jose';
import { CongressConfig } from '../../congress.config.js';
import { AccessTokens } from './access-tokens.js';

class StandingClock extends Clock {
  constructor(private readonly at: Date) {
    super();
  }
  override now(): Date {
    return this.at;
  }
}

const P256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const PEM = P256.export({ type: 'pkcs8', format: 'pem' }).toString();
const SIGN_IN = '33333333-3333-4333-8333-333333333333';
const WANG = { memberId: '11111111-1111-4111-8111-111111111111', organisationId: '22222222-2222-4222-8222-222222222222' };

async function tokensOf(signingKey: string, at = new Date()): Promise<AccessTokens> {
  const tokens = new AccessTokens(Object.assign(new CongressConfig(), { signingKey }), new StandingClock(at));
  await tokens.onModuleInit();
  return tokens;
}
const verifierOf = (tokens: AccessTokens) => new TokenVerifier(createLocalJWKSet({ keys: [...tokens.keySet.keys] }));

describe('access tokens', () => {
  it.each([
    ['PEM', PEM],
    ['a JWK', JSON.stringify(P256.export({ format: 'jwk' }))],
  ])('are signed with a key given as %s, and every service can check them', async (_, key) => {
    const tokens = await tokensOf(key);
    const { accessToken, expiresInS } = await tokens.issue(WANG, SIGN_IN);
    expect(expiresInS).toBe(600);
    expect(await verifierOf(tokens).verify(accessToken)).toEqual(expect.objectContaining({ actor: WANG, signInId: SIGN_IN }));
  });

  it('hold for ten minutes', async () => {
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const [fresh, stale] = [await tokensOf(PEM, minutesAgo(9)), await tokensOf(PEM, minutesAgo(11))];
    expect(await verifierOf(fresh).verify((await fresh.issue(WANG, SIGN_IN)).accessToken)).toEqual(
      expect.objectContaining({ actor: WANG, signInId: SIGN_IN }),
    );
    expect(await verifierOf(stale).verify((await stale.issue(WANG, SIGN_IN)).accessToken)).toBeNull();
  });

  it('do not hold under another key', async () => {
    const other = await tokensOf(
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    expect(await verifierOf(other).verify((await (await tokensOf(PEM)).issue(WANG, SIGN_IN)).accessToken)).toBeNull();
  });

  it('come with a key for what the devices of a member keep: always the same, and another for each member', async () => {
    const [here, replica, elsewhere] = [
      await tokensOf(PEM),
      await tokensOf(JSON.stringify(P256.export({ format: 'jwk' }))),
      await tokensOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    ];
    const keepingKey = async (tokens: AccessTokens, member = WANG) => (await tokens.issue(member, SIGN_IN)).keepingKey;
    const own = await keepingKey(here);
    expect(Buffer.from(own, 'base64url')).toHaveLength(32);
    expect(await keepingKey(replica)).toBe(own);
    expect(await keepingKey(here, { ...WANG, memberId: SIGN_IN })).not.toBe(own);
    expect(await keepingKey(elsewhere)).not.toBe(own);
    expect((await here.issue(WANG, SIGN_IN)).accessToken).not.toContain(own);
  });

  it('publish no private part of the key', async () => {
    expect(JSON.stringify((await tokensOf(PEM)).keySet)).not.toContain(String(P256.export({ format: 'jwk' }).d));
  });

  it.each([
    ['no key', 'x'.repeat(200)],
    ['another curve', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['an RSA key', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['a public key', JSON.stringify(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }))],
    ['a symmetric key', JSON.stringify({ kty: 'oct', k: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA' })],
  ])('refuse %s without showing it', async (_, key) => {
    await expect(tokensOf(key)).rejects.toThrow(/^CONGRESS_SIGNING_KEY is no ES256 key$/);
  });
});
